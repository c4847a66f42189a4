"""Telling a command, which is one key, from the beginning of a text that is simply typed."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from prompt_toolkit.key_binding.key_processor import KeyPress

TIPPEN = "tippen"
"""Stands for a text that was begun; what was typed of it waits for the next prompt."""
_PAUSE = 0.25
"""Seconds in which the next letter of a word follows when somebody types; a command waits so long before it works."""


class Anschlag:
    """Looks at the keys of one prompt that takes commands or text.

    A letter that is no command begins a text, and a capital is none: with one most answers begin. So does a command
    letter that another one follows soon. The same letter again and again is a key that is held down, and each of them
    a command.
    """

    def __init__(self, tasten: Collection[str]) -> None:
        """Take the commands."""
        self._tasten = tasten
        self._wartet: KeyPress | None = None
        self._uhr: Any = None

    def nimm(self, event: Any) -> bool:
        """Take a key; gives whether it is dealt with."""
        taste = event.key_sequence[0]
        erste, self._wartet = self._wartet, None
        if erste is not None:
            self._uhr.cancel()
            if _ist_text(taste) and taste.data != erste.data:
                _beginne_text(event.app, erste, taste)
            else:
                event.app.key_processor.feed(taste, first=True)
                event.app.exit(result=erste.data)
            return True
        if not _ist_text(taste) or not taste.data.strip():
            return False
        if taste.data in self._tasten:
            self._wartet = taste
            self._uhr = event.app.loop.call_later(_PAUSE, self._befehl, event.app)
        else:
            _beginne_text(event.app, taste)
        return True

    def _befehl(self, app: Any) -> None:
        if self._wartet is not None and app.future is not None and not app.future.done():
            app.exit(result=self._wartet.data)


def _ist_text(taste: KeyPress) -> bool:
    from prompt_toolkit.keys import Keys

    return taste.key == Keys.BracketedPaste or (len(taste.data) == 1 and taste.data.isprintable())


def _beginne_text(app: Any, *tasten: KeyPress) -> None:
    for taste in reversed(tasten):
        app.key_processor.feed(taste, first=True)
    app.exit(result=TIPPEN)
