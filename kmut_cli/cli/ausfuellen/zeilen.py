"""Typing a line or a text."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kmut_cli.cli.ausfuellen.signale import Abgebrochen
from kmut_cli.cli.ausfuellen.steuerzeichen import ohne_steuerzeichen
from kmut_cli.cli.ausfuellen.terminal import Terminal, bei_abbruch

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.formatted_text import AnyFormattedText


class Unfertig(Abgebrochen):
    """Broken off while a text stood in the prompt that had not been sent off."""

    def __init__(self, signum: int, text: str) -> None:
        """Keep the text beside the signal."""
        super().__init__(signum)
        self.text = text


def _alles_recht(_text: str) -> str:
    return ""


def zeile(
    terminal: Terminal,
    frage: str,
    vorgabe: str = "",
    pruefe: Callable[[str], str] = _alles_recht,
    nebenbei: Callable[[str], str] = _alles_recht,
) -> str | None:
    """Ask for one line.

    Args:
        terminal: Where.
        frage: Stands before the cursor.
        vorgabe: Text to begin with.
        pruefe: Gives what is wrong with a text, empty if nothing; such a text is not taken,
            and that stands above the line until it is changed.
        nebenbei: Gives a word on the text as it is typed, shown at the right.

    Returns:
        The line; None if it was left with Esc.

    Raises:
        Unfertig: Broken off.
    """
    from prompt_toolkit import PromptSession

    fehler: list[str] = []

    def mit_fehler() -> AnyFormattedText:
        rot = "fg:ansired" if terminal.farbig else ""
        return [(rot, "".join(f"{eine}\n" for eine in fehler)), ("", frage)]

    def nimm(event: Any) -> None:
        fehler[:] = _hoechstens(pruefe(event.current_buffer.text), terminal.breite)
        if not fehler:
            event.current_buffer.validate_and_handle()

    belegung = _belegung(("escape",), einzeilig=True)
    for taste in ("enter", "c-j"):
        belegung.add(taste, eager=True)(nimm)
    sitzung: PromptSession[str] = PromptSession(
        message=mit_fehler,
        key_bindings=belegung,
        rprompt=lambda: nebenbei(sitzung.default_buffer.text),
    )
    sitzung.default_buffer.on_text_changed += lambda _puffer: fehler.clear()
    return _lies(terminal, sitzung, vorgabe)


def _hoechstens(satz: str, breite: int, zeilen: int = 3) -> list[str]:
    """Break a sentence into lines, of which the last may be cut."""
    return textwrap.wrap(satz, breite, max_lines=zeilen, placeholder=" …")


def mehrzeilig(terminal: Terminal, vorgabe: str = "") -> str | None:
    """Ask for a text of several lines: Esc and Enter end it, Esc twice leaves it.

    Returns:
        The text; None if it was left.

    Raises:
        Unfertig: Broken off.
    """
    from prompt_toolkit import PromptSession

    terminal.sage("Enter beginnt eine neue Zeile. Fertig: erst Esc, dann Enter. Zurück ohne Änderung: zweimal Esc.")
    sitzung: PromptSession[str] = PromptSession(
        message="",
        key_bindings=_belegung(("escape", "escape"), einzeilig=False),
        multiline=True,
        prompt_continuation="",
    )
    return _lies(terminal, sitzung, vorgabe)


def _belegung(zurueck: tuple[str, ...], *, einzeilig: bool) -> Any:
    from prompt_toolkit.application import get_app
    from prompt_toolkit.filters import Condition
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys

    belegung = KeyBindings()
    belegung.add(*zurueck, eager=True)(lambda event: event.app.exit(result=None))
    for taste in ("c-r", "c-s", "f4"):
        belegung.add(taste, eager=True)(lambda event: None)  # search and other modes of the library speak English
    belegung.add(Keys.BracketedPaste, eager=True)(_fuege_zeile_ein if einzeilig else _fuege_ein)
    bei_abbruch(belegung, leer=Condition(lambda: not get_app().current_buffer.text))
    return belegung


def _fuege_ein(event: Any) -> None:
    """Take what is pasted, without what no file may hold."""
    event.current_buffer.insert_text(ohne_steuerzeichen(event.data))


def _fuege_zeile_ein(event: Any) -> None:
    """Take what is pasted into one line: line ends become blanks."""
    event.current_buffer.insert_text(" ".join(ohne_steuerzeichen(event.data).split("\n")).strip())


def _lies(terminal: Terminal, sitzung: PromptSession[str], vorgabe: str) -> str | None:
    from prompt_toolkit.document import Document

    sitzung.default_buffer.reset(Document(vorgabe))
    try:
        text: str | None = terminal.stelle(sitzung.app)
    except Abgebrochen as ende:
        text = sitzung.default_buffer.text
        raise Unfertig(ende.signum, "" if text == vorgabe else text) from None
    return text if text is None else ohne_steuerzeichen(text)
