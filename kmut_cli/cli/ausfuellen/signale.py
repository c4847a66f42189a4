"""Being broken off at any moment without leaving half of anything: signals, and the settings of the terminal."""

from __future__ import annotations

import contextlib
import signal
import sys
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

AUFGELEGT: int = getattr(signal, "SIGHUP", signal.SIGTERM)
"""The signal that a terminal sends which goes; Windows has none for it."""
_SIGNALE = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Abgebrochen(KeyboardInterrupt):
    """The user, or the system, ends the program.

    A kind of ``KeyboardInterrupt``: event loops let that through at once, and no handler of ``Exception`` takes it.
    """

    def __init__(self, signum: int = signal.SIGINT) -> None:
        """Remember the signal; typing Ctrl-C or Ctrl-D is one as well."""
        super().__init__(signum)
        self.signum = signum

    @property
    def status(self) -> int:
        """Exit status that shells expect: 128 and the number of the signal."""
        return 128 + int(self.signum)


class Signale:
    """Turns signals into :class:`Abgebrochen`, but never in the midst of writing a file.

    Attributes:
        beende_eingabe: Asked first, with the exception; gives True if a running prompt takes it and ends by it.
    """

    def __init__(self, beende_eingabe: Callable[[Abgebrochen], bool]) -> None:
        """Start without handlers; they are set by entering."""
        self.beende_eingabe = beende_eingabe
        self._vorher: dict[int, Any] = {}
        self._geschuetzt = 0
        self._wartend: int | None = None

    def __enter__(self) -> Signale:
        """Set the handlers."""
        self._vorher = {nummer: signal.signal(nummer, self._empfange) for nummer in _SIGNALE}
        return self

    def __exit__(self, *_: object) -> None:
        """Put back what was set before."""
        for nummer, vorher in self._vorher.items():
            signal.signal(nummer, vorher if vorher is not None else signal.SIG_DFL)

    @contextlib.contextmanager
    def geschuetzt(self) -> Iterator[None]:
        """Hold signals back until the block is done.

        Raises:
            Abgebrochen: At the end of the block, if one came. What the block itself raises goes first.
        """
        self._geschuetzt += 1
        try:
            yield
        finally:
            self._geschuetzt -= 1
        self.hole_nach()

    def hole_nach(self) -> None:
        """Break off now if a signal was held back; it still waits if the protected block failed.

        Raises:
            Abgebrochen: It was.
        """
        if not self._geschuetzt and self._wartend is not None:
            nummer, self._wartend = self._wartend, None
            raise Abgebrochen(nummer)

    @property
    def wartend(self) -> Abgebrochen | None:
        """What a signal wants that has come and not taken effect yet."""
        return None if self._wartend is None else Abgebrochen(self._wartend)

    @contextlib.contextmanager
    def ohne_strg_c(self) -> Iterator[None]:
        """Leave Ctrl-C to another program that has the terminal; a handler, unlike SIG_IGN, is not inherited by it."""
        vorher = signal.signal(signal.SIGINT, _nichts)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, vorher)

    def _empfange(self, nummer: int, _rahmen: FrameType | None) -> None:
        self._wartend = nummer  # till it has taken effect: a key that is handled just now, or a destructor, may take it
        if self._geschuetzt:
            return
        ende = Abgebrochen(nummer)
        if not self.beende_eingabe(ende):
            raise ende


def _nichts(_nummer: int, _rahmen: FrameType | None) -> None:
    pass


def ruhige_tasten() -> contextlib.AbstractContextManager[None]:
    """Keep keys that are typed ahead from showing up, and Enter being Enter, while no prompt runs."""
    return _tasten(ruhig=True)


def uebliche_tasten() -> contextlib.AbstractContextManager[None]:
    """Give another program a terminal with usual settings."""
    return _tasten(ruhig=False)


@contextlib.contextmanager
def _tasten(*, ruhig: bool) -> Iterator[None]:
    """Set what the terminal does with keys.

    What was set before is set again at the end, whatever happened in between. Does nothing on Windows.
    """
    if sys.platform == "win32":
        yield
        return
    import termios

    eingabe = sys.stdin.fileno()
    vorher = termios.tcgetattr(eingabe)
    neu = termios.tcgetattr(eingabe)
    for stelle, schalter in ((0, termios.ICRNL), (3, termios.ECHO | termios.ICANON)):
        neu[stelle] = neu[stelle] & ~schalter if ruhig else neu[stelle] | schalter
    # What is typed already is not lost to the change, what is printed already not to the other program.
    termios.tcsetattr(eingabe, termios.TCSANOW if ruhig else termios.TCSADRAIN, neu)
    try:
        yield
    finally:
        with contextlib.suppress(termios.error):  # the terminal may be gone
            termios.tcsetattr(eingabe, termios.TCSADRAIN, vorher)
