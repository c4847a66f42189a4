"""The profile of PowerShell: where it lies, and its content with a block of ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from kmut_cli.cli.deutsch import EigeneMeldung

_ANFANG, _ENDE = "# >>> kmut: Tab-Taste >>>", "# <<< kmut: Tab-Taste <<<"
_FRAGE = "[Console]::OutputEncoding = [System.Text.Encoding]::UTF8; $PROFILE"
_WARTEN_S = 60  # a PowerShell that starts for the first time after an update takes long


def profil(bevorzugt: str) -> Path:
    """Ask PowerShell where its profile lies.

    Args:
        bevorzugt: ``powershell`` or ``pwsh``; the other is asked where that is missing.

    Raises:
        EigeneMeldung: There is no PowerShell, or it does not tell.
    """
    programm = next((weg for eins in (bevorzugt, "powershell", "pwsh") if (weg := shutil.which(eins))), None)
    if programm is None:
        raise EigeneMeldung("PowerShell ist nicht zu finden; sie fehlt auf diesem Rechner oder im Suchpfad.")
    befehl = [programm, "-NoProfile", "-Command", _FRAGE]
    try:
        lauf = subprocess.run(befehl, capture_output=True, timeout=_WARTEN_S, check=True, stdin=subprocess.DEVNULL)
        weg = lauf.stdout.decode("utf-8-sig").strip()
    except (OSError, ValueError, subprocess.SubprocessError):
        weg = ""
    if not weg:
        raise EigeneMeldung(
            "PowerShell sagt nicht, wo ihr Profil liegt. Fügen Sie die Ausgabe von"
            " „kmut --show-completion powershell“ von Hand in Ihr Profil ein."
        )
    return Path(weg)


def mit_skript(alt: bytes, skript: bytes) -> bytes:
    """Put the script into a profile, or in place of the one of an earlier call.

    Args:
        alt: The profile; PowerShell writes some as UTF-16. Empty if there is none yet.
        skript: The script, in ASCII, so that it is right in every encoding.

    Returns:
        The profile with the script; all other bytes are as they were.
    """
    code = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(alt[:2], "ascii")
    anfang, ende, umbruch = (text.encode(code) for text in (_ANFANG, _ENDE, "\n"))
    block = anfang + umbruch + skript.decode("ascii").strip().encode(code) + umbruch + ende
    vor, gefunden, rest = alt.partition(anfang)
    if gefunden and ende in rest:
        return vor + block + rest.partition(ende)[2]
    return alt + (b"" if not alt or alt.endswith(umbruch) else umbruch) + block + umbruch
