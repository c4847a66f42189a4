"""Answers that come from the log: the same for every command, and never silently less than there is."""

from __future__ import annotations

from typing import Any

import pytest

from kmut_cli.documents import rules_bezug
from kmut_cli.documents.bezug import AusVeranstaltungen
from kmut_cli.documents.gliederung import FrageImText, gliederung
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.umfeld import Quelldatei, Umfeld
from kmut_cli.documents.zustand import Zustand, stand
from kmut_cli.findings.finding import Severity
from kmut_cli.source.reader import read_source

KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\naufgaben:\n'
VERZEICHNIS = """\
dokument: veranstaltungen
eintraege:
  - {datum: 31.12.2024–02.01.2025, titel: Silvesterlauf, art: veranstaltung, rolle: veranstaltet, teilnehmende: 80}
  - datum: 14.09.2024
    uhrzeit: 15 Uhr
    ort: Musterstedt
    titel: Lesefest
    art: veranstaltung
    rolle: veranstaltet
    partner: [Stadtbücherei]
    zielgruppen: [Familien, Ehrenamtliche]
    notiz: Nicht weitersagen
  - {datum: 2024-03, titel: Fachtag, art: tagung, rolle: teilgenommen}
  - {datum: 05.03.2024, titel: Erstes Treffen, art: netzwerktreffen, netzwerk: Frühe Hilfen, rolle: teilgenommen}
  - {datum: 06.06.2024, titel: Zweites Treffen, art: netzwerktreffen, netzwerk: frühe  hilfen, rolle: beitrag}
  - {datum: 07.06.2024, titel: Projekttag, art: projekt, zielgruppen: [familien]}
  - {datum: 14.09.2023, titel: Vorjahr, art: veranstaltung}
  - {titel: Ohne Datum}
"""


def quelle(text: str | None) -> Any:
    """Finds a log that holds this text; None: there is none."""

    def finde(art: str, jahr: int | None = None) -> Quelldatei:
        assert art == "veranstaltungen"
        if text is None:
            return Quelldatei("veranstaltungen.yaml", art)
        geladen = lade(read_source("veranstaltungen.yaml", text.encode()))
        fehler = sum(finding.severity is Severity.ERROR for finding in geladen.findings)
        return Quelldatei("veranstaltungen.yaml", art, geladen.dokument, vorhanden=True, fehler=fehler)

    return Umfeld(finde)


def bericht(rest: str, verzeichnis: str | None = VERZEICHNIS, kopf: str = KOPF) -> Geladen:
    return lade(read_source("bericht.yaml", (kopf + rest).encode()), umfeld=quelle(verzeichnis))


def massnahmen(geladen: Geladen) -> list[Any]:
    assert geladen.dokument is not None
    liste: list[Any] = geladen.dokument.aufgaben.projekte.massnahmen  # type: ignore[attr-defined]
    return liste


def test_measures_are_those_of_the_year_in_order() -> None:
    geladen = bericht("  projekte:\n    massnahmen: {aus: veranstaltungen}\n")
    assert geladen.findings == ()
    assert [(eins.titel, eins.zeitraum) for eins in massnahmen(geladen)] == [
        ("Projekttag", "07.06.2024"), ("Lesefest", "14.09.2024"), ("Silvesterlauf", "31.12.2024–02.01.2025"),
    ]  # fmt: skip
    lesefest = massnahmen(geladen)[1]
    assert lesefest.projektpartner == ["Stadtbücherei"]
    assert lesefest.beschreibung == "Ort: Musterstedt; Zielgruppen: Familien, Ehrenamtliche"
    assert massnahmen(geladen)[2].teilnehmende == 80


def test_kinds_may_be_chosen_and_own_entries_follow() -> None:
    rest = "  projekte:\n    massnahmen:\n      aus: veranstaltungen\n      arten: [projekt]\n"
    geladen = bericht(rest + "      weitere:\n        - titel: Kursfinder\n")
    assert [eins.titel for eins in massnahmen(geladen)] == ["Projekttag", "Kursfinder"]


def test_target_groups_are_named_once() -> None:
    geladen = bericht("  projekte:\n    zielgruppen: {aus: veranstaltungen, weitere: [Jugendliche]}\n")
    projekte = geladen.dokument.aufgaben.projekte  # type: ignore[union-attr]
    assert projekte.zielgruppen == "- familien\n- Ehrenamtliche\n- Jugendliche"


def test_networks_are_counted() -> None:
    geladen = bericht("  netzwerkarbeit:\n    netzwerke: {aus: veranstaltungen}\n")
    (netzwerk,) = geladen.dokument.aufgaben.netzwerkarbeit.netzwerke  # type: ignore[union-attr]
    assert netzwerk.name == "Frühe Hilfen"
    assert netzwerk.rolle == "teilgenommen, mit eigenem Beitrag"
    assert netzwerk.turnus == "2 Treffen im Jahr"


def zustand(geladen: Geladen) -> Zustand:
    (eins,) = [eins for eins in stand(geladen) if eins.frage.pfad[-1] == "massnahmen"]
    return eins.zustand


