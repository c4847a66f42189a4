"""Reads `requirements/*.txt` as `tasks.py lock` writes them: what is locked, from which archives, for whose sake."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PIN = re.compile(r"(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))? \\")
_HASH = re.compile(r" {4}--hash=sha256:(?P<digest>[0-9a-f]{64})(?: \\)?")
_VIA = re.compile(r" {4}#(?: via)?(?: +(?P<name>\S.*))?")


@dataclass(frozen=True)
class Pin:
    """One locked release.

    Attributes:
        name: as the registry writes it, normalized.
        version: the one release that is installed.
        marker: on which platforms; empty for all.
        hashes: SHA-256 of each archive of the release, any of which may be installed.
        via: who asks for it, by name; a project's own file ends in `)`.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]
    via: tuple[str, ...]


def read_lock(path: Path) -> tuple[Pin, ...]:
    """The locked releases of a file in its order.

    Raises:
        ValueError: for a line that is none of: pin with version, hash, comment. An address is such a line.
    """
    pins: list[tuple[str, str, str, list[str], list[str]]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            continue
        if match := _PIN.fullmatch(line):
            pins.append((match["name"], match["version"], match["marker"] or "", [], []))
        elif pins and (match := _HASH.fullmatch(line)):
            pins[-1][3].append(match["digest"])
        elif pins and (match := _VIA.fullmatch(line)):
            if match["name"]:
                pins[-1][4].append(match["name"])
        else:
            raise ValueError(f"{path.name}:{number}: neither a pinned requirement nor its hash: {line}")
    return tuple(Pin(name, version, marker, tuple(hashes), tuple(via)) for name, version, marker, hashes, via in pins)
