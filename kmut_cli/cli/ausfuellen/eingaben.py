"""One form per kind of value that is chosen: ja/nein, one option, several; and the explanation beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kmut_cli.cli.ausfuellen.kaestchen import kreuze_an, waehle
from kmut_cli.cli.ausfuellen.kontext import Kontext, Zurueck, beschriftung, eine_zeile, loesche_antwort
from kmut_cli.cli.ausfuellen.signale import Abgebrochen
from kmut_cli.cli.ausfuellen.terminal import ENTER, ESC
from kmut_cli.cli.ausfuellen.zeilen import Unfertig, zeile
from kmut_cli.documents.ankreuzen import Ankreuzliste
from kmut_cli.documents.antwortdaten import (
    EIGENER,
    als_erlaeutert,
    antwort_in,
    eigener_eintrag,
    erlaeuterung_in,
    ist_eigener,
    ist_erlaeutert,
    ort_der_antwort,
    ort_der_erlaeuterung,
)
from kmut_cli.documents.antworttext import zeilen_der_antwort
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.documents.kurzantwort import kurzantwort
from kmut_cli.documents.ziele import gemeintes_ziel
from kmut_cli.findings.display import visible
from kmut_cli.findings.finding import Loc
from kmut_cli.source.edit import Plain

_KEINE, _FREMD = "=keine", "=fremd"


def ja_nein(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Ask for ja or nein by one key."""
    jetzt = antwort_in(k.an(ort))
    ohne = "so lassen" if jetzt else "überspringen"
    mit_erlaeuterung = {"e": "mit Erläuterung"} if teil and feld.erlaeuterbar else {}
    k.terminal.sage(beschriftung(feld, jetzt) if teil else "ja oder nein?")
    ende = {ENTER: ohne, ESC: "zurück"} if teil else {ESC: "zurück"}
    taste = k.terminal.taste({"j": "ja", "n": "nein", **mit_erlaeuterung, **ende})
    if taste == ESC:
        raise Zurueck
    if taste == ENTER:
        return
    if taste == "e":
        _antworte_erlaeutert(k, ort)
    else:
        antworte_ja_nein(k, feld, ort, ja=taste == "j", fragen=False)


def _antworte_erlaeutert(k: Kontext, ort: Loc) -> None:
    """Ask for the explanation at once, since people begin to type it, then for ja or nein."""
    text = eine_zeile(k, "Erläuterung: ", erlaeuterung_in(k.an(ort)).rstrip("\n"))
    try:
        taste = k.terminal.taste(
            {"j": "ja, mit dieser Erläuterung", "n": "nein, mit dieser Erläuterung", ESC: "zurück"}
        )
    except Abgebrochen as ende:
        raise Unfertig(ende.signum, text) from None
    if taste == ESC:
        raise Zurueck
    wert = Plain("ja" if taste == "j" else "nein")
    k.setze(ort, als_erlaeutert(wert, text) if text.strip() else wert)


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
    antwort = k.wie_geschrieben(ort_der_antwort(hier, ort))
    if not text.strip():
        k.setze(ort, antwort)
    elif ist_erlaeutert(hier):
        k.setze(ort_der_erlaeuterung(ort), text)
    else:
        k.setze(ort, als_erlaeutert(antwort, text))