@pytest.mark.parametrize(
    ("verzeichnis", "code", "erwartet"),
    [
        (None, "KM431", Zustand.FEHLERHAFT),
        ("- kein Dokument\n", "KM431", Zustand.FEHLERHAFT),
        (VERZEICHNIS + "  - {datum: bald, titel: X}\n", "KM432", Zustand.FEHLERHAFT),
        ("dokument: veranstaltungen\neintraege:\n", "KM433", Zustand.OFFEN),
        ("dokument: veranstaltungen\neintraege:\n  - {datum: 2023, titel: X}\n", "KM433", Zustand.OFFEN),
        (VERZEICHNIS, "", Zustand.BEANTWORTET),
    ],
)
def test_what_stands_in_the_way_is_said_at_the_reference(verzeichnis: str | None, code: str, erwartet: Zustand) -> None:
    geladen = bericht("  projekte:\n    massnahmen: {aus: veranstaltungen}\n", verzeichnis)
    assert [(f.code, f.line, f.column) for f in geladen.findings] == ([(code, 6, 23)] if code else [])
    assert zustand(geladen) is erwartet


def test_without_a_year_nothing_can_be_taken() -> None:
    geladen = bericht(
        "  projekte:\n    massnahmen: {aus: veranstaltungen}\n", kopf=KOPF.replace("berichtsjahr: 2024\n", "")
    )
    (finding,) = geladen.findings
    assert "Berichtsjahr" in finding.message
    assert "berichtsjahr: 2024" in finding.help


def test_entries_that_do_not_fit_the_question_are_told_from_none_at_all() -> None:
    eintrag = "dokument: veranstaltungen\neintraege:\n  - {datum: 2024, titel: X, art: besprechung}\n"
    (finding,) = bericht("  projekte:\n    massnahmen: {aus: veranstaltungen}\n", eintrag).findings
    assert "passt der eine Eintrag für 2024 nicht" in finding.message


def test_own_entries_alone_need_no_log() -> None:
    geladen = bericht("  projekte:\n    massnahmen:\n      weitere:\n        - titel: X\n", None)
    assert geladen.findings == ()
    assert [eins.titel for eins in massnahmen(geladen)] == ["X"]


@pytest.mark.parametrize(
    ("antwort", "hilfe"),
    [
        ("{auss: veranstaltungen}", "Meinten Sie „aus“?"),
        ("{aus: veranstaltung}", "Meinten Sie „veranstaltungen“?"),
        ("{aus: veranstaltungen, arten: [projekte]}", "Meinten Sie „projekt“?"),
        ("{aus: veranstaltungen, weitre: []}", "Meinten Sie „weitere“?"),
    ],
)
def test_misspelt_references_are_understood(antwort: str, hilfe: str) -> None:
    (finding,) = bericht(f"  projekte:\n    massnahmen: {antwort}\n").findings
    assert finding.help == hilfe


def test_who_gives_no_sources_keeps_the_reference() -> None:
    text = KOPF + "  projekte:\n    massnahmen: {aus: veranstaltungen}\n"
    geladen = lade(read_source("bericht.yaml", text.encode()))
    assert isinstance(massnahmen(geladen), AusVeranstaltungen)
    assert zustand(geladen) is Zustand.BEANTWORTET


UNKLAR = """\
dokument: veranstaltungen
eintraege:
  - {datum: 02.10.2024, titel: Jour fixe}
  - {datum: 03.10.2024, titel: Fachtag, art: tagung}
  - {datum: 04.10.2024, titel: Urlaubsvertretung, rolle: teilgenommen}
  - {datum: 05.10.2024, titel: Runde, art: netzwerktreffen}
  - {datum: 06.10.2024, titel: Lesefest, art: projekt}
  - {datum: 07.10.2024, titel: Treffen, netzwerk: Frühe Hilfen}
"""


def test_entries_that_say_too_little_stay_out_and_are_named() -> None:
    geladen = bericht("  projekte:\n    massnahmen: {aus: veranstaltungen}\n", UNKLAR)
    assert [eins.titel for eins in massnahmen(geladen)] == ["Lesefest"]
    (finding,) = geladen.findings
    assert finding.code == "KM436"
    assert "„Jour fixe“ (02.10.2024), „Fachtag“ (03.10.2024)." in finding.message
    geladen = bericht("  netzwerkarbeit:\n    netzwerke: {aus: veranstaltungen}\n", UNKLAR)
    (finding,) = geladen.findings
    assert "fehlt „netzwerk“" in finding.message
    assert "„Runde“ (05.10.2024)." in finding.message


_FRAGEN = [
    (art, ausgabe, frage)
    for art, ausgaben in arten().items()
    for ausgabe in ausgaben
    for frage in gliederung(dokumenttyp(art, ausgabe)).fragen
    if frage.frage.bezug
]


@pytest.mark.parametrize("gerahmt", [False, True])
@pytest.mark.parametrize(("art", "ausgabe", "frage"), _FRAGEN, ids=lambda wert: getattr(wert, "pfad", [wert])[-1])
def test_jeder_bezug_wird_bemerkt(art: str, ausgabe: str, frage: FrageImText, gerahmt: bool) -> None:
    """A document is only resolved if it refers to another, wherever in it and also under an explanation."""
    bezug = f"{{aus: {frage.frage.bezug[0].quelle}}}"
    wert = f"{{antwort: {bezug}}}" if gerahmt else bezug
    zeilen = (f"{'  ' * stufe}{name}:" for stufe, name in enumerate(frage.pfad))
    text = f'dokument: {art}\ngliederung: "{ausgabe}"\n' + "\n".join(zeilen) + f" {wert}\n"
    umfeld = Umfeld(lambda art, jahr=None: Quelldatei(f"{art}.yaml", art))
    geladen = lade(read_source("x.yaml", text.encode()), umfeld=umfeld)
    ungerahmt = {eins.code for eins in geladen.findings} & {"KM210", "KM211"}
    assert [eins.code for eins in geladen.findings if eins.code == rules_bezug.FEHLT.code] or (gerahmt and ungerahmt)
