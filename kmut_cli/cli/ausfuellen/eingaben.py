"""One form per kind of value that stands alone: ja/nein, date, number, options, text."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kmut_cli.cli.ausfuellen.editor import EditorFehler, abgeschlossen, bearbeite, editorbefehl
from kmut_cli.cli.ausfuellen.felder import Feld, antwort_in, erlaeuterung_in, fehler_in
from kmut_cli.cli.ausfuellen.kaestchen import kreuze_an, waehle
from kmut_cli.cli.ausfuellen.speichern import Schreiber, wie_geschrieben
from kmut_cli.cli.ausfuellen.terminal import ENTER, ESC, GELB, Terminal
from kmut_cli.cli.ausfuellen.zeilen import mehrzeilig, zeile
from kmut_cli.documents.datum import Datum
from kmut_cli.findings.finding import Loc
from kmut_cli.source.edit import Plain

_KEINE = "-"


class Zurueck(Exception):
    """The person left a form; what was answered before is kept."""


@dataclass
class Kontext:
    """What the forms of one question need.

    Attributes:
        terminal: Where the person is asked.
        schreiber: Writes the answers.
        frage: Path of the question.
        erklaerung: Wording and hint, for the editor.
    """

    terminal: Terminal
    schreiber: Schreiber
    frage: tuple[str, ...]
    erklaerung: str

    def an(self, ort: Loc) -> Any:
        """Give what stands at a place of the file."""
        return self.schreiber.an(ort)

    def setze(self, ort: Loc, wert: Any) -> None:
        """Write a value; see :meth:`Schreiber.setze`."""
        self.schreiber.setze(self.frage, ort, wert)

    def setze_antwort(self, ort: Loc, wert: Any) -> None:
        """Write an answer and leave its explanation, if it has one."""
        hier = self.an(ort)
        self.setze((*ort, "antwort") if hier is not None and antwort_in(hier) is not hier else ort, wert)

    def loesche(self, ort: Loc) -> None:
        """Remove a part; see :meth:`Schreiber.loesche`."""
        self.schreiber.loesche(self.frage, ort)


def ja_nein(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Ask for ja or nein by one key."""
    jetzt = antwort_in(k.an(ort))
    ohne = "so lassen" if jetzt else "überspringen"
    mit_erlaeuterung = {"e": "mit Erläuterung"} if teil and feld.erlaeuterbar else {}
    k.terminal.zeige(_beschriftung(feld, jetzt) if teil else "ja oder nein?")
    ende = {ENTER: ohne, ESC: "zurück"} if teil else {ESC: "zurück"}
    taste = k.terminal.taste({"j": "ja", "n": "nein", **mit_erlaeuterung, **ende})
    if taste == ESC:
        raise Zurueck
    if taste == ENTER:
        return
    erlaeutern = taste == "e"
    if erlaeutern:
        taste = k.terminal.taste({"j": "ja, und zwar …", "n": "nein, denn …"})
    antworte_ja_nein(k, feld, ort, ja=taste == "j", fragen=erlaeutern)


def antworte_ja_nein(k: Kontext, feld: Feld, ort: Loc, *, ja: bool, fragen: bool) -> None:
    """Write ja or nein, then ask for an explanation if wanted and possible."""
    k.setze_antwort(ort, Plain("ja" if ja else "nein"))
    if fragen and feld.erlaeuterbar:
        erlaeutere(k, ort)


def erlaeutere(k: Kontext, ort: Loc) -> None:
    """Ask for the explanation of an answer that is there."""
    hier = k.an(ort)
    bisher = erlaeuterung_in(hier)
    text = zeile(k.terminal, "Erläuterung (freiwillig, Enter = weiter): ", bisher.rstrip("\n"))
    if text is None or text == bisher.rstrip("\n"):
        return
    antwort_ort = ort if antwort_in(hier) is hier else (*ort, "antwort")
    antwort = wie_geschrieben(k.schreiber.bearbeitung.geladen.source, antwort_ort)
    if not text.strip():
        k.setze(ort, antwort)
    elif antwort_ort == ort:
        k.setze(ort, {"antwort": antwort, "erlaeuterung": text})
    else:
        k.setze((*ort, "erlaeuterung"), text)


