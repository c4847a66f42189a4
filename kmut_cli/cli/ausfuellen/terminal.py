"""The terminal of the person who answers: taking it over, giving it back, showing lines, waiting for one key."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Mapping
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from kmut_cli.cli.ausfuellen.anschlag import Anschlag
from kmut_cli.cli.ausfuellen.signale import AUFGELEGT, Abgebrochen, Signale, ruhige_tasten
from kmut_cli.cli.fragen import kein_fenster
from kmut_cli.findings.display import cell_len, paint, visible

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyBindings

FETT, BLASS, GRUEN, GELB, ROT = "1", "2", "32", "33", "31"
ENTER, ESC = "enter", "esc"
_NAMEN = {ENTER: "Enter", ESC: "Esc"}


class Terminal:
    """A terminal that questions are asked on; used as a context.

    Attributes:
        farbig: Whether colours are shown.
        signale: What breaks off, and holds that back while a file is written.
    """

    def __init__(self, *, farbig: bool) -> None:
        """Open nothing yet."""
        self.farbig = farbig
        self.signale = Signale(self._beende_eingabe)
        self._stapel = ExitStack()
        self._app: Application[Any] | None = None

    def __enter__(self) -> Terminal:
        """Take over the terminal.

        Raises:
            EigeneMeldung: It cannot be used for questions.
        """
        from prompt_toolkit.application import create_app_session
        from prompt_toolkit.input.defaults import create_input
        from prompt_toolkit.output.defaults import create_output

        try:
            ausgabe, eingabe = create_output(), create_input()
        except Exception:  # the library's own kinds of error differ by platform
            raise kein_fenster(
                "Öffnen Sie unter Windows die Eingabeaufforderung oder PowerShell, oder schreiben Sie die Antworten mit"
                " einem Editor in die Datei."
            ) from None
        if hasattr(ausgabe, "enable_cpr"):
            ausgabe.enable_cpr = False  # asks the terminal for its cursor, and complains in English without an answer
        with ExitStack() as stapel:
            stapel.enter_context(self.signale)
            stapel.enter_context(ruhige_tasten())
            stapel.enter_context(create_app_session(input=eingabe, output=ausgabe))
            self._stapel = stapel.pop_all()
        return self

    def __exit__(self, *fehler: Any) -> None:
        """Give the terminal back as it was."""
        self._stapel.__exit__(*fehler)

    @property
    def breite(self) -> int:
        """Columns for text: those of the terminal, at most 100."""
        return max(min(shutil.get_terminal_size((80, 24)).columns, 100) - 1, 20)

    def zeige(self, text: str = "", stil: str = "") -> None:
        """Print lines; what would steer the terminal is made visible.

        Raises:
            Abgebrochen: The terminal is gone.
        """
        try:
            for zeile in text.split("\n"):
                print(paint(visible(zeile), stil, self.farbig and bool(stil)))
            sys.stdout.flush()
        except OSError:
            raise Abgebrochen(AUFGELEGT) from None

    def sage(self, satz: str, stil: str = "", einzug: str = "") -> None:
        """Print a sentence, broken at blanks; names of files stay whole."""
        zeilen = textwrap.wrap(
            satz,
            self.breite,
            initial_indent=einzug,
            subsequent_indent=einzug,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self.zeige("\n".join(zeilen), stil)

    def taste(self, tasten: Mapping[str, str], *, tippen: bool = False) -> str:
        """Wait for one key.

        Args:
            tasten: Key → what it does, in the order of the footer. ``ENTER`` and ``ESC`` stand for these two; a key
                without text works and is not shown.
            tippen: Whether a text may simply be typed instead.

        Returns:
            The key, or ``TIPPEN``.

        Raises:
            Abgebrochen: By Ctrl-C, Ctrl-D or a signal.
        """
        from prompt_toolkit.application import Application
        from prompt_toolkit.key_binding import KeyBindings
        from prompt_toolkit.layout import Layout, Window
        from prompt_toolkit.layout.controls import FormattedTextControl

        falsch: list[str] = []
        belegung = KeyBindings()
        anschlag = Anschlag(tasten)

        @belegung.add("<any>")
        def _beliebig(event: Any) -> None:
            if tippen and anschlag.nimm(event):
                return
            zeichen = event.data.lower() if event.data.lower() in tasten else event.data
            if zeichen in tasten:
                event.app.exit(result=zeichen)
            elif zeichen.isprintable() and len(zeichen) == 1:
                falsch[:] = [f"Die Taste „{zeichen}“ gilt hier nicht."]

        for name, taste in (("enter", ENTER), ("c-j", ENTER), ("escape", ESC)):
            if taste in tasten:
                belegung.add(name, eager=True)(_endet_mit(taste, anschlag))
        bei_abbruch(belegung)
        fuss = FormattedTextControl(lambda: "\n".join([*falsch, fusszeilen(tasten, self.breite)]), show_cursor=False)
        app: Application[str] = Application(
            layout=Layout(Window(fuss, wrap_lines=True, dont_extend_height=True)),
            key_bindings=belegung,
            erase_when_done=True,
        )
        gedrueckt: str = self.stelle(app)
        return gedrueckt

    def stelle(self, app: Application[Any]) -> Any:
        """Run a prompt of the library to its end and give its result.

        Raises:
            Abgebrochen: Instead, if a signal came before or while it ran, or the terminal is gone.
        """
        from prompt_toolkit.input.typeahead import store_typeahead

        self.signale.hole_nach()
        store_typeahead(app.input, app.input.flush_keys())  # an Esc typed ahead would else wait for the next key
        self._app = app
        try:
            ergebnis = app.run(pre_run=self._beginne, handle_sigint=False, set_exception_handler=False)
        except (EOFError, OSError):
            raise self.signale.wartend or Abgebrochen(AUFGELEGT) from None
        finally:
            self._app = None
        self.signale.hole_nach()  # it came while the last key was handled, which ended the prompt first
        return ergebnis

    def _beginne(self) -> None:
        """End a prompt at its beginning if a signal came before it could take one."""
        if ende := self.signale.wartend:
            self._beende_eingabe(ende)

    def _beende_eingabe(self, ende: Abgebrochen) -> bool:
        """End a running prompt the way the library wants it, so that it puts the terminal in order."""
        app = self._app
        if app is None:
            return False
        if app.loop is None or app.future is None or app.future.done():
            return True  # it is about to begin, or has just ended; :meth:`stelle` takes the signal up

        def beende() -> None:
            if app.future is not None and not app.future.done():
                app.exit(exception=ende)

        app.loop.call_soon_threadsafe(beende)
        return True


def bei_abbruch(belegung: KeyBindings, *, leer: Any = True) -> None:
    """Let Ctrl-C, and Ctrl-D where ``leer`` (a filter of the library) holds, break off."""

    def brich_ab(event: Any) -> None:
        event.app.exit(exception=Abgebrochen())

    for maus in ("<vt100-mouse-event>", "<windows-mouse-event>"):
        # The library would take what was pasted with colours apart, as if it told where a mouse is, and stumble.
        belegung.add(maus, eager=True)(lambda _event: None)
    belegung.add("c-c", eager=True)(brich_ab)
    belegung.add("c-d", eager=True, filter=leer)(brich_ab)


def _endet_mit(ergebnis: str, anschlag: Anschlag) -> Any:
    def ende(event: Any) -> None:
        if not anschlag.nimm(event):
            event.app.exit(result=ergebnis)

    return ende


def fusszeilen(tasten: Mapping[str, str], breite: int) -> str:
    """Name the keys, as many on a line as fit; keys with the same text stand together.

    >>> fusszeilen({"enter": "antworten", "a": "antworten", "w": "weiter"}, 80)
    '[Enter, a] antworten   [w] weiter'
    """
    nach_text: dict[str, list[str]] = {}
    for taste, text in tasten.items():
        if text:
            nach_text.setdefault(text, []).append(_NAMEN.get(taste, taste))
    zeilen = [""]
    for text, namen in nach_text.items():
        stueck = f"[{', '.join(namen)}] {text}"
        dazu = f"{zeilen[-1]}   {stueck}" if zeilen[-1] else stueck
        if cell_len(dazu) <= breite or not zeilen[-1]:
            zeilen[-1] = dazu
        else:
            zeilen.append(stueck)
    return "\n".join(zeilen)
