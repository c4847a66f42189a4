"""What a rule sees of a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import Gliederung, gliederung
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.modell import Modell
from kmut_cli.documents.option import Option
from kmut_cli.documents.stelle import daten_an
from kmut_cli.documents.zustand import Fragenstand, stand
from kmut_cli.findings.finding import Finding, Loc, Severity
from kmut_cli.findings.rule import Rule


@dataclass(frozen=True)
class Pruefling:
    """A document under examination.

    Attributes:
        geladen: The file after validation.
        dokument: Its document.
        ordner: Folder of the file, against which attachments are looked up; None for standard input.
        wurzel: Topmost folder that belongs to the document (where ``kmut.yaml`` lies), else ``ordner``.
    """

    geladen: Geladen
    dokument: Dokument
    ordner: Path | None = None
    wurzel: Path | None = None

    @cached_property
    def gliederung(self) -> Gliederung:
        """The outline of the document."""
        return gliederung(type(self.dokument))

    @cached_property
    def stand(self) -> tuple[Fragenstand, ...]:
        """State of each question."""
        return stand(self.geladen)

    def ist_unbestaetigt(self, pfad: tuple[str, ...]) -> bool:
        """Whether the answer to a question was carried over and nobody has confirmed it yet."""
        return any(eins.unbestaetigt and eins.frage.pfad == pfad for eins in self.stand)

    def finding(
        self, rule: Rule, loc: Loc, message: str, help: str = "", *, severity: Severity | None = None, key: bool = False
    ) -> Finding:
        """Make a finding at a place; see :meth:`kmut_cli.source.reader.Source.finding`."""
        return self.geladen.source.finding(rule, loc, message, help, severity=severity, key=key)

    def texte(self) -> Iterator[tuple[Loc, str]]:
        """Give every text that stands in the file, with its place, in the order of the file."""
        return iter(self._alle_texte)

    def markdowntexte(self) -> Iterator[tuple[Loc, str]]:
        """Give the texts of the file that are read as Markdown: by the model, so no dates, numbers and options."""
        orte = {loc for loc, wert in self.werte(str) if not isinstance(wert, Option)}
        return ((loc, text) for loc, text in self.texte() if loc in orte)

    def werte(self, typ: type[Any]) -> Iterator[tuple[Loc, Any]]:
        """Give every value of a Python type (such as ``Datum`` or a model) in the document, with its place."""
        return ((loc, wert) for loc, wert in self._alle_werte if isinstance(wert, typ))

    def punkte(self, loc: Loc, liste: Sequence[Any]) -> Iterator[tuple[Loc, Any]]:
        """Give the items of a list of the document with their places in the file, where faulty ones are counted too.

        A single value may stand there without being a list; its place is that of the list.
        """
        if len(liste) == 1 and isinstance(daten_an(self.geladen.source.data, loc), str):
            return iter([(loc, liste[0])])
        fort = self._fehlerhafte.get(loc, ())
        nummern = (nummer for nummer in range(len(liste) + len(fort)) if nummer not in fort)
        return (((*loc, nummer), eins) for nummer, eins in zip(nummern, liste, strict=False))

    @cached_property
    def _alle_texte(self) -> list[tuple[Loc, str]]:
        """Every text of the file with its place; walked once for all rules."""
        return list(alle_texte(self.geladen.source.data))

    @cached_property
    def _fehlerhafte(self) -> dict[Loc, set[str | int]]:
        """For each place, the keys or indices below it that are faulty."""
        fort: dict[Loc, set[str | int]] = {}
        for ort in self.geladen.fehlerhaft:
            fort.setdefault(ort[:-1], set()).update(ort[-1:])
        return fort

    @cached_property
    def _alle_werte(self) -> list[tuple[Loc, Any]]:
        """Every value of the document with its place; walked once for all rules."""
        alle: list[tuple[Loc, Any]] = []

        def gehe(wert: Any, loc: Loc) -> None:
            alle.append((loc, wert))
            if isinstance(wert, Modell):
                for name, eins in wert:
                    gehe(eins, (*loc, name))
            elif isinstance(wert, list):
                for ort, eins in self.punkte(loc, wert):
                    gehe(eins, ort)

        gehe(self.dokument, ())
        return alle


def alle_texte(daten: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Give every text of plain data, with its place below ``loc``, in the order of the file."""
    if isinstance(daten, str):
        yield loc, daten
    elif isinstance(daten, dict):
        for name, wert in daten.items():
            yield from alle_texte(wert, (*loc, name))
    elif isinstance(daten, list):
        for nummer, wert in enumerate(daten):
            yield from alle_texte(wert, (*loc, nummer))
