"""Examines a text the way `kmut check` does, in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kmut_cli.documents.laden import lade
from kmut_cli.findings.finding import Finding
from kmut_cli.rules.pruefling import Pruefling
from kmut_cli.rules.registry import examine
from kmut_cli.source.reader import read_source

BERICHT = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n'
KOMMUNE = 'kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}\n'
FORM = 'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2026\n'


def befunde(text: str, *codes: str, ordner: Path | None = None, wurzel: Path | None = None) -> list[Finding]:
    """The findings of the rules on a text; with codes, only those."""
    geladen = lade(read_source("bericht.yaml", text.encode()))
    assert geladen.dokument is not None, geladen.findings
    alle = examine(Pruefling(geladen, geladen.dokument, ordner, wurzel or ordner))
    return [finding for finding in alle if not codes or finding.code in codes]


@pytest.fixture
def bericht() -> Callable[..., list[Finding]]:
    """Examines a report: `bericht(rest, *codes, final=False, ordner=None, kopf=…)`."""

    def pruefe(
        rest: str, *codes: str, final: bool = False, kopf: str = BERICHT, kommune: str = KOMMUNE, **kw: Path
    ) -> list[Finding]:
        status = "status: final\n" if final else ""
        return befunde(kopf + status + kommune + rest, *codes, **kw)

    return pruefe


@pytest.fixture
def form() -> Callable[..., list[Finding]]:
    """Examines a project description."""

    def pruefe(rest: str, *codes: str, kopf: str = FORM) -> list[Finding]:
        return befunde(kopf + rest, *codes)

    return pruefe


def marked(finding: Finding) -> str:
    """The text that a finding marks."""
    return finding.source_line[finding.column - 1 : finding.end_column - 1]


@pytest.fixture
def stelle() -> Callable[[Finding], str]:
    """Gives the text that a finding marks."""
    return marked
