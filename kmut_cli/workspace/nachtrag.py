"""What to write into ``kmut.yaml`` where a deadline is missing: the lines, and the place for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kmut_cli.documents.stammdaten import FRISTEN
from kmut_cli.findings.finding import Loc
from kmut_cli.rules.frist_und_jahr import FRIST
from kmut_cli.source.changes import MISSING, value_at
from kmut_cli.source.reader import Source
from kmut_cli.workspace.dateien import MAPPE
from kmut_cli.workspace.jahresstand import Zeile
from kmut_cli.workspace.mappe import Mappen
from kmut_cli.workspace.wege import von_hier

PLATZHALTER = "JJJJ-MM-TT"


class Wo(Enum):
    """How lines get into a file; the values are those of the JSON output."""

    NEUE_DATEI = "new_file"
    AM_ENDE = "end_of_file"
    DARUNTER = "below_line"
    IN_KLAMMERN = "inside_braces"
    STATT = "replace_line"


@dataclass(frozen=True, slots=True)
class Nachtrag:
    """Lines to be added to a file.

    Attributes:
        datei: The ``kmut.yaml``, as one names it from the current folder.
        wo: How they get there.
        zeile: The line that ``wo`` is about; 0 if it is about none.
        zeilen: The lines, with their indentation.
        titel: What people call the documents that they are for.
        jahre: Their years.
    """

    datei: str
    wo: Wo
    zeile: int
    zeilen: tuple[str, ...]
    titel: str
    jahre: tuple[int, ...]


def nachtraege(zeilen: Sequence[Zeile], mappen: Mappen) -> Iterator[Nachtrag]:
    """Say for each missing deadline what to write where.

    Args:
        zeilen: Rows without a deadline, from :attr:`kmut_cli.workspace.jahresstand.Jahresstand.ohne_frist`.
        mappen: The folders of the run.

    Yields:
        One for each kind of document in each ``kmut.yaml``, and one for each year that stands there without a date.
    """
    gruppen: dict[tuple[Path, str], list[Zeile]] = {}
    for eine in zeilen:
        gruppen.setdefault((eine.wurzel, eine.art), []).append(eine)
    for (wurzel, art), gruppe in gruppen.items():
        mappe = mappen.mappe_ueber(wurzel / MAPPE)
        source = mappe.source if mappe is not None else None
        datei = source.path if source is not None else von_hier(wurzel / MAPPE)
        jahre = sorted({eine.jahr for eine in gruppe if eine.jahr is not None}, reverse=True)
        begonnen = [
            jahr
            for jahr in jahre
            if source is not None and value_at(source.data, (FRISTEN, art, str(jahr))) is not MISSING
        ]
        for jahr in begonnen:
            assert source is not None  # a year stands in it
            ort = source.finding(FRIST, (FRISTEN, art, str(jahr)), "", key=True)
            yield Nachtrag(datei, Wo.STATT, ort.line, (_eintrag(ort.column - 1, jahr),), gruppe[0].titel, (jahr,))
        if fehlend := tuple(jahr for jahr in jahre if jahr not in begonnen):
            wo, zeile, text = _stelle(source, art, fehlend)
            yield Nachtrag(datei, wo, zeile, text, gruppe[0].titel, fehlend)


def _stelle(source: Source | None, art: str, jahre: Sequence[int]) -> tuple[Wo, int, tuple[str, ...]]:
    """Find the deepest of ``fristen`` and the kind that is there already; what is missing goes below it."""
    if source is None or value_at(source.data, (FRISTEN,)) is MISSING:
        wo = Wo.NEUE_DATEI if source is None else Wo.AM_ENDE
        return wo, 0, (f"{FRISTEN}:", f"  {art}:", *(_eintrag(4, jahr) for jahr in jahre))
    ort: Loc = (FRISTEN, art) if value_at(source.data, (FRISTEN, art)) is not MISSING else (FRISTEN,)
    stelle, wert = source.finding(FRIST, ort, "", key=True), value_at(source.data, ort)
    dahinter = stelle.source_line[stelle.end_column - 1 :].lstrip(" :")
    if dahinter.startswith("{"):
        eintraege = ", ".join(_eintrag(0, jahr) for jahr in jahre)
        return Wo.IN_KLAMMERN, stelle.line, (eintraege if len(ort) == 2 else f"{art}: {{{eintraege}}}",)
    # As deep as what stands there already, else two more than the key itself.
    rand = stelle.column + 1
    if isinstance(wert, Mapping) and wert:
        rand = source.finding(FRIST, (*ort, next(iter(wert))), "", key=True).column - 1
    if len(ort) == 2:
        return Wo.DARUNTER, stelle.line, tuple(_eintrag(rand, jahr) for jahr in jahre)
    return Wo.DARUNTER, stelle.line, (f"{' ' * rand}{art}:", *(_eintrag(rand + 2, jahr) for jahr in jahre))


def _eintrag(rand: int, jahr: int) -> str:
    return f"{' ' * rand}{jahr}: {PLATZHALTER}"