def einzeilig(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Ask for a date, a number or a text of one line."""
    hier = antwort_in(k.an(ort))
    bisher = hier if isinstance(hier, str) else ""
    if "\n" in bisher.rstrip("\n"):
        langtext(k, feld, ort, teil=teil)
        return
    formen = {"date": "Datum, z. B. 2024, 2024-09 oder 14.05.2024", "number": "Zahl"}
    vorne = _beschriftung(feld, "") if teil else formen.get(feld.art, "Antwort")
    text = _zeile(
        k,
        f"{vorne}: ",
        bisher.rstrip("\n"),
        lambda eingabe: fehler_in(feld.typ, eingabe.strip(), feld.name) if eingabe.strip() else "",
        _als_datum if feld.art == "date" else lambda _eingabe: "",
    )
    if not text.strip():
        if teil and bisher:
            k.loesche(ort)
        return
    if text == bisher.rstrip("\n"):
        return
    if feld.art == "text" and fehler_in(feld.typ, "x", feld.name) == "":
        k.setze_antwort(ort, text)
    else:
        wert = text.strip()
        k.setze_antwort(ort, Plain(wert) if feld.art in ("date", "number") else wert)


def auswahl(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Let one option be chosen."""
    jetzt = antwort_in(k.an(ort))
    if teil:
        k.terminal.zeige(_beschriftung(feld, feld.optionen.get(str(jetzt), "")))
    frei = [] if feld.pflicht else [(_KEINE, "keine Angabe")]
    gewaehlt = waehle(k.terminal, [*frei, *feld.optionen.items()], jetzt if isinstance(jetzt, str) else None)
    if gewaehlt is None:
        raise Zurueck
    if gewaehlt == _KEINE:
        if jetzt is not None:
            k.loesche(ort)
        return
    if gewaehlt == jetzt:
        return
    k.setze_antwort(ort, Plain(gewaehlt))


def ankreuzen(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Let options be ticked; for one with a text of its own, ask for that."""
    hier = antwort_in(k.an(ort))
    bisher = hier if isinstance(hier, list) else []
    eigene = next((eins["sonstiges"] for eins in bisher if isinstance(eins, dict) and eins.get("sonstiges")), "")
    gewaehlt = [eins if isinstance(eins, str) else next(iter(eins), "") for eins in bisher if eins]
    if teil:
        k.terminal.zeige(_beschriftung(feld, ""))
    neu = kreuze_an(k.terminal, list(feld.optionen.items()), gewaehlt)
    if neu is None:
        raise Zurueck
    werte: list[Any] = [Plain(name) for name in neu]
    if feld.frei and "sonstiges" in neu:
        text = _zeile(k, f"{feld.optionen['sonstiges']}: ", str(eigene))
        werte[neu.index("sonstiges")] = {"sonstiges": text} if text.strip() else Plain("sonstiges")
    if not werte or werte == bisher:
        k.terminal.zeige("Nichts geändert." if bisher or not neu else "")
        return
    k.setze_antwort(ort, werte)


def langtext(k: Kontext, feld: Feld, ort: Loc, *, teil: bool = False) -> None:
    """Let a text be written in the editor, or here if there is none."""
    hier = k.an(ort)
    if andere_form(hier, str) and not ersetzen(k):
        return
    bisher = hier if isinstance(hier, str) else ""
    if teil:
        k.terminal.zeige(_beschriftung(feld, ""))
    befehl = editorbefehl(os.environ)
    if befehl:
        _im_editor(k, ort, befehl, bisher)
    else:
        _hier(k, ort, bisher)


def andere_form(daten: Any, form: type[Any]) -> bool:
    """Whether an answer stands there that has another form than the new one; that it does not apply is no form."""
    entfallen = isinstance(daten, dict) and "entfaellt" in daten
    return bool(daten) and not isinstance(daten, form) and not entfallen


def ersetzen(k: Kontext) -> bool:
    """Ask whether an answer of another form may be replaced."""
    k.terminal.zeige("Die jetzige Antwort hat eine andere Form und würde ersetzt.", GELB)
    return k.terminal.taste({"e": "ersetzen", ENTER: "nicht ersetzen", ESC: "nicht ersetzen"}) == "e"


def _im_editor(k: Kontext, ort: Loc, befehl: list[str], bisher: str) -> None:
    try:
        entwurf = bearbeite(befehl, bisher, k.erklaerung, k.frage[-1], k.terminal.signale)
    except EditorFehler as fehler:
        k.terminal.sage(fehler.message, GELB)
        if k.terminal.taste({"h": "hier im Terminal schreiben", ENTER: "zurück"}) == ENTER:
            raise Zurueck from None
        _hier(k, ort, bisher)
        return
    if entwurf.text is None:
        entwurf.verwirf()
        k.terminal.sage("Nichts geändert. (Kam der Editor gleich zurück? Dann fehlt ihm eine Angabe wie --wait.)")
        return
    k.setze(ort, entwurf.text)
    entwurf.verwirf()


def _hier(k: Kontext, ort: Loc, bisher: str) -> None:
    text = mehrzeilig(k.terminal, bisher.rstrip("\n"))
    if text is None:
        raise Zurueck
    text = abgeschlossen(text)
    if not text.strip() or text == abgeschlossen(bisher):
        k.terminal.zeige("Nichts geändert.")
        return
    k.setze(ort, text)


def _zeile(
    k: Kontext,
    frage: str,
    bisher: str,
    pruefe: Callable[[str], str] = lambda _text: "",
    nebenbei: Callable[[str], str] = lambda _text: "",
) -> str:
    text = zeile(k.terminal, frage, bisher, pruefe, nebenbei)
    if text is None:
        raise Zurueck
    return text


def _als_datum(text: str) -> str:
    """Say while a date is typed how it is understood."""
    if not text.strip():
        return ""
    try:
        return f"= {Datum.lies(text.strip())}"
    except ValueError:
        return "noch kein Datum"


def _beschriftung(feld: Feld, jetzt: Any) -> str:
    """Name a part, with what it means, whether it is owed and what stands there."""
    zusatz = "; ".join(wort for wort in ("nötig" if feld.pflicht else "", feld.bedeutung.rstrip(".")) if wort)
    text = f"{feld.beschriftung} ({zusatz})" if zusatz else feld.beschriftung
    return f"{text}: {jetzt}" if jetzt else text
