"""Long texts in the editor that the person knows; what was typed there is not lost, whatever happens to kmut."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kmut_cli.cli.ausfuellen.retten import neue_datei
from kmut_cli.cli.ausfuellen.signale import Abgebrochen, Signale, uebliche_tasten
from kmut_cli.findings.display import visible

SCHNITT = "------------------------ >8 ------------------------"
_ERKLAERUNG = (
    "Diese Linie und alles darunter gehört nicht zur Antwort. Schreiben Sie darüber, speichern und schließen Sie."
)


class EditorFehler(Exception):
    """The editor did not do what it should; the message is German."""

    def __init__(self, message: str, entwurf: Path | None = None) -> None:
        """Keep where the text lies that was typed so far, if there is any."""
        super().__init__(message)
        self.message = message
        self.entwurf = entwurf


@dataclass(frozen=True, slots=True)
class Entwurf:
    """A text from the editor, and the file that keeps it until the answer is saved.

    Attributes:
        text: The text; None if it is empty or was not changed.
        datei: The file.
    """

    text: str | None
    datei: Path

    def verwirf(self) -> None:
        """Delete the file."""
        with contextlib.suppress(OSError):
            self.datei.unlink()


def editorbefehl(umgebung: Mapping[str, str], windows: bool = sys.platform == "win32") -> list[str]:
    """Give the command of the person's editor: ``$VISUAL``, else ``$EDITOR``, else on Windows Notepad.

    Args:
        umgebung: The environment.
        windows: Whether this is Windows, where a backslash is no escape.

    Returns:
        Program and arguments; empty if there is none.
    """
    gesetzt = next((wert for name in ("VISUAL", "EDITOR") if (wert := umgebung.get(name, "").strip())), "")
    if not gesetzt:
        return ["notepad"] if windows else []
    if shutil.which(gesetzt):
        return [gesetzt]  # a path with blanks and without quotes
    try:
        teile = shlex.split(gesetzt, posix=not windows)
    except ValueError:
        return [gesetzt]
    return [teil.strip('"') for teil in teile] if windows else teile


def mit_erklaerung(text: str, erklaerung: str) -> str:
    """Give the content of the file: the text, then a line to cut at, then the explanation."""
    ende = "" if not text or text.endswith("\n") else "\n"
    return f"{text}{ende}\n{SCHNITT}\n{_ERKLAERUNG}\n\n{erklaerung.rstrip()}\n"


def ohne_erklaerung(inhalt: str, erklaerung: str) -> str:
    r"""Give the text of the answer: what stands above the line to cut at; without the line, above the explanation.

    Blank lines at the end are none of the answer. Text of several lines ends with a line break, one line does not.
    """
    inhalt = inhalt.replace("\r\n", "\n").replace("\r", "\n")
    schluss = f"\n{_ERKLAERUNG}\n\n{erklaerung.rstrip()}\n"
    if f"\n{SCHNITT}" in f"\n{inhalt}":
        inhalt = f"\n{inhalt}".rpartition(f"\n{SCHNITT}")[0].removeprefix("\n")
    elif f"\n{inhalt.rstrip()}\n".endswith(schluss):
        inhalt = f"\n{inhalt.rstrip()}\n".removesuffix(schluss).removeprefix("\n")
    return abgeschlossen(inhalt)


def abgeschlossen(text: str) -> str:
    """End a text the way YAML keeps it best: one line without, several lines with one line break at the end."""
    zeilen = text.split("\n")
    while zeilen and not zeilen[-1].strip():
        zeilen.pop()
    rumpf = "\n".join(zeilen)
    return rumpf + "\n" if len(zeilen) > 1 else rumpf


def bearbeite(befehl: list[str], text: str, erklaerung: str, name: str, signale: Signale) -> Entwurf:
    """Let a text be written in an editor.

    Args:
        befehl: The editor, see :func:`editorbefehl`.
        text: The present answer.
        erklaerung: Stands below the line to cut at.
        name: Part of the name of the file.
        signale: Ctrl-C is the editor's while it runs.

    Raises:
        EditorFehler: The editor is missing or failed.
        Abgebrochen: The program was ended meanwhile; the file stays.
    """
    entwurf = neue_datei(name, mit_erklaerung(text, erklaerung), ".md")
    print(f"Ihr Text liegt, bis er gespeichert ist, in: {visible(str(entwurf))}", flush=True)
    try:
        with signale.ohne_strg_c(), uebliche_tasten():
            status = rufe_auf([*befehl, str(entwurf)])
    except OSError:
        entwurf.unlink()
        raise EditorFehler(
            f"Der Editor „{befehl[0]}“ lässt sich nicht starten. Er steht in der Umgebungsvariablen VISUAL oder EDITOR."
        ) from None
    neu = _lies(entwurf, erklaerung)
    geaendert = bool(neu.strip()) and neu != abgeschlossen(text)
    if status:
        grund = f"Der Editor „{befehl[0]}“ meldet einen Fehler (Status {status})."
        if geaendert:
            raise EditorFehler(f"{grund} Nichts wurde übernommen; Ihr Text liegt in: {entwurf}", entwurf)
        entwurf.unlink()
        raise EditorFehler(f"{grund} Nichts wurde übernommen.")
    return Entwurf(neu if geaendert else None, entwurf)


def rufe_auf(befehl: list[str]) -> int:
    """Run a program that takes the terminal; if kmut is ended meanwhile, so is it."""
    if programm := shutil.which(befehl[0]):
        befehl = [programm, *befehl[1:]]  # Windows finds code.cmd only so
    with subprocess.Popen(befehl) as prozess:
        try:
            return prozess.wait()
        except Abgebrochen:
            prozess.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                prozess.wait(3)
            raise


def _lies(entwurf: Path, erklaerung: str) -> str:
    try:
        inhalt = entwurf.read_bytes()
        kodierung = "utf-16" if inhalt[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        return ohne_erklaerung(inhalt.decode(kodierung), erklaerung)
    except UnicodeDecodeError:
        text = f"Der Editor hat nicht in UTF-8 gespeichert. Nichts wurde übernommen; Ihr Text liegt in: {entwurf}"
        raise EditorFehler(text, entwurf) from None
    except OSError:
        raise EditorFehler("Der Editor hat die Datei gelöscht. Nichts wurde übernommen.") from None
