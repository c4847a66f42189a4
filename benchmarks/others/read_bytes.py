"""The floor: reading the bytes of the files that a list names, in one process.

Run with ``python read_bytes.py LIST``, or with ``raw`` or ``events`` behind it to let libyaml parse them too.
"""

from __future__ import annotations

import sys
from pathlib import Path


def nothing(content: bytes) -> None:
    """Only read."""


def raw(content: bytes) -> None:
    """Let libyaml find all events, in C from the first to the last; nothing of them reaches Python."""
    from _ruamel_yaml import CParser

    CParser(content).raw_parse()


def events(content: bytes) -> None:
    """Let libyaml make an object of each event."""
    from _ruamel_yaml import CParser

    parser = CParser(content)
    while parser.get_event() is not None:
        pass


if __name__ == "__main__":
    work = {"raw": raw, "events": events}.get(sys.argv[2] if len(sys.argv) > 2 else "", nothing)
    for name in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        work(Path(name).read_bytes())
