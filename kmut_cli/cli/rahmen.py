"""What surrounds every run: streams that work, and an end without a traceback whatever happens."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO, cast

from kmut_cli.cli.stroeme import Strom


def gerahmt(lauf: Callable[[], int]) -> int:
    """Run the program and give its exit status.

    Args:
        lauf: The program; what it prints goes out as UTF-8.

    Returns:
        The status that ``lauf`` gives; 130 if the user breaks off, 2 if the surroundings do not allow the run, 3 for a
        fault in kmut. What a person needs to know then stands on standard error.
    """
    _richte_stroeme_ein()
    davor = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = cast(TextIO, Strom(sys.stdout)), cast(TextIO, Strom(sys.stderr, balken=True))
    try:
        return _gerahmt(lauf)
    finally:
        sys.stdout, sys.stderr = davor


def _gerahmt(lauf: Callable[[], int]) -> int:
    try:
        status = lauf()
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("kmut: abgebrochen.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        _verwirf_ausgabe()  # The reader of a pipe (head, less) went away.
        return 0
    except Exception as fehler:  # a fault of ours: say so, without a traceback
        if grund := _umgebung(fehler):
            print(f"kmut: {grund}", file=sys.stderr)
            return 2
        _melde_fehler(fehler)
        return 3
    return status


def _richte_stroeme_ein() -> None:
    """Open what was closed before the start, as some schedulers do, and let everything be UTF-8."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  (open to the end)
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for strom in (sys.stdout, sys.stderr):
        if hasattr(strom, "reconfigure"):
            strom.reconfigure(encoding="utf-8", errors="backslashreplace")


def _verwirf_ausgabe() -> None:
    """Send what is still to be written nowhere: Python would try, and complain, once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _umgebung(fehler: Exception) -> str:
    """Tell of an error that comes from around kmut; empty if the fault is its own."""
    try:
        Path.cwd()
    except OSError:
        return "Den Ordner, in dem Sie stehen, gibt es nicht mehr. Wechseln Sie mit cd in einen anderen."
    if isinstance(fehler, OSError) and fehler.errno in (errno.ENOSPC, errno.EIO) and not fehler.filename:
        _verwirf_ausgabe()
        return "Die Ausgabe lässt sich nicht schreiben; vielleicht ist der Datenträger voll."
    if isinstance(fehler, OSError) and fehler.filename:
        from kmut_cli.findings.display import visible  # only for what goes wrong
        from kmut_cli.source.oserror import grund

        warum = grund(fehler) or "Prüfen Sie Namen, Rechte und Laufwerk"
        return f"„{visible(str(fehler.filename))}“ lässt sich nicht lesen oder schreiben: {warum}."
    return ""


def _melde_fehler(fehler: Exception) -> None:
    """Tell of a fault in kmut; the traceback goes to a developer who asks for it."""
    if os.environ.get("KMUT_DEBUG"):
        import traceback

        traceback.print_exc()
    spur = fehler.__traceback__
    while spur is not None and spur.tb_next is not None:
        spur = spur.tb_next
    wo = f"{Path(spur.tb_frame.f_code.co_filename).name}:{spur.tb_lineno}" if spur else "?"
    print(
        f"kmut: Das ist ein Fehler in kmut selbst ({type(fehler).__name__}, {wo}). Ihre Dateien sind unverändert.\n"
        "Bitte melden Sie ihn mit dem Befehl, den Sie eingegeben haben, und dieser Zeile.",
        file=sys.stderr,
    )
