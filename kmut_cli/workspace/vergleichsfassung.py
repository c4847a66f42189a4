"""What ``kmut compare`` lays beside each other when one side is a revision: a file, or a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kmut_cli.documents.laden import Geladen
from kmut_cli.findings.paths import STDIN
from kmut_cli.workspace.fassung import Fassung
from kmut_cli.workspace.git import GitError
from kmut_cli.workspace.vergleichsdateien import Auswahl, Dateien, VergleichError


def mit_fassung(ergebnis: Auswahl, dateien: Dateien, pfad: str, text: str) -> None:
    """Compare a file or a folder with what git kept of it; the revision is the older side.

    Args:
        ergebnis: Takes the pairs.
        dateien: The files of today.
        pfad: File or folder.
        text: The revision; behind a colon the name that the file had then.

    Raises:
        VergleichError: There is no such revision, or nothing in it to compare with.
    """
    if pfad == STDIN:
        raise VergleichError("Zur Standardeingabe gibt es keine frühere Fassung; nennen Sie eine Datei.")
    wo, (rev, _, frueher) = Path(pfad), text.partition(":")
    try:
        fassung = Fassung(wo, rev)
        if wo.is_dir():
            _ordner(ergebnis, dateien, fassung, wo)
        else:
            _datei(ergebnis, dateien.eine(pfad), fassung, wo, frueher)
    except GitError as fehler:
        raise VergleichError(str(fehler)) from None


def _datei(ergebnis: Auswahl, heute: Geladen, fassung: Fassung, pfad: Path, frueher: str) -> None:
    """Compare a file with itself as it was, maybe under another name."""
    if frueher:
        ergebnis.nimm(fassung.lade(fassung.repository.wurzel / frueher, frueher), heute)
        if frueher != fassung.repository.name(pfad):
            ergebnis.hinweise.append(_hiess(fassung, frueher, str(pfad)))
        return
    if not fassung.kennt(pfad) and (damals := list(_gleichartige(fassung, heute))):
        raise VergleichError(
            f"In der {fassung.name} gibt es „{pfad}“ nicht. Das Dokument hieß damals wohl „{damals[0]}“; dann schreiben"
            f" Sie: kmut compare {pfad} {fassung.text}:{damals[0]}"
        )
    ergebnis.nimm(fassung.lade(pfad, str(pfad)), heute)


def _gleichartige(fassung: Fassung, heute: Geladen) -> Iterator[str]:
    """Name the documents of a revision that are of the kind and year of one of today."""
    for pfad in fassung.dokumente(fassung.repository.wurzel):
        damals = fassung.lade(pfad, str(pfad)).dokument
        if (
            damals
            and heute.dokument
            and (damals.dokument, damals.jahr) == (heute.dokument.dokument, heute.dokument.jahr)
        ):
            yield fassung.repository.name(pfad)


def _ordner(ergebnis: Auswahl, dateien: Dateien, fassung: Fassung, ordner: Path) -> None:
    heute = dateien.im_ordner(str(ordner))
    damals = {pfad.relative_to(ordner): fassung.lade(pfad, str(pfad)) for pfad in fassung.dokumente(ordner)}
    if not heute and not damals:
        raise VergleichError(
            f"Im Ordner „{ordner}“ ist kein Dokument, heute nicht und in der {fassung.name} auch nicht."
        )
    frueher = {pfad: pfad for pfad in heute if pfad in damals}
    for pfad, alt in _umbenannte(heute, damals):
        frueher[pfad] = alt
        name, jetzt = (fassung.repository.name(ordner / eins) for eins in (alt, pfad))
        ergebnis.hinweise.append(_hiess(fassung, name, jetzt))
    for pfad, geladen in heute.items():
        ergebnis.nimm(damals[frueher[pfad]] if pfad in frueher else None, geladen)
    for pfad, geladen in damals.items():
        if pfad not in frueher.values():
            ergebnis.nimm(geladen, None)


def _umbenannte(heute: dict[Path, Geladen], damals: dict[Path, Geladen]) -> Iterator[tuple[Path, Path]]:
    """Pair what only today has with what only the revision has: where each is the only one of its kind and year."""
    neue = _je_art_und_jahr({pfad: eins for pfad, eins in heute.items() if pfad not in damals})
    alte = _je_art_und_jahr({pfad: eins for pfad, eins in damals.items() if pfad not in heute})
    for schluessel, pfade in neue.items():
        if len(pfade) == len(alte.get(schluessel, ())) == 1:
            yield pfade[0], alte[schluessel][0]


def _je_art_und_jahr(alle: dict[Path, Geladen]) -> dict[tuple[str, int | None], list[Path]]:
    ergebnis: dict[tuple[str, int | None], list[Path]] = {}
    for pfad, geladen in alle.items():
        if geladen.dokument:
            ergebnis.setdefault((geladen.dokument.dokument, geladen.dokument.jahr), []).append(pfad)
    return ergebnis


def _hiess(fassung: Fassung, frueher: str, jetzt: str) -> str:
    return f"Die Datei hieß in der {fassung.name} „{frueher}“ und heißt jetzt „{jetzt}“."
