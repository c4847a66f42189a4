"""Sets up the Tab key: ``kmut --install-completion`` and ``--show-completion``.

The scripts are Typer's. They are not installed by Typer, which would add to a profile at every call, change Zsh's menus
for all programs, and open PowerShell's execution policy.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from pathlib import Path

from typer._completion_shared import _get_shell_name, get_completion_script

from kmut_cli.cli.ausgabe import gleichzeitig, schreibe_anstelle
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.shell_antwort import VARIABLE
from kmut_cli.findings.display import visible
from kmut_cli.source.write import FileChanged

SHELLS = ("bash", "zsh", "fish", "powershell")
_VERSUCHE = 5
"""How often a profile is read anew that somebody else changes at this moment."""
_MARKE = b"  # kmut: Tab-Taste"
# Else each press of Tab tells, in English, that kmut is not found while its environment is not activated.
_STUMM = {
    "bash": ("complete_bash $1 )", "complete_bash $1 2>/dev/null )"),
    "zsh": ("complete_zsh kmut)", "complete_zsh kmut 2>/dev/null)"),
    "fish": ("(commandline -cp) kmut", "(commandline -cp) kmut 2>/dev/null"),
    # Windows PowerShell else takes the answer for one in the code page of the console and shows no umlauts.
    "powershell": (
        "    kmut | ForEach-Object {",
        "    $vorher = [Console]::OutputEncoding\n"
        "    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8\n"
        "    kmut | ForEach-Object {",
    ),
}


def zeige(name: str) -> None:
    """Print the script for a shell.

    Args:
        name: The shell; empty for the one that kmut was called from.

    Raises:
        EigeneMeldung: There is none for it, or it is not known which it is.
    """
    print(_skript(_shell(name, "--show-completion")))


def richte_ein(name: str) -> None:
    """Write the script to where the shell finds it, and say what was done.

    Args:
        name: The shell; empty for the one that kmut was called from.

    Raises:
        EigeneMeldung: There is none for it, it is not known which it is, or a file cannot be written.
    """
    shell = _shell(name, "--install-completion")
    skript = f"{_skript(shell)}\n".encode()
    try:
        if shell == "bash":
            print(_bash(skript))
        elif shell == "zsh":
            print(_zsh(skript))
        elif shell == "fish":
            print(_fish(skript))
        else:
            print(_powershell(shell, skript))
    except RuntimeError:  # Path.home()
        raise EigeneMeldung("Ihr persönlicher Ordner ist nicht bekannt; setzen Sie die Variable HOME.") from None


def _shell(name: str, option: str) -> str:
    gemeint = name.lower() or _erkannt()
    if gemeint in (*SHELLS, "pwsh"):  # PowerShell 7 is called so, and has a profile of its own
        return gemeint
    moeglich = f"Nennen Sie bash, zsh, fish oder powershell, zum Beispiel: kmut {option} bash"
    if not gemeint:
        raise EigeneMeldung(f"Welche Shell Sie verwenden, ist nicht zu erkennen. {moeglich}")
    raise EigeneMeldung(f"Für die Shell „{gemeint}“ gibt es keine Vervollständigung. {moeglich}")


def _erkannt() -> str:
    """Name the shell that kmut was called from; empty if that cannot be told."""
    try:
        return _get_shell_name() or ""
    except Exception:  # the library asks the system in many ways, and one may fail in any
        return ""


def _skript(shell: str) -> str:
    text = get_completion_script(prog_name="kmut", complete_var=VARIABLE, shell=shell)
    text = text.replace(*_STUMM["powershell" if shell == "pwsh" else shell])
    if shell in ("powershell", "pwsh"):
        ende = f'    $Env:{VARIABLE} = ""\n'
        text = text.replace(ende, f"    [Console]::OutputEncoding = $vorher\n{ende}")
    return text


def _bash(skript: bytes) -> str:
    datei = Path.home() / ".bash_completions" / "kmut.sh"
    profil = Path.home() / ".bashrc"
    lege_ab(datei, lambda _: skript)
    _zeile(profil, f"if [ -f {_q(datei)} ]; then source {_q(datei)}; fi")
    return _nach_quelle(profil)


def _zsh(skript: bytes) -> str:
    datei = Path.home() / ".zfunc" / "_kmut"
    profil = Path(os.environ.get("ZDOTDIR") or Path.home()) / ".zshrc"
    lege_ab(datei, lambda _: skript)
    laden = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }"
    _zeile(profil, f"if [ -f {_q(datei)} ]; then {laden}; source {_q(datei)}; fi")
    return _nach_quelle(profil)


def _fish(skript: bytes) -> str:
    einstellungen = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    lege_ab(einstellungen / "fish" / "completions" / "kmut.fish", lambda _: skript)
    return "Die Tab-Taste vervollständigt kmut in jedem neuen Fenster und meist auch schon in diesem."


def _powershell(shell: str, skript: bytes) -> str:
    from kmut_cli.cli.shell_powershell import mit_skript, profil

    datei = profil(shell)
    lege_ab(datei, lambda alt: mit_skript(alt, skript))
    return (
        "Die Tab-Taste vervollständigt kmut in jedem neuen Fenster der PowerShell. Meldet sie beim Start, dass Skripts"
        " nicht ausgeführt werden dürfen, fragen Sie Ihre IT, oder erlauben Sie es für sich mit dem Befehl:\n"
        "Set-ExecutionPolicy -Scope CurrentUser RemoteSigned"
    )


def _nach_quelle(profil: Path) -> str:
    return f"Die Tab-Taste vervollständigt kmut in jedem neuen Fenster; in diesem nach: source {_q(profil)}"


def _zeile(profil: Path, befehl: str) -> None:
    """Let a profile hold one line of ours; all others stay as they are."""
    lege_ab(profil, lambda alt: _mit_zeile(alt, os.fsencode(befehl) + _MARKE))


def _mit_zeile(alt: bytes, neu: bytes) -> bytes:
    zeilen = alt.splitlines(keepends=True)
    unsere = [nummer for nummer, eine in enumerate(zeilen) if eine.rstrip().endswith(_MARKE)]
    if unsere:
        zeilen[unsere[0]] = neu + b"\n"
        zeilen = [eine for nummer, eine in enumerate(zeilen) if nummer not in unsere[1:]]
    else:
        if zeilen and not zeilen[-1].endswith(b"\n"):
            zeilen[-1] += b"\n"
        zeilen.append(neu + b"\n")
    return b"".join(zeilen)


def lege_ab(datei: Path, inhalt: Callable[[bytes], bytes]) -> None:
    """Change a file unless it is so already, and say which; what somebody saves in it meanwhile stays.

    Args:
        datei: The file.
        inhalt: Gives its bytes for those that it has; empty if there is none.

    Raises:
        EigeneMeldung: It can be read or written by someone else only, or is changed all the time.
    """
    for _ in range(_VERSUCHE):
        alt = lies(datei)
        neu = inhalt(alt or b"")
        if neu == alt:
            print(f"Schon eingerichtet, unverändert: {visible(str(datei))}")
            return
        try:
            schreibe_anstelle(datei, neu, alt)
        except FileChanged:
            continue
        return
    raise gleichzeitig(datei)


def lies(datei: Path) -> bytes | None:
    """Read a file; None if there is none.

    Raises:
        EigeneMeldung: It cannot be read, so it must not be written either.
    """
    try:
        return datei.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise EigeneMeldung(f"„{datei}“ lässt sich nicht lesen. Prüfen Sie die Zugriffsrechte.") from None


def _q(pfad: Path) -> str:
    return shlex.quote(str(pfad))
