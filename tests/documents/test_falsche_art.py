"""Every kind of value at every place: never an exception, always a finding where a reader would point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import cycle
from typing import Any, get_args, get_origin

import pytest

from kmut_cli.documents.felder import alle_pfade, bekannte_schluessel, modelle
from kmut_cli.documents.laden import lade
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.zustand import Zustand, stand
from kmut_cli.source.reader import read_source
from tests.documents.hilfen import alles, pruefe

AUSGABEN = [(art, ausgabe) for art, ausgaben in arten().items() for ausgabe in ausgaben]
KOPF = {"dokument", "gliederung"}
WERTE = {
    "Text": "irgend etwas",
    "leerer Text": '""',
    "Zahl": "12.5",
    "ja": "ja",
    "nichts": "~",
    "leer": "",
    "Liste": "[a, b]",
    "leere Liste": "[]",
    "Liste von nichts": "[~, ~]",
    "Mappe": "{x: y}",
    "leere Mappe": "{}",
    "Geschachteltes": "[[a], {b: {c: d}}]",
    "entfaellt ohne Grund": "{entfaellt: }",
    "entfaellt mit Liste": "{entfaellt: [a]}",
    "entfaellt doppelt": "{entfaellt: {entfaellt: x}}",
    "Antwort geschachtelt": "{antwort: {antwort: ja}}",
    "Antwort leer": "{antwort: [[]], erlaeuterung: {}}",
    "Sonstiges leer": "[{sonstiges: }]",
    "Liste leerer Mappen": "[{}]",
    "wie eine Marke von Pydantic": '{"=wert": ja, "=entfaellt": {entfaellt: x}}',
}


@cache
def _pfade(art: str, ausgabe: str) -> tuple[tuple[tuple[str, ...], tuple[bool, ...]], ...]:
    """All key paths, with a mark for each key whose value is a list of mappings."""
    return tuple(dict.fromkeys(_mit_listen(dokumenttyp(art, ausgabe), (), ())))


def _mit_listen(typ: Any, pfad: tuple[str, ...], liste: tuple[bool, ...]) -> Iterator[Any]:
    for name, info in typ.model_fields.items():
        yield (*pfad, name), liste
        for modell in modelle(info.annotation):
            yield from _mit_listen(modell, (*pfad, name), (*liste, _in_liste(info.annotation, modell)))


def _in_liste(annotation: Any, modell: Any) -> bool:
    """Whether a type allows a model only as an item of a list."""
    teile = get_args(annotation)
    if get_origin(annotation) is list:
        return modell in modelle(annotation)
    return any(_in_liste(teil, modell) for teil in teile)


def _datei(art: str, ausgabe: str, pfad: tuple[str, ...], liste: tuple[bool, ...], wert: str) -> str:
    """A file that holds one value at one place; it stands on the last line."""
    kopf = {"dokument": art, "gliederung": f'"{ausgabe}"'}
    zeilen = [f"{name}: {inhalt}" for name, inhalt in kopf.items() if name != pfad[0]]
    einzug = 0
    for name, ist_liste in zip(pfad[:-1], liste, strict=True):
        zeilen.append(f"{' ' * einzug}{name}:")
        if ist_liste:
            zeilen.append(f"{' ' * einzug}  -")
        einzug += 4 if ist_liste else 2
    zeilen.append(f"{' ' * einzug}{pfad[-1]}: {wert}".rstrip())
    return "\n".join(zeilen) + "\n"


@pytest.mark.parametrize(("art", "ausgabe"), AUSGABEN)
@pytest.mark.parametrize("wert", WERTE.values(), ids=WERTE)
def test_falsche_art_an_jeder_stelle(art: str, ausgabe: str, wert: str) -> None:
    """Every second place, and the others at the next value: many places share a type."""
    for pfad, liste in _pfade(art, ausgabe)[list(WERTE.values()).index(wert) % 2 :: 2]:
        text = _datei(art, ausgabe, pfad, liste, wert)
        geladen = lade(read_source("x.yaml", text.encode()))
        pruefe(text, list(geladen.findings))
        letzte = text.count("\n")
        if pfad[0] in KOPF:
            continue
        assert geladen.dokument is not None, text  # one faulty answer never hides the others
        assert {finding.line for finding in geladen.findings} <= {letzte}, text
        ort = re.sub(r"\[\d+\]", "", geladen.findings[0].location) if geladen.findings else ""
        assert ort == "" or ort.startswith(".".join(pfad)), text
        zustaende = [eins.zustand for eins in stand(geladen)]
        assert not geladen.findings or wert == WERTE["Mappe"] or Zustand.BEANTWORTET not in zustaende, text


@pytest.mark.parametrize(("art", "ausgabe"), AUSGABEN)
def test_auch_die_regeln_vertragen_alles(art: str, ausgabe: str) -> None:
    """One value at each place, in turn: many places share a type, and each type meets all values."""
    namen = cycle(["Geschachteltes", "Liste", "Text", "Antwort leer"])
    for (pfad, liste), name in zip(_pfade(art, ausgabe), namen, strict=False):
        text = _datei(art, ausgabe, pfad, liste, WERTE[name])
        pruefe(text, alles(text)[1])


@pytest.mark.parametrize(("art", "ausgabe"), AUSGABEN)
def test_unbekannter_schluessel_auf_jeder_ebene(art: str, ausgabe: str) -> None:
    typ = dokumenttyp(art, ausgabe)
    geprueft = 0
    for pfad, liste in _pfade(art, ausgabe):
        falsch = (*pfad[:-1], pfad[-1] + "x")
        text = _datei(art, ausgabe, falsch, liste, "~")
        if pfad[0] in KOPF or pfad[-1] + "x" in bekannte_schluessel(typ, pfad[:-1]):
            continue
        (finding,) = lade(read_source("x.yaml", text.encode())).findings
        zeile = text.split("\n")[-2]
        assert finding.code == "KM210", text
        assert (finding.line, finding.column) == (text.count("\n"), len(zeile) - len(zeile.lstrip()) + 1)
        assert finding.end_column == finding.column + len(falsch[-1])
        assert re.sub(r"\[\d+\]", "", finding.location) == ".".join(falsch)
        assert finding.help == f"Meinten Sie „{pfad[-1]}“?"
        geprueft += 1
    assert geprueft >= len(dokumenttyp(art, ausgabe).model_fields)


@pytest.mark.parametrize(
    ("geschrieben", "gemeint"),
    [
        ("Bestandsaufnahme", "bestandsaufnahme"),
        ("bestands-aufnahme", "bestandsaufnahme"),
        ("kooperative Strukturen", "kooperative_strukturen"),
        ("Öffentlichkeit", "oeffentlichkeit"),
        ("O\u0308ffentlichkeit", "oeffentlichkeit"),
        ("KMN", "kmn"),
    ],
)
def test_umlaut_bindestrich_und_grossbuchstabe(geschrieben: str, gemeint: str) -> None:
    text = f'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n  {geschrieben}: ~\n'
    (finding,) = lade(read_source("x.yaml", text.encode())).findings
    assert (finding.code, finding.line, finding.column) == ("KM210", 4, 3)
    assert finding.help == f"Meinten Sie „{gemeint}“?"


@pytest.mark.parametrize(
    ("zeile", "spalte", "hilfe"),
    [
        ("kmn: {entfällt: kein Treffen}", 9, "Meinten Sie „entfaellt“?"),
        ("kmn: {entfaelt: kein Treffen}", 9, "Meinten Sie „entfaellt“?"),
        ("handlungskonzept: {terminiert: {Antwort: ja}}", 35, "Meinten Sie „antwort“?"),
        ("handlungskonzept: {terminiert: {erläuterung: so}}", 35, "Meinten Sie „erlaeuterung“?"),
        ("handlungskonzept: {erstellt: {antwort: 2016, erlaüterung: so}}", 48, "Meinten Sie „erlaeuterung“?"),
        ("handlungskonzept: {ziele: {entfällt: keine}}", 30, "Meinten Sie „entfaellt“?"),
        ("bestandsaufnahme: {themen: {entfällt: keine}}", 31, "Meinten Sie „entfaellt“?"),
    ],
)
def test_verschriebener_rahmen_einer_antwort(zeile: str, spalte: int, hilfe: str) -> None:
    text = f'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n  {zeile}\n'
    (finding,) = lade(read_source("x.yaml", text.encode())).findings
    assert (finding.code, finding.line, finding.column, finding.help) == ("KM210", 4, spalte, hilfe)


def test_schluessel_an_der_falschen_stelle() -> None:
    text = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nhindernisse: Keine.\nkmn: Vier Treffen.\n'
    hilfen = [finding.help for finding in lade(read_source("x.yaml", text.encode())).findings]
    assert hilfen == [
        "„hindernisse“ gehört unter aufgaben.bestandsaufnahme oder aufgaben.handlungskonzept;"
        " rücken Sie die Zeile dorthin.",
        "„kmn“ gehört unter aufgaben; rücken Sie die Zeile dorthin.",
    ]


@pytest.mark.parametrize(
    ("zeilen", "hilfe"),
    [
        ("kmn:\n    - zwei Treffen", "Schreiben Sie „kmn: |“"),
        ("kmn:\n    Treffen: zwei", "Gehört der Doppelpunkt zum Text,"),
        ("handlungskonzept:\n    wichtigste_ziele:\n    - Z1: Sprache", "Gehört der Doppelpunkt zum Text,"),
        ("einbeziehung_der_gemeinden: {entfaellt: Stadt}", "„entfaellt“ steht bei einer einzelnen Antwort: {entfaellt"),
    ],
)  # fmt: skip
def test_hilfe_bei_ueblichen_versehen(zeilen: str, hilfe: str) -> None:
    text = f'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n  {zeilen}\n'
    (finding,) = lade(read_source("x.yaml", text.encode())).findings
    assert finding.help.startswith(hilfe)


def test_alle_pfade_sind_die_der_typen() -> None:
    for art, ausgabe in AUSGABEN:
        assert {pfad for pfad, _liste in _pfade(art, ausgabe)} == set(alle_pfade(dokumenttyp(art, ausgabe)))


@pytest.mark.parametrize(
    ("kopf", "code", "zeile", "spalte", "text"),
    [
        ("status: final\n", "KM201", 1, 1, "Die Angabe „dokument“ fehlt."),
        ("dokument:\n", "KM201", 1, 1, "Die Angabe „dokument“ fehlt."),
        ("Dokument: taetigkeitsbericht\n", "KM210", 1, 1, "Den Schlüssel „Dokument“"),
        ("dokument: taetigkeitsbericht\nGliederung: x\n", "KM210", 2, 1, "Den Schlüssel „Gliederung“"),
        ("dokument: Tätigkeitsbericht\n", "KM202", 1, 11, "Die Art von Dokument „Tätigkeitsbericht“ kennt kmut nicht."),
        ("dokument: [a]\n", "KM202", 1, 11, "Die Art von Dokument steht in einem Wort, hier steht eine Liste."),
        ("dokument: taetigkeitsbericht\n", "KM203", 1, 1, "Die Angabe „gliederung“ fehlt"),
        ("dokument: taetigkeitsbericht\ngliederung:\n", "KM203", 2, 1, "Die Angabe „gliederung“ fehlt"),
        ("dokument: taetigkeitsbericht\ngliederung: 2024\n", "KM204", 2, 13, "„2024“ kennt kmut nicht"),
        ("dokument: taetigkeitsbericht\ngliederung: {a: b}\n", "KM204", 2, 13, "hier steht eine Gruppe von Angaben"),
    ],
)
def test_kopf(kopf: str, code: str, zeile: int, spalte: int, text: str) -> None:
    geladen = lade(read_source("x.yaml", kopf.encode()))
    (finding,) = geladen.findings
    assert geladen.dokument is None
    assert (finding.code, finding.line, finding.column) == (code, zeile, spalte)
    assert text in finding.message
