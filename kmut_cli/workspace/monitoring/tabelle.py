"""A table of a statistical office as rows of text, and what is wrong with it as findings with line and column."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from kmut_cli.findings import limits
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Rule
from kmut_cli.source.lines import Lines
from kmut_cli.workspace.monitoring.rules import ZEILE

NEU_LADEN = "Laden Sie die Datei noch einmal herunter, und speichern Sie sie unverändert, ohne Excel."
_TRENNERZEILE = re.compile(r'"?sep=(.)"?\s*')  # by which Excel says how the columns are separated
_TRENNER = {";": "Semikolon", ",": "Komma", "\t": "Tabulator"}


@dataclass(frozen=True, slots=True)
class Zeile:
    """A row.

    Attributes:
        nummer: Line in which it begins, from 1.
        zellen: As many as the heading has.
    """

    nummer: int
    zellen: Sequence[str]


@dataclass
class Tabelle:
    """A file of rows.

    Attributes:
        name: The file as the user named it.
        text: Its text without a byte order mark.
        findings: What is wrong with it so far.
        uebergangen: How many findings more there were than are kept.
    """

    name: str
    text: str = field(repr=False)
    findings: list[Finding] = field(default_factory=list)
    uebergangen: int = 0

    @cached_property
    def _kopf(self) -> tuple[int, str, list[str]]:
        """Line of the heading, the sign between the columns, the titles of the columns."""
        genannt = None
        for nummer, zeile in enumerate(io.StringIO(self.text, newline=None), 1):
            if not zeile.strip():
                continue
            if genannt is None and (treffer := _TRENNERZEILE.fullmatch(zeile)) and treffer[1] in _TRENNER:
                genannt = treffer[1]
                continue
            ohne_zitate = re.sub(r'"[^"]*"', "", zeile)
            trenner = genannt or max(_TRENNER, key=ohne_zitate.count)
            try:
                titel = next(csv.reader([zeile.rstrip("\n")], delimiter=trenner))
            except csv.Error:  # a cell without end, of which `zeilen` tells
                titel = []
            return nummer, trenner, [" ".join(eins.split()) for eins in titel]
        return 1, ";", []

    @property
    def kopfzeile(self) -> int:
        """Line of the heading, from 1."""
        return self._kopf[0]

    @property
    def trenner(self) -> str:
        """The sign between the columns."""
        return self._kopf[1]

    @property
    def spalten(self) -> list[str]:
        """Titles of the columns, without blanks around them."""
        return self._kopf[2]

    def zeilen(self) -> Iterator[Zeile]:
        """Give the rows below the heading; a row of another width is a finding and is left out."""
        leser = csv.reader(io.StringIO(self.text, newline=""), delimiter=self.trenner, strict=True)
        breite, davor = len(self.spalten), 0
        try:
            for zellen in leser:
                beginn, davor = davor + 1, leser.line_num
                if beginn <= self.kopfzeile or not any(zelle and not zelle.isspace() for zelle in zellen):
                    continue
                if len(zellen) < breite or any(zellen[breite:]):
                    self._falsche_breite(beginn, davor, zellen)
                else:  # Excel adds empty cells at the end
                    yield Zeile(beginn, zellen)
        except csv.Error:
            text = "Ab hier stimmen die Anführungszeichen nicht; der Rest der Datei ist nicht lesbar."
            self.melde(ZEILE, davor + 1, text, NEU_LADEN)

    @property
    def bricht_ab(self) -> bool:
        """Whether the last line has no end, as in a file that was cut off, though the others have one."""
        return "\n" in self.text.strip() and not self.text.endswith(("\n", "\r"))

    @cached_property
    def letzte_zeile(self) -> int:
        """Number of the last line that is not empty."""
        return self.text.rstrip().count("\n") + 1

    def melde(
        self, rule: Rule, zeile: int, text: str, hilfe: str = "", *, spalte: int | None = None, ende: bool = False,
        severity: Severity | None = None,
    ) -> None:  # fmt: skip
        """Note a finding.

        Args:
            rule: Its code.
            zeile: Line from 1; 0 for the whole file.
            text: What is wrong.
            hilfe: What to do.
            spalte: Cell to mark, from 0; None for the whole line.
            ende: Mark the end of the line, where something is missing.
            severity: Another weight than the rule's.
        """
        if len(self.findings) >= limits.STATISTIKFEHLER.wert:
            self.uebergangen += 1
            return
        finding = rule.finding(self.name, text, hilfe)
        if zeile:
            inhalt = self._lines.line_text(zeile)
            von, bis = self._zelle(inhalt, spalte)
            if ende:
                von, bis = len(inhalt), len(inhalt) + 1
            finding = replace(finding, line=zeile, column=von + 1, end_column=max(bis, von + 1) + 1, source_line=inhalt)
        self.findings.append(finding if severity is None else replace(finding, severity=severity))

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.text)

    def _zelle(self, zeile: str, spalte: int | None) -> tuple[int, int]:
        """Give beginning and end of a cell in its line, both from 0."""
        if spalte is None:
            return 0, len(zeile)
        zitat, nummer, von = False, 0, 0
        for stelle, zeichen in enumerate(zeile):
            if zeichen == '"':
                zitat = not zitat
            elif zeichen == self.trenner and not zitat:
                if nummer == spalte:
                    return von, stelle
                nummer, von = nummer + 1, stelle + 1
        return von, len(zeile)

    def _falsche_breite(self, beginn: int, ende: int, zellen: Sequence[str]) -> None:
        breite, hier = len(self.spalten), len(zellen)
        text = f"Die Zeile hat {_spalten(hier)}, die Überschrift {breite}."
        fremd = next((t for t in _TRENNER if t != self.trenner and zellen[0].count(t) == breite - 1), "")
        if hier == 1 and self.trenner in zellen[0]:
            text = "Die ganze Zeile steht in Anführungszeichen und ist so nur eine Spalte, wie Excel sie speichert."
            self.melde(ZEILE, beginn, text, NEU_LADEN)
        elif hier == 1 and fremd:
            text = f"Die Spalten trennt hier das {_TRENNER[fremd]}, in der Überschrift das {_TRENNER[self.trenner]}."
            self.melde(ZEILE, beginn, text, NEU_LADEN)
        elif hier < breite:
            letzte = ende >= self.letzte_zeile
            hilfe = f"Die Datei ist wohl abgeschnitten. {NEU_LADEN}" if letzte else NEU_LADEN
            self.melde(ZEILE, beginn, text, hilfe, ende=True)
        else:
            hilfe = f"Ein {_TRENNER[self.trenner]} im Text braucht Anführungszeichen um die Zelle. {NEU_LADEN}"
            self.melde(ZEILE, beginn, text, hilfe, spalte=breite)


def _spalten(anzahl: int) -> str:
    return "nur eine Spalte" if anzahl == 1 else f"{anzahl} Spalten"
