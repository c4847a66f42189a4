"""What was read of a file of figures: the own values, and what else the file holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from kmut_cli.findings.finding import Severity
from kmut_cli.workspace.monitoring.tabelle import Tabelle


@dataclass(frozen=True, slots=True)
class Groesse:
    """What a file counts.

    Attributes:
        code: How an indicator names it, such as „12411:BEVSTD“ or „IM 1.1.1“.
        name: What it is called; may be empty.
        einheit: Its unit; empty if the file does not say.
    """

    code: str
    name: str = ""
    einheit: str = ""


@dataclass(frozen=True, slots=True)
class Rohwert:
    """A value of one's own as it was published.

    Attributes:
        zeile: Line of the file.
        groesse: What is counted.
        zeit: ISO notation.
        merkmale: Characteristic → category, by their names; the total has none.
        schluessel: The same by their codes, characteristic → category.
        wert: The number; None if a sign stands there.
        zeichen: The sign; empty if there is none.
        bemerkung: What the office says about its quality, such as „vorläufig“.
        spalte: Number of its cell, from 0.
    """

    zeile: int
    groesse: Groesse
    zeit: str
    merkmale: dict[str, str]
    schluessel: dict[str, str]
    wert: Decimal | None
    zeichen: str = ""
    bemerkung: str = ""
    spalte: int = 0


@dataclass
class Lesung:
    """The result of reading.

    Attributes:
        tabelle: The file with its findings.
        quelle: Who publishes it.
        nummer: Number of the table, as far as the file or its name says it; may be empty.
        werte: The own values, by time.
        leer: Cells of one's own without any sign.
        gebiete: Key → name of all regions.
        hinweise: What people should know, German sentences.
    """

    tabelle: Tabelle
    quelle: str
    nummer: str
    werte: list[Rohwert] = field(default_factory=list)
    leer: int = 0
    gebiete: dict[str, str] = field(default_factory=dict)
    hinweise: list[str] = field(default_factory=list)

    @property
    def groessen(self) -> list[Groesse]:
        """What is counted, in the order of the codes."""
        return sorted({eins.groesse for eins in self.werte}, key=lambda eins: (eins.code, eins.einheit))

    @property
    def fehlerhaft(self) -> bool:
        """Whether anything is wrong that forbids writing."""
        return any(finding.severity is Severity.ERROR for finding in self.tabelle.findings)
