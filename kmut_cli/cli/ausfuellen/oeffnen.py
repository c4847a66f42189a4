"""The document itself in the person's editor, at the place of an answer: for what is too deep for questions."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from kmut_cli.cli.ausfuellen.editor import editorbefehl, rufe_auf
from kmut_cli.cli.ausfuellen.signale import uebliche_tasten
from kmut_cli.cli.ausfuellen.terminal import ENTER, GELB, ROT
from kmut_cli.documents.rules import WERTART
from kmut_cli.workspace.bearbeitung import BearbeitungError

if TYPE_CHECKING:
    from kmut_cli.cli.ausfuellen.kontext import Kontext

_MIT_PLUS = frozenset(
    {"vi", "vim", "nvim", "gvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "ne", "mg", "kak"}
)
_MIT_GOTO = frozenset({"code", "code-insiders", "codium", "cursor"})
_MIT_DOPPELPUNKT = frozenset({"subl", "sublime_text", "hx", "helix", "zed"})


def mit_zeile(befehl: list[str], datei: Path, zeile: int) -> list[str]:
    """Give the command that opens a file at a line, as far as it is known how the editor takes that.

    >>> mit_zeile(["code", "--wait"], Path("a.yaml"), 7)
    ['code', '--wait', '--goto', 'a.yaml:7']
    """
    name = Path(befehl[0]).stem.lower()
    if name in _MIT_PLUS:
        return [*befehl, f"+{zeile}", str(datei)]
    if name in _MIT_GOTO:
        return [*befehl, "--goto", f"{datei}:{zeile}"]
    if name in _MIT_DOPPELPUNKT:
        return [*befehl, f"{datei}:{zeile}"]
    return [*befehl, f"-n{zeile}", str(datei)] if name == "notepad++" else [*befehl, str(datei)]


def oeffne(k: Kontext) -> None:
    """Open the file at the answer, and take up what was changed there."""
    bearbeitung = k.schreiber.bearbeitung
    while True:
        zeile = bearbeitung.geladen.source.finding(WERTART, k.frage, "", key=True).line or 1
        k.terminal.sage(
            f"Ihr Editor öffnet „{bearbeitung.name}“; die Antwort steht bei Zeile {zeile}. Speichern und schließen Sie,"
            " dann geht es hier weiter."
        )
        try:
            with k.terminal.signale.ohne_strg_c(), uebliche_tasten():
                rufe_auf(mit_zeile(editorbefehl(os.environ), bearbeitung.pfad, zeile))
            k.schreiber.nimm_auf(k.frage)
        except OSError:
            k.terminal.sage("Der Editor lässt sich nicht starten. Er steht in der Variablen VISUAL oder EDITOR.", GELB)
            return
        except BearbeitungError as fehler:
            k.terminal.sage(f"{fehler.message} {fehler.help}".strip(), ROT)
            k.terminal.sage("kmut liest die Datei erst wieder, wenn das behoben ist.")
            if k.terminal.taste({"o": "noch einmal öffnen", ENTER: "zurück"}) == ENTER:
                return
            continue
        return
