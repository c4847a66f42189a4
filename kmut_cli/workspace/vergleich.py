"""What ``kmut compare A B`` is about: files, folders, years and revisions, each found by what it is."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from kmut_cli.documents.datum import JAHR_MUSTER
from kmut_cli.documents.laden import Geladen
from kmut_cli.findings.paths import STDIN
from kmut_cli.workspace.dateien import ENDUNGEN
from kmut_cli.workspace.git import GitError, Repository
from kmut_cli.workspace.vergleichsdateien import Auswahl, Dateien, VergleichError
from kmut_cli.workspace.vergleichsfassung import mit_fassung

JAHR = re.compile(JAHR_MUSTER)
_HEAD = "HEAD"
_LAUFWERK = re.compile(r"\A[A-Za-z]:(?=[\\/])")


def auswahl(angaben: Sequence[str], eingabe: Callable[[], bytes]) -> Auswahl:
    """Find what a command line names.

    Args:
        angaben: None, one or two: a file, a folder, a year, a revision (``HEAD~3``, a tag, a day, ``REVISION:FILE``).
        eingabe: Reads standard input, for ``-``.

    Raises:
        VergleichError: Something is not there, or does not fit.
    """
    dateien, ergebnis = Dateien(eingabe), Auswahl()
    pfade = [angabe for angabe in angaben if angabe == STDIN or os.path.lexists(angabe)]
    if len(angaben) == 2 and all(JAHR.fullmatch(angabe) for angabe in angaben):
        _jahre(ergebnis, dateien, angaben)
    elif len(angaben) == 2 and len(pfade) == 2:
        if not _datei_und_jahresordner(ergebnis, dateien, angaben):
            _zwei_pfade(ergebnis, dateien, *angaben)
    elif len(angaben) == 2 and len(pfade) == 1:
        andere = angaben[1] if angaben[0] == pfade[0] else angaben[0]
        _fehlt_als_datei(dateien, andere)
        if not (JAHR.fullmatch(andere) and _pfad_und_jahr(ergebnis, dateien, pfade[0], andere, angaben)):
            _mit_fassung(ergebnis, dateien, pfade[0], andere)
    elif len(angaben) == 2:
        _fehlt(dateien, angaben)
    elif pfade or not angaben:
        mit_fassung(ergebnis, dateien, pfade[0] if pfade else ".", _HEAD)
    else:
        _fehlt_als_datei(dateien, angaben[0])
        _mit_fassung(ergebnis, dateien, ".", angaben[0])
    ergebnis.fehlt_auch(dateien.unlesbare)
    return ergebnis


def _fehlt_als_datei(dateien: Dateien, angabe: str) -> None:
    """Say of a word that is not there and can only be a file that it is missing, before git is asked for it.

    No revision holds a backslash or begins like a path of Windows; of one that ends like our files nobody has heard.

    Raises:
        VergleichError: It is such a word.
    """
    rest = _LAUFWERK.sub("", angabe)
    if ":" not in rest and (rest != angabe or "\\" in rest or rest.lower().endswith(ENDUNGEN)):
        dateien.eine(angabe)


def _fehlt(dateien: Dateien, angaben: Sequence[str]) -> None:
    """Say of two words of which none is there what is missing.

    Raises:
        VergleichError: Always.
    """
    for angabe in angaben:
        if Path(angabe).suffix or "/" in angabe or "\\" in angabe:
            dateien.eine(angabe)
    namen = " noch ".join(f"„{angabe}“" for angabe in angaben)
    raise VergleichError(
        f"Weder {namen} ist hier eine Datei oder ein Ordner. Nennen Sie zwei Dateien, zwei Jahre, oder eine Datei und"
        " eine Fassung (HEAD~3, eine Markierung, ein Datum)."
    )


# --- Two files, two folders, two years ------------------------------------------------------------------------------


def _zwei_pfade(ergebnis: Auswahl, dateien: Dateien, alt: str, neu: str) -> None:
    ordner = [Path(eins).is_dir() for eins in (alt, neu)]
    if not any(ordner):
        ergebnis.nimm(dateien.eine(alt), dateien.eine(neu))
        return
    if not all(ordner):
        raise VergleichError(f"„{alt}“ und „{neu}“: Nennen Sie zwei Dateien oder zwei Ordner.")
    hier, dort = dateien.im_ordner(alt), dateien.im_ordner(neu)
    for name, inhalt in ((alt, hier), (neu, dort)):
        if not inhalt:
            raise VergleichError(f"Im Ordner „{name}“ ist kein Dokument.")
    _paare(ergebnis, hier, dort)


def _paare(ergebnis: Auswahl, alt: dict[Path, Geladen], neu: dict[Path, Geladen]) -> None:
    """Pair documents that lie in the same place, and of the others those that are the only ones of their kind."""
    paare = {pfad: pfad for pfad in neu if pfad in alt}
    rest_alt, rest_neu = [p for p in alt if p not in paare], [p for p in neu if p not in paare]
    for pfad in rest_neu:
        gleiche = [eins for eins in rest_alt if _art(alt[eins]) and _art(alt[eins]) == _art(neu[pfad])]
        if len(gleiche) == 1 and sum(_art(neu[eins]) == _art(neu[pfad]) for eins in rest_neu) == 1:
            paare[pfad] = gleiche[0]
    for pfad, geladen in neu.items():
        ergebnis.nimm(alt[paare[pfad]] if pfad in paare else None, geladen)
    for pfad, geladen in alt.items():
        if pfad not in paare.values():
            ergebnis.nimm(geladen, None)


def _art(geladen: Geladen) -> str:
    return geladen.dokument.dokument if geladen.dokument else ""


def _jahre(ergebnis: Auswahl, dateien: Dateien, jahre: Sequence[str]) -> None:
    """Compare all that two years have of one kind, wherever it lies."""
    wurzel = dateien.wurzel(Path())
    alle = dateien.im_ordner(wurzel)
    gefunden = [dict(_im_jahr(alle, int(jahr))) for jahr in jahre]
    for jahr, eines in zip(jahre, gefunden, strict=True):
        if not eines:
            raise VergleichError(f"Zum Jahr {jahr} gibt es hier kein Dokument. {_vorhandene_jahre(alle)}")
        ergebnis.hinweise += _auch_markierung(jahr)
    # The folder of the year is no difference between two places.
    alt, neu = (
        {_ohne_jahr(pfad, jahr): eins for pfad, eins in e.items()} for jahr, e in zip(jahre, gefunden, strict=True)
    )
    _paare(ergebnis, alt, neu)


def _im_jahr(alle: dict[Path, Geladen], jahr: int) -> Iterator[tuple[Path, Geladen]]:
    """Give the documents of a year; one that does not say its year is of the year of its folder."""
    for pfad, geladen in alle.items():
        eigenes = geladen.dokument.jahr if geladen.dokument else None
        if eigenes == jahr or (eigenes is None and str(jahr) in pfad.parts[:-1]):
            yield pfad, geladen


def _ohne_jahr(pfad: Path, jahr: str) -> Path:
    return Path(*(teil for teil in pfad.parts if teil != jahr))


def _vorhandene_jahre(alle: dict[Path, Geladen]) -> str:
    jahre = sorted({eins.dokument.jahr for eins in alle.values() if eins.dokument and eins.dokument.jahr})
    return f"Es gibt: {', '.join(map(str, jahre))}." if jahre else "Wechseln Sie in den Ordner mit Ihren Dokumenten."


def _auch_markierung(jahr: str) -> Iterator[str]:
    """Say that git knows a name that was taken for a year; a hash that happens to begin so is none."""
    try:
        commit = Repository.um(Path()).revision(jahr)
    except GitError:
        return
    if not commit.hash.startswith(jahr):
        yield f"„{jahr}“ ist hier das Jahr; die Fassung gleichen Namens in Git nennen Sie „refs/tags/{jahr}“."


def _mit_fassung(ergebnis: Auswahl, dateien: Dateien, pfad: str, fassung: str) -> None:
    """Compare with a revision; if there is none and it looks like a year, speak of the year.

    Raises:
        VergleichError: There is no such revision, or nothing in it to compare with.
    """
    try:
        mit_fassung(ergebnis, dateien, pfad, fassung)
    except VergleichError:
        if not JAHR.fullmatch(fassung):
            raise
        raise VergleichError(_zum_jahr(dateien, pfad, fassung)) from None


def _zum_jahr(dateien: Dateien, pfad: str, jahr: str) -> str:
    """Say why a path and a year cannot be compared."""
    alle = dateien.im_ordner(dateien.wurzel(Path() if pfad == STDIN else Path(pfad)))
    da = dict(_im_jahr(alle, int(jahr)))
    if not da:
        return f"Zum Jahr {jahr} gibt es hier kein Dokument. {_vorhandene_jahre(alle)}"
    if pfad == STDIN or Path(pfad).is_dir():
        return f"„{jahr}“ ist hier ein Jahr. Nennen Sie dazu ein zweites Jahr oder ein Dokument."
    art = _art(dateien.eine(pfad))
    gleiche = [geladen.source.path for geladen in da.values() if art and _art(geladen) == art]
    if len(gleiche) > 1:
        return f"Zum Jahr {jahr} gibt es mehrere Dokumente dieser Art: {', '.join(gleiche)}. Nennen Sie eines davon."
    namen = ", ".join(geladen.source.path for geladen in da.values())
    return f"Zum Jahr {jahr} gibt es kein Dokument von der Art wie „{pfad}“, nur: {namen}."


def _datei_und_jahresordner(ergebnis: Auswahl, dateien: Dateien, angaben: Sequence[str]) -> bool:
    """Compare a file with its like of a year whose folder lies here; False if this is not what is named."""
    jahre = [angabe for angabe in angaben if JAHR.fullmatch(angabe) and Path(angabe).is_dir()]
    andere = [angabe for angabe in angaben if angabe not in jahre]
    if len(jahre) != 1 or len(andere) != 1 or Path(andere[0]).is_dir():
        return False
    if not _pfad_und_jahr(ergebnis, dateien, andere[0], jahre[0], angaben):
        raise VergleichError(_zum_jahr(dateien, andere[0], jahre[0]))
    return True


def _pfad_und_jahr(ergebnis: Auswahl, dateien: Dateien, pfad: str, jahr: str, folge: Sequence[str]) -> bool:
    """Compare a file with its like of a year; False if there is none."""
    if pfad == STDIN or Path(pfad).is_dir():
        return False
    eine = dateien.eine(pfad)
    alle = dateien.im_ordner(dateien.wurzel(Path(pfad)))
    gleiche = [geladen for _ort, geladen in _im_jahr(alle, int(jahr)) if _art(geladen) and _art(geladen) == _art(eine)]
    if len(gleiche) != 1:
        return False
    ergebnis.hinweise += _auch_markierung(jahr)
    alt, neu = (gleiche[0], eine) if folge[0] == jahr else (eine, gleiche[0])
    ergebnis.nimm(alt, neu)
    return True
