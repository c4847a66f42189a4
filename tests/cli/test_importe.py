"""What a command does not need is not loaded: it starts fast on slow office computers."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

WURZEL = Path(__file__).parents[2]
BERICHT = WURZEL / "examples/landkreis-musterland/2024/taetigkeitsbericht.yaml"
WORD = {"docx", "docxtpl", "lxml", "jinja2"}
# What only a file with errors, with references, or of another kind asks for.
NUR_BEI_BEDARF = {
    "kmut_cli.documents." + name
    for name in (
        *("befunde", "kopf", "meldungen", "rules", "felder", "stelle", "beziehen", "gliederung", "entsprechungen"),
        *("zeitraum", "uhrzeit", "kennzahlen", "vorlage", "konzept.leitfelder", "eins_oder_liste"),
    )
} | {"kmut_cli.rules", "kmut_cli.source.changes", "kmut_cli.workspace.beilage", "kmut_cli.workspace.personal"}
NUR_BEI_BEDARF |= {"ruamel", "_ruamel_yaml", "kmut_cli.source.parse"}
SKRIPT = """
import sys
from kmut_cli.__main__ import main
status = main(sys.argv[1:])
print("\\n".join(sorted({name.split(".")[0] for name in sys.modules} | set(sys.modules))), file=sys.stderr)
sys.exit(status)
"""


def _geladen(*args: str) -> set[str]:
    lauf = subprocess.run(
        [sys.executable, "-c", SKRIPT, *args],
        env={**os.environ, "PYTHONPATH": str(WURZEL)},
        cwd=WURZEL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    geladen = set(lauf.stderr.split())
    assert "kmut_cli" in geladen
    return geladen


@pytest.mark.parametrize(
    ("args", "verboten"),
    [
        (["--version"], {"typer", "pydantic", "ruamel", "rich", "markdown_it", *WORD}),
        (["--help"], {"pydantic", "ruamel", "rich", "markdown_it", *WORD}),
        (["template", "--help"], {"ruamel", "rich", "markdown_it", *WORD}),
        (["validate", str(BERICHT)], {"rich", "markdown_it", "jsonschema", *WORD, *NUR_BEI_BEDARF}),
        (["validate", str(BERICHT), "--format", "json"], {"rich", "markdown_it", *WORD}),
        (["check", str(BERICHT)], {"rich", *WORD}),
        (["status", str(BERICHT.parents[1])], {"rich", "icalendar", *WORD}),
        (["outline", "taetigkeitsbericht"], {"ruamel", "rich", "markdown_it", *WORD}),
        (["schema", "taetigkeitsbericht"], {"ruamel", "rich", "markdown_it", *WORD}),
        (["explain", "KM210"], {"rich", "markdown_it", *WORD}),
    ],
    ids=lambda wert: " ".join(wert[:2]) if isinstance(wert, list) else "",
)
def test_nicht_geladen(args: list[str], verboten: set[str]) -> None:
    assert _geladen(*args) & verboten == set()


def test_nur_die_genannte_gliederung_wird_geladen() -> None:
    skript = (
        "import sys\nfrom kmut_cli.__main__ import main\nmain(sys.argv[1:])\n"
        "assert 'kmut_cli.documents.taetigkeitsbericht_2020' in sys.modules\n"
        "assert 'kmut_cli.documents.projektbeschreibung_2026' not in sys.modules\n"
    )
    befehl = [sys.executable, "-c", skript, "validate", str(BERICHT)]
    umgebung = {**os.environ, "PYTHONPATH": str(WURZEL)}
    subprocess.run(befehl, env=umgebung, cwd=WURZEL, check=True, stdout=subprocess.DEVNULL)


def test_ein_lauf_laedt_weder_befehle_noch_gliederungen() -> None:
    """Each further process of a run over many files pays for this."""
    skript = "import sys\nimport kmut_cli.workspace.lauf\nprint(*sys.modules)"
    umgebung = {**os.environ, "PYTHONPATH": str(WURZEL)}
    lauf = subprocess.run(
        [sys.executable, "-c", skript], env=umgebung, cwd=WURZEL, capture_output=True, text=True, check=True
    )
    geladen = set(lauf.stdout.split())
    assert "kmut_cli.documents.laden" in geladen
    verboten = {"typer", "rich", "ruamel.yaml.main", "kmut_cli.cli", "kmut_cli.documents.antworten"}
    assert geladen & {*verboten, *WORD, *NUR_BEI_BEDARF} == set()
