"""The screen of ``kmut status``: a table of all documents, the deadlines, and what is missing."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kmut_cli.cli.tabelle import Spalte, Zelle, breite, gekuerzt, tabelle
from kmut_cli.findings.display import paint as male
from kmut_cli.findings.display import visible
from kmut_cli.workspace.fristen import AUS_REGEL
from kmut_cli.workspace.git_revision import deutsch
from kmut_cli.workspace.jahresstand import ENTWURF, FEHLT, FINAL, Jahresstand, Zeile
from kmut_cli.workspace.nachtrag import PLATZHALTER, Nachtrag, Wo
from kmut_cli.workspace.uebersicht import prozent

_FETT, _BLASS, _ROT, _GRUEN, _GELB = "1", "2", "31", "32", "33"
_STATUS = {ENTWURF: "Entwurf", FINAL: "endgültig", FEHLT: "fehlt"}
_STATUS_KURZ = {**_STATUS, FINAL: "final"}
_WO = {
    Wo.NEUE_DATEI: "Legen Sie die Datei {datei} an mit:",
    Wo.AM_ENDE: "Schreiben Sie an das Ende von {datei}:",
    Wo.DARUNTER: "Schreiben Sie in {datei} unter Zeile {zeile}:",
    Wo.IN_KLAMMERN: "Schreiben Sie in {datei} in die geschweiften Klammern von Zeile {zeile}, durch Komma getrennt:",
    Wo.STATT: "Ergänzen Sie Zeile {zeile} in {datei}:",
}
_SCHMAL = 80
_TITEL = 24  # „Projektbeschreibung 2026“


def standtafel(stand: Jahresstand, nachtraege: Sequence[Nachtrag], *, color: bool) -> str:
    """Show where everything stands.

    Args:
        stand: The rows.
        nachtraege: What to write into ``kmut.yaml``.
        color: Use ANSI colours.

    Returns:
        Lines no wider than the terminal (100 columns where there is none, 80 at least) but for names of files and what
        is to be typed.
    """
    platz = max(shutil.get_terminal_size((100, 24)).columns, _SCHMAL)
    bloecke = (
        _dokumente(stand, platz, color),
        _legende(stand, platz),
        _fristen(stand, platz, color),
        _nachtraege(nachtraege, platz, color),
    )
    return "\n".join("".join(f"{zeile}\n" for zeile in zeilen) for block in bloecke if (zeilen := list(block)))


def tage_in_worten(tage: int) -> str:
    """Say how long it is to a deadline."""
    if tage == 0:
        return "heute"
    if tage > 0:
        return "morgen" if tage == 1 else f"in {tage} Tagen"
    return "seit gestern überfällig" if tage == -1 else f"seit {-tage} Tagen überfällig"


def _dokumente(stand: Jahresstand, platz: int, color: bool) -> Iterator[str]:
    """The table, in the widest of three forms that has room."""
    mit_git = any(eine.aenderung is not None for eine in stand.zeilen)
    weit = _spalten(stand, mit_git, weit=True)
    datei = Spalte("Datei", [Zelle(visible(eine.name), _BLASS) for eine in stand.zeilen])
    if breite([*weit, datei], 2) <= platz:
        yield from tabelle([*weit, datei], 2, color=color)
        return
    passend, abstand = (weit, 2) if breite(weit, 2) <= platz else (_spalten(stand, mit_git, weit=False), 1)
    kopf, *zeilen = tabelle(passend, abstand, color=color)
    yield kopf
    for text, eine in zip(zeilen, stand.zeilen, strict=True):
        yield text
        if eine.art and eine.name and not _am_ueblichen_ort(eine):
            yield male(f"  {visible(eine.name)}", _BLASS, color)


def _spalten(stand: Jahresstand, mit_git: bool, *, weit: bool) -> list[Spalte]:
    zeilen = stand.zeilen
    titel = [_titel(eine) if weit else gekuerzt(_titel(eine), _TITEL) for eine in zeilen]
    spalten = [
        Spalte("Dokument", [Zelle(text) for text in titel]),
        Spalte("Stand", [_status(eine, weit) for eine in zeilen]),
        Spalte("Antworten", [_antworten(eine, 10 if weit else 5) for eine in zeilen]),
        Spalte("Fehler", [_zahl(eine.fehler, eine, _ROT) for eine in zeilen], rechts=True),
        Spalte(
            "unbestätigt" if weit else "unbest.",
            [_zahl(eine.unbestaetigt, eine, _GELB) for eine in zeilen],
            rechts=True,
        ),
    ]
    if mit_git:
        spalten.append(Spalte("geändert", [_geaendert(eine, weit) for eine in zeilen]))
    return [*spalten, Spalte("Frist", [_frist(eine, weit) for eine in zeilen])]


def _titel(eine: Zeile) -> str:
    return f"{eine.titel} {eine.jahr or ''}".rstrip() if eine.art else visible(eine.name)


def _status(eine: Zeile, weit: bool) -> Zelle:
    worte = _STATUS if weit else _STATUS_KURZ
    stil = {FINAL: _GRUEN, FEHLT: _GELB}.get(eine.status, "")
    return Zelle("" if eine.eintraege is not None else worte.get(eine.status, "unklar"), stil)


def _antworten(eine: Zeile, balken: int) -> Zelle:
    if eine.eintraege is not None:
        return Zelle("1 Eintrag" if eine.eintraege == 1 else f"{eine.eintraege} Einträge")
    if eine.status not in (ENTWURF, FINAL):
        return Zelle("")
    voll = balken * eine.beantwortet // eine.anwendbar if eine.anwendbar else balken
    anteil = prozent(eine.beantwortet, eine.anwendbar)
    return Zelle(f"{'█' * voll}{'░' * (balken - voll)} {anteil:>3}\u00a0%", _GRUEN if anteil == 100 else _GELB)


def _zahl(anzahl: int, eine: Zeile, stil: str) -> Zelle:
    return Zelle("") if eine.status == FEHLT else Zelle(str(anzahl), stil if anzahl else _BLASS)


def _geaendert(eine: Zeile, weit: bool) -> Zelle:
    if eine.aenderung is None:
        return Zelle("")
    if not eine.aenderung.eingecheckt:
        return Zelle("neu")
    tag = deutsch(eine.aenderung.zeit) if eine.aenderung.zeit else "?"
    kurz = tag if weit or len(tag) < 10 else tag[:6] + tag[8:]
    return Zelle(kurz + ("*" if eine.aenderung.geaendert else ""))


def _frist(eine: Zeile, weit: bool) -> Zelle:
    if eine.frist.datum is None or eine.tage is None:
        return Zelle("fehlt" if eine.ohne_frist else "", _GELB)
    tag = _tag(eine.frist.datum)
    if weit and eine.aussteht:
        tag += f", {tage_in_worten(eine.tage)}"
    return Zelle(tag, _ROT if eine.ueberfaellig else "" if eine.aussteht else _BLASS)


def _am_ueblichen_ort(eine: Zeile) -> bool:
    """Whether the title says where the file is: ``2024/taetigkeitsbericht.yaml``."""
    erwartet = f"{eine.art}.yaml" if eine.jahr is None else f"{eine.jahr}/{eine.art}.yaml"
    return Path(eine.name).resolve() == eine.wurzel / erwartet


def _legende(stand: Jahresstand, platz: int) -> Iterator[str]:
    """Say what the column of git leaves open."""
    aenderungen = [eine.aenderung for eine in stand.zeilen if eine.aenderung is not None]
    if any(not eine.eingecheckt for eine in aenderungen):
        yield "neu: noch nicht eingecheckt (git add, git commit)"
    if any(eine.geaendert for eine in aenderungen):
        yield "* seither geändert und noch nicht eingecheckt"
    if stand.git:
        yield from _umbrochen("Letzte Änderung unbekannt: " + " ".join(text for text in stand.git if text), platz)


def _fristen(stand: Jahresstand, platz: int, color: bool) -> Iterator[str]:
    if not stand.termine:
        return
    yield male(f"Fristen, Stand {_tag(stand.heute)}:", _FETT, color)
    rand = max(len(_titel(eine)) for eine in stand.termine)
    for eine in stand.termine:
        assert eine.frist.datum is not None and eine.tage is not None
        vorn = f"  {_tag(eine.frist.datum)}  {_titel(eine):<{rand}}  "
        wann = tage_in_worten(eine.tage)
        yield vorn + male(wann, _ROT if eine.ueberfaellig else "", color and eine.ueberfaellig)
        if eine.status == FEHLT:
            yield f"{'':14}fehlt noch; anlegen: kmut new {eine.art} {eine.jahr}"
            if not Path.cwd().is_relative_to(eine.wurzel):
                yield f"{'':14}(im Ordner „{visible(eine.wurzel.name)}“)"
    if any(eine.frist.herkunft == AUS_REGEL for eine in stand.termine):
        text = "Für Anträge gilt der 31. Oktober des Vorjahres, solange in kmut.yaml keine andere Frist steht."
        yield from _umbrochen(text, platz, "  ")


def _nachtraege(nachtraege: Sequence[Nachtrag], platz: int, color: bool) -> Iterator[str]:
    for einer in nachtraege:
        yield male(f"Frist unbekannt: {einer.titel} {' und '.join(str(jahr) for jahr in einer.jahre)}", _FETT, color)
        wo = _WO[einer.wo].format(datei=visible(einer.datei), zeile=einer.zeile)
        yield from _umbrochen(f"Sie steht im Zuwendungsbescheid. {wo}", platz, "  ")
        for zeile in einer.zeilen:
            yield f"      {zeile}"
        yield f"  ({PLATZHALTER}: Jahr, Monat, Tag, z. B. {einer.jahre[0] + 1}-03-31)"


def _umbrochen(text: str, platz: int, einzug: str = "") -> list[str]:
    return textwrap.wrap(
        text, platz, initial_indent=einzug, subsequent_indent=einzug, break_long_words=False, break_on_hyphens=False
    )


def _tag(tag: date) -> str:
    return f"{tag.day:02}.{tag.month:02}.{tag.year}"
