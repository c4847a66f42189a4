"""Validating whole folders: kmut, others with the same task, and the floor below which nobody comes."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.bench import KMUT, SCHEMA, SIZE, Bench, Group
from benchmarks.folders import Folder
from benchmarks.measure import Contestant, Series, reckoned

CHECK, CHECK_C = "check-jsonschema", "check-jsonschema mit libyaml"
RUAMEL = "ruamel.yaml + Pydantic"
BYTES, RAW, EVENTS = "nur lesen (Bytes)", "libyaml, rohe Ereignisse", "libyaml, Ereignisse als Objekte"


def measure(bench: Bench) -> list[Group]:
    """All folders: three sizes of folder, three sizes of report, and one with errors."""
    few, many, most = bench.plan.counts
    rounds = bench.plan.rounds
    small = _everybody(bench, few, rounds, slow=rounds, slowest=bench.plan.slow)
    middle = _everybody(bench, many, rounds, slow=bench.plan.slow, slowest=1)
    return [
        small,
        middle,
        _most(bench, most, small, middle),
        *(_size(bench, many, size) for size in bench.plan.sizes),
        _wrong(bench, many),
    ]


def _everybody(bench: Bench, count: int, rounds: int, slow: int, slowest: int) -> Group:
    """All programs; those that take a minute for a thousand files take part in fewer rounds."""
    folder = bench.folder(count)
    check, check_c, ruamel = _others(bench, folder)
    slower = [replace(check_c, rounds=slow), replace(check, rounds=slow), replace(ruamel, rounds=slowest)]
    return _group("validate", folder, SIZE, bench.run([*_quick(bench, folder), *slower], rounds))


def _most(bench: Bench, count: int, small: Group, middle: Group) -> Group:
    """The largest folder: the others are reckoned from the two before, for they would take an hour together."""
    folder = bench.folder(count)
    series = bench.run(_quick(bench, folder), 3)
    pieces = (small.units, middle.units, count)
    series |= {name: reckoned(small.series[name], middle.series[name], pieces) for name in (CHECK_C, CHECK, RUAMEL)}
    return _group("validate", folder, SIZE, series)


def _size(bench: Bench, count: int, size: int) -> Group:
    """Shorter and longer reports; who takes minutes for them is left out."""
    folder = bench.folder(count, size)
    _check, check_c, _ruamel = _others(bench, folder)
    return _group("validate", folder, size, bench.run([*_quick(bench, folder), replace(check_c, rounds=1)], 3))


def _wrong(bench: Bench, count: int) -> Group:
    """A folder in which some files have errors, which have to be found and told."""
    folder = bench.folder(count, wrong=True)
    kmut = Contestant(KMUT, bench.validate("."), folder.path, expected=(1,), environment=bench.cache_variables)
    check = replace(_others(bench, folder)[1], expected=(1,), rounds=1)
    group = _group("validate-errors", folder, SIZE, bench.run([kmut, check], 3))
    group.title += f", {folder.wrong} davon mit einem Fehler"
    return group


def _quick(bench: Bench, folder: Folder) -> list[Contestant]:
    names = bench.list_of(folder.files, folder.path.name)
    return [
        Contestant(KMUT, bench.validate("."), folder.path, environment=bench.cache_variables),
        Contestant(BYTES, bench.script("read_bytes.py", names), folder.path),
        Contestant(RAW, bench.script("read_bytes.py", names, "raw"), folder.path),
        Contestant(EVENTS, bench.script("read_bytes.py", names, "events"), folder.path),
    ]


def _others(bench: Bench, folder: Folder) -> tuple[Contestant, Contestant, Contestant]:
    """check-jsonschema as it is installed, and with the parser in C that it would use if it were there; ruamel.yaml."""
    names = bench.list_of(folder.files, folder.path.name)
    check = [bench.check_jsonschema, "--schemafile", str(SCHEMA), *folder.files]
    return (
        Contestant(CHECK, check, folder.path, long=True),
        Contestant(CHECK_C, check, folder.path, environment=bench.libyaml, long=True),
        Contestant(RUAMEL, bench.script("ruamel_pydantic.py", names), folder.path, long=True),
    )


def _group(key: str, folder: Folder, size: int, series: dict[str, Series]) -> Group:
    count = len(folder.files)
    title = f"{count:,} Berichte zu {size // 1000} KB".replace(",", ".")
    return Group(f"{key}/{count}/{size}", title, count, series, folder.size)
