"""The documents that are compared: read, paired, or told to be unreadable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kmut_cli.documents.laden import Geladen
from kmut_cli.findings.finding import Finding
from kmut_cli.workspace.lauf import Lauf
from kmut_cli.workspace.rules import KEINE_DATEI, NICHT_LESBAR
from kmut_cli.workspace.wege import von_hier


class VergleichError(Exception):
    """What is to be compared cannot be found; the message is German and says what to do."""


@dataclass(frozen=True, slots=True)
class Gegenueber:
    """Two documents to compare; None where one side has none."""

    alt: Geladen | None
    neu: Geladen | None


@dataclass
class Auswahl:
    """What a command line names.

    Attributes:
        paare: The documents, pair by pair.
        hinweise: What was decided or left out, German sentences.
        unlesbar: Number of pairs of which one file could not be read, and of files that could not even be paired.
    """

    paare: list[Gegenueber] = field(default_factory=list)
    hinweise: list[str] = field(default_factory=list)
    unlesbar: int = 0

    def nimm(self, alt: Geladen | None, neu: Geladen | None) -> None:
        """Add a pair, or say why it cannot be compared."""
        kaputt = [eins for eins in (alt, neu) if eins is not None and not isinstance(eins.source.data, dict)]
        for eins in kaputt:
            self.hinweise.append(f"„{eins.source.path}“ lässt sich nicht vergleichen. {_erster_befund(eins)}")
        if kaputt:
            self.unlesbar += 1
        else:
            self.paare.append(Gegenueber(alt, neu))

    def fehlt_auch(self, befunde: Iterable[Finding]) -> None:
        """Say of files that they could not be read."""
        saetze = [befund.message for befund in befunde]
        self.hinweise += saetze
        self.unlesbar += len(saetze)


def _erster_befund(geladen: Geladen) -> str:
    if not geladen.findings:
        return "Sie ist leer."
    erster = geladen.findings[0]
    return f"Zeile {erster.line}: {erster.message}" if erster.line else erster.message


@dataclass
class Dateien:
    """The files of today, each read when it is asked for."""

    eingabe: Callable[[], bytes]
    lauf: Lauf = field(default_factory=Lauf)

    def eine(self, name: str) -> Geladen:
        """Read one file.

        Raises:
            VergleichError: It cannot be read.
        """
        for _datei, geladen in self.lauf.dateien([name], self.eingabe):
            return geladen
        if self.lauf.findings:
            befund = self.lauf.findings[-1]
            raise VergleichError(f"{befund.message} {befund.help}".strip())
        raise VergleichError(f"„{name}“ ist kein Dokument, das sich vergleichen lässt.")

    def im_ordner(self, ordner: str) -> dict[Path, Geladen]:
        """Read the documents below a folder, by their way from there."""
        return {datei.relativ: geladen for datei, geladen in self.lauf.dateien([ordner], self.eingabe)}

    @property
    def unlesbare(self) -> tuple[Finding, ...]:
        """What stands in the way of reading files that were found, each once."""
        codes = (NICHT_LESBAR.code, KEINE_DATEI.code)
        return tuple(dict.fromkeys(befund for befund in self.lauf.findings if befund.code in codes))

    def wurzel(self, pfad: Path) -> str:
        """Name the folder to which a file or folder belongs: where ``kmut.yaml`` lies above it, else itself."""
        hier = pfad if pfad.is_dir() else pfad.parent
        oben = self.lauf.mappen.wurzel(hier / "x")
        return von_hier(oben) if oben else str(hier)
