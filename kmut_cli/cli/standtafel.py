"""The screen of ``kmut status``: a table of all documents, the deadlines, and what is missing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from kmut_cli.cli.standfristen import als_tag, fristenbloecke, tage_in_worten, titel_mit_jahr, umbrochen
from kmut_cli.cli.tabelle import Spalte, Zelle, breite, gekuerzt, tabelle
from kmut_cli.findings.display import paint as male
from kmut_cli.findings.display import visible
from kmut_cli.workspace.git_revision import deutsch
from kmut_cli.workspace.jahresstand import ENTWURF, FEHLT, FINAL, Jahresstand, Zeile
from kmut_cli.workspace.nachtrag import Nachtrag
from kmut_cli.workspace.uebersicht import prozent

_FETT, _BLASS, _ROT, _GRUEN, _GELB = "1", "2", "31", "32", "33"
_STATUS = {ENTWURF: "Entwurf", FINAL: "endgültig", FEHLT: "fehlt"}
_STATUS_KURZ = {**_STATUS, FINAL: "final"}
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
        *fristenbloecke(stand, nachtraege, platz, color),
    )
    return "\n".join("".join(f"{zeile}\n" for zeile in zeilen) for block in bloecke if (zeilen := list(block)))


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
    titel = [titel_mit_jahr(eine) if weit else gekuerzt(titel_mit_jahr(eine), _TITEL) for eine in zeilen]
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


def _status(eine: Zeile, weit: bool) -> Zelle:
    worte = _STATUS if weit else _STATUS_KURZ
    stil = {FINAL: _GRUEN, FEHLT: _GELB}.get(eine.status, "")
    return Zelle("" if eine.eintraege is not None else worte.get(eine.status, "unklar"), stil)


def _antworten(eine: Zeile, balken: int) -> Zelle:
    if eine.eintraege is not None:
        return Zelle("1 Eintrag" if eine.eintraege == 1 else f"{eine.eintraege} Einträge")
    if eine.status not in (ENTWURF, FINAL):
        return Zelle("")
    if not eine.anwendbar:
        return Zelle("–", _BLASS)  # a document that owes no answers is never full
    voll = balken * eine.beantwortet // eine.anwendbar
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
    if eine.frist_fehlerhaft:
        return Zelle("fehlerhaft", _ROT)
    if eine.frist.datum is None or eine.tage is None:
        return Zelle("fehlt" if eine.ohne_frist else "", _GELB)
    tag = als_tag(eine.frist.datum)
    if weit and eine.aussteht:
        tag += f", {tage_in_worten(eine.tage)}"
    elif eine.ueberfaellig:
        tag = "überfällig"  # there is room for one of the two; the day stands in the list below
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
        yield from umbrochen(
            "Letzte Änderung unbekannt: " + visible(" ".join(text for text in stand.git if text)), platz
        )
