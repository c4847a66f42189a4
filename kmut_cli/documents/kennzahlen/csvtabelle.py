"""A CSV file with the place of each cell: what is wrong in it is told with line and column, as in YAML.

Separator is the semicolon, as German spreadsheet programs write it; cells may stand in double quotes (RFC 4180).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Rule
from kmut_cli.source.decode import decode
from kmut_cli.source.lines import Lines
from kmut_cli.source.problem import Problem
from kmut_cli.source.rules_file import NOT_TEXT, NOT_UTF8

_ZELLE = re.compile(r'[ \t]*"(?P<zitat>[^"]*+(?:""[^"]*+)*+)"[ \t]*(?=[;\r\n]|\Z)|(?P<roh>[^;\r\n]*)')
_SPEICHERN = (
    "Speichern Sie die Tabelle als „CSV UTF-8 (durch Trennzeichen getrennt)“ (Excel), oder als „Text CSV“ mit dem Zeichensatz"
    " UTF-8 und dem Feldtrenner ; (LibreOffice)."
)
_ZEILENENDE = re.compile(r"\r\n|\r|\n|\Z")
_TRENNER = re.compile(r"sep=.[ \t]*(?:\r\n|\r|\n|\Z)")  # a first line by which Excel tells itself the separator


class Zelle(NamedTuple):
    """A cell.

    Attributes:
        text: Its content, without quotes and without blanks around it.
        von: Offset of its first character in the file, quotes included.
        bis: Offset behind its last character.
        unvollstaendig: Whether it begins with a quotation mark that nothing ends.
    """

    text: str
    von: int
    bis: int
    unvollstaendig: bool = False


@dataclass(frozen=True)
class CsvTabelle:
    """A CSV file. Of its rows it keeps the text only: cells with their places take up twenty times as much.

    Attributes:
        path: As the user would name it.
        findings: What is wrong with encoding and characters.
        lines: Its text.
        lesbar: Whether the text is good enough to look for rows in it.
    """

    path: str
    findings: tuple[Finding, ...]
    lines: Lines = field(repr=False, compare=False)
    lesbar: bool = True

    @property
    def zeilen(self) -> Iterator[tuple[Zelle, ...]]:
        """Read the rows that hold anything, the header first, each when it is asked for.

        One with more columns than the limit is cut off behind the first too many, and is the last.
        """
        return _zeilen(self.lines.text) if self.lesbar else iter(())

    def zeile_ab(self, stelle: int) -> tuple[Zelle, ...]:
        """Read again the row whose first cell is at an offset."""
        return _zeile(self.lines.text, stelle, limits.TABELLENSPALTEN.wert)[0]

    def finding(
        self,
        rule: Rule,
        von: int,
        bis: int,
        message: str,
        help: str = "",
        *,
        ort: str = "",
        schwere: Severity | None = None,
    ) -> Finding:
        """Build a finding at offsets of the text.

        Args:
            rule: Its code and usual severity.
            von: Offset of the first character concerned.
            bis: Offset behind the last one.
            message: What is wrong, German.
            help: What to write instead, German.
            ort: Dotted path, such as ``werte[3].zeit``.
            schwere: Another weight than the rule's.
        """
        eine = Problem(rule, message, help, von, bis, ort).finding(self.path, self.lines)
        return eine if schwere is None else replace(eine, severity=schwere)


def lies_csv(path: str, inhalt: bytes) -> CsvTabelle:
    """Read a CSV file; whatever the bytes are, nothing is raised.

    Args:
        path: As the user would name it, for the findings.
        inhalt: Its bytes.
    """
    gelesen = decode(inhalt)
    lines = Lines(gelesen.text)
    findings = tuple(_fuer_csv(problem).finding(path, lines) for problem in gelesen.problems)
    return CsvTabelle(path, findings, lines, gelesen.parseable)


def _fuer_csv(problem: Problem) -> Problem:
    """Where the help tells how a document is saved, tell how a table is."""
    return replace(problem, help=_SPEICHERN) if problem.rule in (NOT_TEXT, NOT_UTF8) else problem


def _zeilen(text: str) -> Iterator[tuple[Zelle, ...]]:
    kopf = _TRENNER.match(text)
    stelle = kopf.end() if kopf else 0
    hoechstens = limits.TABELLENSPALTEN.wert
    leere = re.compile(rf"(?:[ \t;]{{0,{hoechstens - 1}}}+[\r\n]++)*+")  # there may be millions of them
    while stelle <= len(text):
        if treffer := leere.match(text, stelle):
            stelle = treffer.end()
        zeile, stelle = _zeile(text, stelle, hoechstens)
        if len(zeile) > hoechstens:
            yield zeile
            return
        if any(zelle.text for zelle in zeile):
            yield zeile


def _zeile(text: str, stelle: int, hoechstens: int) -> tuple[tuple[Zelle, ...], int]:
    """Read the row that begins at an offset, not much more of it than allowed; gives the offset behind it too."""
    ende = _ZEILENENDE.search(text, stelle)
    assert ende is not None  # the end of the text is one
    if text.find('"', stelle, ende.start()) >= 0:
        return _mit_zitat(text, stelle, hoechstens)
    return tuple(_ohne_zitat(text[stelle : ende.start()], stelle, hoechstens)), max(ende.end(), ende.start() + 1)


def _ohne_zitat(zeile: str, stelle: int, hoechstens: int) -> Iterator[Zelle]:
    """Read a row without quotes that begins at an offset; long tables have hardly any others."""
    for roh in zeile.split(";", hoechstens):
        text = roh.strip()
        von = stelle if text == roh else stelle + len(roh) - len(roh.lstrip())
        yield Zelle(text, von, von + len(text))
        stelle += len(roh) + 1


def _mit_zitat(text: str, stelle: int, hoechstens: int) -> tuple[tuple[Zelle, ...], int]:
    """Read the row that begins at an offset, which may go over several lines; gives the offset behind it too."""
    zeile: list[Zelle] = []
    while True:
        zelle, stelle = _zelle(text, stelle)
        zeile.append(zelle)
        if text[stelle : stelle + 1] != ";" or len(zeile) > hoechstens:
            return tuple(zeile), stelle + (2 if text[stelle : stelle + 2] == "\r\n" else 1)
        stelle += 1


def _zelle(text: str, stelle: int) -> tuple[Zelle, int]:
    """Read the cell that begins at an offset; gives the offset behind it too."""
    treffer = _ZELLE.match(text, stelle)
    assert treffer is not None  # the second branch matches anything, also nothing
    if treffer["zitat"] is not None:
        inhalt = " ".join(treffer["zitat"].replace('""', '"').split("\n")).strip()
        return Zelle(inhalt, stelle, treffer.end()), treffer.end()
    roh = treffer["roh"]
    von = stelle + len(roh) - len(roh.lstrip())
    return Zelle(roh.strip(), von, von + len(roh.strip()), roh.lstrip().startswith('"')), treffer.end()


def schreibe_csv(zeilen: Iterator[tuple[str, ...]] | list[tuple[str, ...]]) -> str:
    """Write rows the way :func:`lies_csv` reads them, lines ended by a line feed."""
    return "".join(";".join(_geschrieben(zelle) for zelle in zeile) + "\n" for zeile in zeilen)


def _geschrieben(text: str) -> str:
    if any(zeichen in text for zeichen in ';"\r\n') or text != text.strip():
        return '"' + text.replace('"', '""') + '"'
    return text
