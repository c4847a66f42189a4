"""Every command once, one after another in one process, in a folder that holds the examples and a repository.

Each line names the status that it ends with; a traceback (3) or a wrong call (2) would prove nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kmut_cli.__main__ import main
from kmut_cli.cli.app import Programm
from kmut_cli.cli.log import Gruppe as Termine
from kmut_cli.cli.monitoring import Gruppe as Kennzahlen
from kmut_cli.cli.template import Gruppe as Vorlagen
from kmut_cli.render.bild import raster

BERICHT = "2026/taetigkeitsbericht.yaml"
BEFEHLE = [
    (0, "--version"),
    (0, "--help"),
    (0, "init neu --kommune 03459 --year 2025 --ci github --pre-commit"),
    (0, "new taetigkeitsbericht 2028 --from 2026"),
    (0, "confirm 2028/taetigkeitsbericht.yaml --all"),
    (0, "log add --date 2026-03-01 --title Netzwerktreffen --kind netzwerktreffen"),
    (0, "log list --format csv"),
    (0, "log import {daten}/outlook.ics --year 2025 --yes"),
    (0, "log import {daten}/outlook.csv --year 2025 --yes --skip-bad"),
    (0, "monitoring import im.csv --indicator 1 --retrieved 1.3.2026 --yes --update"),
    (0, "monitoring show"),
    (0, "status --ics fristen.ics"),
    (0, "validate ."),
    (1, "validate {beispiele}/fehlerhaft --format sarif"),
    (0, "check ."),
    (0, "compare 2024 2026 --format html --out vergleich.html"),
    (0, "compare " + BERICHT + " HEAD"),
    (0, "compare --plan 2026"),
    (0, "render . --format docx --format md --format oparl --out aus"),
    (0, "outline taetigkeitsbericht"),
    (0, "explain KM210"),
    (0, "schema --out schemas"),
    (0, "template copy --format docx"),
    (0, "--show-completion bash"),
]
NUR_IM_TERMINAL = {"fill", "watch"}
"""These two do not end by themselves; their tests are beside this one's caller."""


def laufe(daten: str, beispiele: str) -> None:
    """Run all; ends with a word about the first that did not do what it should."""
    raster.AUFLOESUNG = 10
    Path("im.csv").write_text("Year,Gebietseinheit,GeoCode,Value\n2024,Musterland,K03999,163455\n", encoding="utf-8")
    genannt = {zeile.split()[0] for _, zeile in BEFEHLE} | NUR_IM_TERMINAL
    if fehlt := set(Programm.befehle) - genannt:
        sys.exit(f"no line for {fehlt}")
    for gruppe, name in ((Termine, "log"), (Kennzahlen, "monitoring"), (Vorlagen, "template")):
        for unter in gruppe.befehle:
            if not any(zeile.startswith(f"{name} {unter}") for _, zeile in BEFEHLE):
                sys.exit(f"no line for {name} {unter}")
    for status, zeile in BEFEHLE:
        bekommen = main([teil.format(daten=daten, beispiele=beispiele) for teil in zeile.split()])
        sys.stderr.write(f"=== {bekommen} {zeile}\n")
        if bekommen != status:
            sys.exit(f"kmut {zeile}: {bekommen} instead of {status}")
    if not list(Path("aus").rglob("*.docx")):
        sys.exit("kmut render wrote no Word file")


if __name__ == "__main__":
    laufe(*sys.argv[1:])
