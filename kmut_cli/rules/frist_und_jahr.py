"""KM424: a deadline in ``kmut.yaml`` that does not fit the year it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kmut_cli.documents.datum import Datum
from kmut_cli.documents.fristregel import Fristregel, fristregel
from kmut_cli.documents.stammdaten import FRISTEN, Fristen
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.rule import Example, Rule
from kmut_cli.source.reader import Source

_STAMMDATEN = "kommune:\n  name: Landkreis Musterland\nfristen:\n  taetigkeitsbericht:\n"
_BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2025\n'

FRIST = Rule(
    "KM424",
    "Die Frist passt nicht zum Jahr",
    Severity.WARNING,
    "Links steht das Jahr, um das es im Dokument geht, rechts die Frist: Der Bericht über 2025 ist 2026 fällig, der"
    " Antrag für 2027 im Jahr 2026. Eine Frist für den Bericht, die vor dem Ende des Berichtsjahrs liegt, oder eine"
    " für den Antrag nach dem Ende des Bewilligungsjahrs ist fast immer ein Versehen; ebenso, wenn Jahr und Frist"
    " mehrere Jahre auseinanderliegen.",
    Example(_BERICHT, files={"kmut.yaml": f"{_STAMMDATEN}    2025: 2025-03-31\n".encode()}, command="check {ordner}"),
    Example(_BERICHT, files={"kmut.yaml": f"{_STAMMDATEN}    2025: 2026-03-31\n".encode()}, command="check {ordner}"),
)
RULES = (FRIST,)


def pruefe_fristen(source: Source, fristen: Fristen) -> Iterator[Finding]:
    """Compare years and deadlines.

    Args:
        source: The ``kmut.yaml``.
        fristen: What is right in it.
    """
    for art, je_jahr in fristen:
        if (regel := fristregel(art)) is not None:
            yield from _pruefe(source, art, je_jahr or {}, regel)


def _pruefe(source: Source, art: str, fristen: Mapping[int, Datum | None], regel: Fristregel) -> Iterator[Finding]:
    for jahr, datum in fristen.items():
        if datum is None or regel.passt(datum.fruehestens, jahr):
            continue
        text = f"Die Frist {datum} passt nicht zum Jahr {jahr} des Dokuments."
        hilfe = f"Prüfen Sie beide Jahre; üblich ist eine Frist im Jahr {jahr + regel.versatz}."
        yield source.finding(FRIST, (FRISTEN, art, str(jahr)), text, hilfe)