def auswahl(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Let one option be chosen."""
    jetzt = antwort_in(k.an(ort))
    gemeint = feld.option(jetzt)
    if teil:
        k.terminal.sage(beschriftung(feld, feld.optionen.get(gemeint or "", "")))
    fremd = [(_FREMD, f"{_kurz(k, str(jetzt))} (gehört nicht zur Auswahl)")] if jetzt and gemeint is None else []
    frei = [] if feld.pflicht else [(_KEINE, "keine Angabe")]
    gewaehlt = waehle(k.terminal, [*fremd, *frei, *feld.optionen.items()], gemeint)
    if gewaehlt is None:
        raise Zurueck
    if gewaehlt == _KEINE:
        if jetzt is not None:
            k.loesche(ort)
    elif gewaehlt not in (gemeint, _FREMD):
        wert = Plain(gewaehlt) if gewaehlt.isidentifier() else gewaehlt
        k.setze_antwort(ort, wert, feld.optionen[gewaehlt])


def ankreuzen(k: Kontext, feld: Feld, ort: Loc, *, teil: bool) -> None:
    """Let options be ticked; for one with a text of its own that is newly ticked, ask for that."""
    if teil:
        k.terminal.sage(beschriftung(feld, ""))

    def lies(eintrag: Any) -> str:
        text = _kurz(k, "; ".join(zeilen_der_antwort(feld, eintrag))) or "(leer)"
        return f"{text} (gehört nicht zur Auswahl)" if isinstance(eintrag, str) else text

    def gemeint(eintrag: Any) -> str | None:
        return eintrag if isinstance(eintrag, str) and eintrag in feld.optionen else None

    def neu(name: str) -> Any:
        text = eine_zeile(k, f"{feld.optionen[name]}: ") if feld.frei and name == EIGENER else ""
        return eigener_eintrag(text) if text.strip() else Plain(name)

    _kreuze_an(k, ort, feld.optionen, gemeint, lies, neu)


def kreuze_nennbare_an(k: Kontext, ort: Loc) -> None:
    """Let those entries of another list be ticked that the answer may name; its own texts stay among them."""
    ziele = k.nennbare()
    namen = [": ".join(wort for wort in (ziel.kuerzel, ziel.text) if wort) for ziel in ziele]
    optionen = {str(nummer): _kurz(k, name) for nummer, name in enumerate(namen)}

    def gemeint(eintrag: Any) -> str | None:
        nummer = gemeintes_ziel(eintrag, ziele) if isinstance(eintrag, str) else None
        return None if nummer is None else str(nummer)

    def neu(name: str) -> Any:
        ziel = ziele[int(name)]
        return Plain(ziel.kuerzel) if ziel.kuerzel else ziel.text

    _kreuze_an(k, ort, optionen, gemeint, lambda eintrag: _kurz(k, str(eintrag or "(leer)")), neu)


def _kurz(k: Kontext, text: str) -> str:
    """Cut a text to one line, with room for its box."""
    return kurzantwort(text, k.terminal.breite - 10)


def _kreuze_an(
    k: Kontext,
    ort: Loc,
    optionen: Mapping[str, str],
    gemeint: Callable[[Any], str | None],
    lies: Callable[[Any], str],
    neu: Callable[[str], Any],
) -> None:
    """Tick, and write the list that follows; without a tick there is no answer any more."""
    hier = k.an(ort)
    ganz = ort_der_antwort(hier, ort)
    eintraege = antwort_in(hier)
    einzeln = isinstance(eintraege, str)  # one value in place of a list
    bisher = eintraege if isinstance(eintraege, list) else [eintraege] if einzeln else []
    liste = Ankreuzliste(bisher, optionen, gemeint, lies)
    kaestchen = [(name, visible(titel)) for name, titel in liste.kaestchen()]
    gewaehlt = kreuze_an(k.terminal, kaestchen, liste.angekreuzt())
    if gewaehlt is None:
        raise Zurueck
    zeilen = liste.danach(gewaehlt)
    if zeilen == list(range(len(bisher))):
        k.terminal.zeige("Nichts geändert.")
    elif not zeilen:
        k.terminal.zeige("Nichts ist angekreuzt.")
        loesche_antwort(k, ganz)
    else:
        namen = liste.namen(zeilen)
        neue = {z: neu(z) for z in zeilen if isinstance(z, str)}
        eigene = {z: wert[EIGENER] for z, wert in neue.items() if ist_eigener(wert)}
        texte = [eigene.get(z, text) if isinstance(z, str) else text for z, text in zip(zeilen, namen, strict=True)]
        werte = [neue[z] if isinstance(z, str) else k.wie_geschrieben(ganz if einzeln else (*ganz, z)) for z in zeilen]
        k.setze(ganz, werte, ", ".join(texte))
