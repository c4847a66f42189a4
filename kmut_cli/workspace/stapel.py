"""Many files at once: shares of them go to worker processes, and this process works too.

Workers are started by ``spawn`` everywhere, so that Linux, Windows and macOS behave alike. A worker knows nothing but
its pipe: when that closes, it ends, so none outlives the run however that ends.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from kmut_cli.findings import limits
from kmut_cli.workspace.arbeit import Aufgabe, Auftrag, Ertrag, bearbeite
from kmut_cli.workspace.zwischenspeicher import Kenntnis, lies_kenntnis

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_VORRAT = 2  # shares that a worker holds, so that it need not wait for the next one


@dataclass(slots=True)
class _Arbeiter:
    """A worker process as this process sees it."""

    prozess: BaseProcess
    leitung: Connection
    unterwegs: deque[Auftrag]


def prozesse() -> int:
    """Give the number of processes that can work at the same time."""
    bereit = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(bereit, limits.PROZESSE.wert)


def verteile(
    auftraege: Iterable[Auftrag], aufgabe: Aufgabe, kenntnis: Kenntnis | None, ort: Path | None, helfer: int
) -> Iterator[Ertrag]:
    """Do all shares, in any order.

    Args:
        auftraege: The shares; taken while the work goes on.
        aufgabe: What for.
        kenntnis: What is known to be in order; None to look at everything.
        ort: File from which it was read: workers read it themselves, which is faster than to hand it over.
        helfer: Number of worker processes beside this one.
    """
    offen = iter(auftraege)
    with _arbeiter(helfer, aufgabe, ort) as alle:
        while True:
            for einer in alle:
                while len(einer.unterwegs) < _VORRAT and (auftrag := next(offen, None)) is not None:
                    einer.unterwegs.append(auftrag)
                    _schicke(einer, auftrag)
            eigener = next(offen, None)
            if eigener is not None:
                yield bearbeite(eigener, aufgabe, kenntnis)
            beschaeftigt = [einer for einer in alle if einer.unterwegs]
            if eigener is None and not beschaeftigt:
                return
            for einer in _fertige(beschaeftigt, warte=eigener is None):
                auftrag = einer.unterwegs.popleft()
                yield _empfange(einer) or bearbeite(auftrag, aufgabe, kenntnis)


@contextmanager
def _arbeiter(zahl: int, aufgabe: Aufgabe, ort: Path | None) -> Iterator[list[_Arbeiter]]:
    """Start workers; afterwards none is left, whatever happened."""
    alle: list[_Arbeiter] = []
    try:
        with suppress(OSError), _ohne_unterbrechung():  # if no more can be had, those that are there do it
            for _ in range(zahl):
                alle.append(_starte(aufgabe, ort))
        yield alle
    finally:
        for einer in alle:
            einer.leitung.close()
            einer.prozess.kill()
        for einer in alle:
            einer.prozess.join()
        if alle and os.name == "posix":
            # Python ends its helper process only with itself, and leaves it to others to bury. There is no public way.
            getattr(resource_tracker._resource_tracker, "_stop", bool)()


@contextmanager
def _ohne_unterbrechung() -> Iterator[None]:
    """Hold back Ctrl-C while workers start: they must never hear of it, and begin with what holds here."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    resource_tracker.ensure_running()  # started later, it would let Ctrl-C through again
    vorher = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, vorher)


def _starte(aufgabe: Aufgabe, ort: Path | None) -> _Arbeiter:
    spawn = multiprocessing.get_context("spawn")
    hier, dort = spawn.Pipe()
    prozess = spawn.Process(target=_arbeite, args=(dort, aufgabe, ort), daemon=True)
    prozess.start()
    dort.close()
    return _Arbeiter(prozess, hier, deque())


def _schicke(einer: _Arbeiter, auftrag: Auftrag) -> None:
    with suppress(OSError):  # a worker that died is noticed when its answer is due
        einer.leitung.send(auftrag)


def _fertige(alle: list[_Arbeiter], *, warte: bool) -> list[_Arbeiter]:
    """Give the workers that have answered, or died."""
    bereit = wait([einer.leitung for einer in alle], None if warte else 0)
    return [einer for einer in alle if einer.leitung in bereit]


def _empfange(einer: _Arbeiter) -> Ertrag | None:
    """Take an answer; None if there is none, since the worker died or could not do it: then it is done here."""
    try:
        antwort = einer.leitung.recv()
    except (OSError, EOFError):
        return None
    return antwort if isinstance(antwort, Ertrag) else None


def _arbeite(leitung: Connection, aufgabe: Aufgabe, ort: Path | None) -> None:
    """Be a worker: take shares until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the user's Ctrl-C goes to all; the main process ends this one
    gc.set_threshold(100_000)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    kenntnis = lies_kenntnis(ort) if ort is not None else None
    offen: SimpleQueue[Auftrag | None] = SimpleQueue()
    # Taken while the work goes on: else both processes could wait for the other to take what fills the pipe.
    Thread(target=_hole, args=(leitung, offen), daemon=True).start()
    with suppress(OSError, EOFError):
        while (auftrag := offen.get()) is not None:
            _antworte(leitung, auftrag, aufgabe, kenntnis)


def _hole(leitung: Connection, offen: SimpleQueue[Auftrag | None]) -> None:
    with suppress(OSError, EOFError):
        while True:
            offen.put(leitung.recv())
    offen.put(None)


def _antworte(leitung: Connection, auftrag: Auftrag, aufgabe: Aufgabe, kenntnis: Kenntnis | None) -> None:
    """Do a share and send what came of it; nothing if that fails: the main process tries it again and shows why."""
    try:
        leitung.send(bearbeite(auftrag, aufgabe, kenntnis))
    except (OSError, EOFError):
        raise
    except Exception:
        leitung.send(None)
