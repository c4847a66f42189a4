"""Makes anew what is derived in README and handbook: outputs of real runs, help pages, all codes, all questions.

A block follows a comment such as ``<!-- ausgabe: kmut validate examples/fehlerhaft -->`` and is replaced by what that
command prints now. Pages below ``docs/handbuch/`` that begin with the mark of this tool are written whole.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from kmut_cli.__main__ import main as kmut
from kmut_cli.cli.app import Programm
from kmut_cli.cli.log import Gruppe as Termine
from kmut_cli.cli.monitoring import Gruppe as Kennzahlen
from kmut_cli.cli.template import Gruppe as Vorlagen
from kmut_cli.documents.registry import arten, dokumenttyp
from kmut_cli.documents.umriss import umriss, umriss_text
from kmut_cli.findings import limits
from kmut_cli.rules.erklaerung import erklaerung
from kmut_cli.rules.registry import catalogue

ROOT = Path(__file__).resolve().parent.parent
HANDBUCH = ROOT / "docs" / "handbuch"
MARKE = "<!-- Diese Seite entsteht mit: python3 tasks.py update -->\n\n"
UNTERBEFEHLE = {"log": Termine.befehle, "monitoring": Kennzahlen.befehle, "template": Vorlagen.befehle}
_BLOCK = re.compile(r"(<!-- ausgabe: (?P<befehl>[^\n]+?) -->\n\n?)```console\n(?:.*?\n)??```\n", re.DOTALL)
_GRENZEN = re.compile(r"(^\| --- \| --- \| --- \|\n)(?:\| `KMUT_GRENZE_[^\n]*\n)*", re.MULTILINE)
_AUFNAHME = re.compile(_BLOCK.pattern.replace("ausgabe", "aufnahme"), re.DOTALL)


def lauf(befehl: str) -> str:
    """Run a kmut command in the root of the repository and give what it prints."""
    aus = io.StringIO()
    argumente = shlex.split(befehl)[1:]
    vorher = Path.cwd()
    os.chdir(ROOT)
    os.environ["COLUMNS"] = "100"
    try:
        with contextlib.redirect_stdout(aus), contextlib.redirect_stderr(aus):
            kmut(argumente)
    finally:
        os.chdir(vorher)
    return aus.getvalue().rstrip()


def mit_ausgaben(text: str) -> str:
    """Replace every block of output in a page by what its command prints now."""

    def neu(treffer: re.Match[str]) -> str:
        befehl = treffer["befehl"]
        return f"{treffer[1]}```console\n$ {befehl}\n{lauf(befehl)}\n```\n"

    return _BLOCK.sub(neu, text)


def mit_grenzen(text: str) -> str:
    """Replace the table of limits, which stands in the page about them, by what the program declares."""
    zeilen = (
        f"| `{eine.variable}` | {limits.als_text(eine.vorgabe, eine.einheit)} | {eine.bedeutung} |\n"
        for eine in limits.alle()
    )
    return _GRENZEN.sub(lambda treffer: treffer[1] + "".join(zeilen), text)


def mit_aufnahmen(text: str) -> str:
    """Replace every recorded session of a page by what the same keys bring now; one folder serves all, in order.

    A pseudo-terminal is needed; without one (Windows) the page stays as it is.
    """
    if os.name == "nt":
        return text
    from tools.record_session import aufnahme
    from tools.sessions import FUENF_BEFEHLE

    with tempfile.TemporaryDirectory() as ordner:

        def neu(treffer: re.Match[str]) -> str:
            befehl = treffer["befehl"]
            schirm = aufnahme(shlex.split(befehl)[1:], FUENF_BEFEHLE[befehl], Path(ordner))
            return f"{treffer[1]}```console\n$ {befehl}\n{schirm}\n```\n"

        return _AUFNAHME.sub(neu, text)


def befunde() -> str:
    """Give the page of all codes."""
    teile = [MARKE + "# Alle Befunde\n\nDasselbe sagt `kmut explain CODE`.\n"]
    return "\n".join([*teile, *(erklaerung(rule) for rule in catalogue().values())])


def befehle() -> str:
    """Give the page of all commands with their help."""
    teile = [MARKE + "# Alle Befehle\n"]
    for name, (_modul, kurz) in Programm.befehle.items():
        teile.append(_befehl(f"kmut {name}", kurz, "##"))
        for unter, (_modul, kurz_unter) in UNTERBEFEHLE.get(name, {}).items():
            teile.append(_befehl(f"kmut {name} {unter}", kurz_unter, "###"))
    return "\n".join(teile)


def _befehl(befehl: str, kurz: str, ebene: str) -> str:
    return f"{ebene} {befehl}\n\n{kurz}\n\n```console\n{lauf(f'{befehl} --help')}\n```\n"


def gliederung(art: str, ausgabe: str) -> str:
    """Give the page of all questions of a kind of document."""
    return MARKE + umriss_text(umriss(dokumenttyp(art, ausgabe), art, ausgabe), auszeichnung=True).rstrip() + "\n"


def seiten() -> dict[Path, str]:
    """Give every page that is derived, in whole or in part, with its current content."""
    ganze = {HANDBUCH / "befunde.md": befunde(), HANDBUCH / "befehle.md": befehle()}
    for art, ausgaben in arten().items():
        for ausgabe in ausgaben:
            ganze[HANDBUCH / f"gliederung-{art}-{ausgabe}.md"] = gliederung(art, ausgabe)
    handgeschrieben = [ROOT / "README.md", *sorted(HANDBUCH.glob("*.md"))]
    teilweise = {seite: seite.read_text("utf-8") for seite in handgeschrieben if seite.exists() and seite not in ganze}
    if (grenzen := HANDBUCH / "grenzen.md") in teilweise:
        teilweise[grenzen] = mit_grenzen(teilweise[grenzen])
    return ganze | {seite: mit_aufnahmen(mit_ausgaben(text)) for seite, text in teilweise.items()}


def main() -> int:
    """Write all pages."""
    HANDBUCH.mkdir(parents=True, exist_ok=True)
    for seite, text in seiten().items():
        seite.write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
