"""What is felt at the keyboard: one file, and the help; whole processes from start to end."""

from __future__ import annotations

from benchmarks.bench import KMUT, ROOT, SCHEMA, Bench, Group
from benchmarks.measure import Contestant
from benchmarks.validating import CHECK, CHECK_C

TYPER, BARE = "Typer", "Typer ohne Rich"


def measure(bench: Bench) -> list[Group]:
    """One file and the help."""
    folder = bench.folder(1)
    (report,) = folder.files
    check = [bench.check_jsonschema, "--schemafile", str(SCHEMA), report]
    one = [
        Contestant(KMUT, bench.validate(report), folder.path, environment=bench.cache_variables),
        Contestant(CHECK, check, folder.path),
        Contestant(CHECK_C, check, folder.path, environment=bench.libyaml),
    ]
    typer = bench.script("bare_typer.py", "--help")
    help_ = [
        Contestant(f"{KMUT} --help", [bench.kmut, "--help"], ROOT),
        Contestant(f"{TYPER} --help", typer, ROOT),
        Contestant(f"{BARE} --help", typer, ROOT, environment={"BARE": "1"}),
    ]
    return [
        Group("one", "Eine Datei zu 20 KB", 1, bench.run(one, bench.plan.pairs), folder.size),
        Group("help", "Die Hilfe", 1, bench.run(help_, bench.plan.pairs)),
    ]
