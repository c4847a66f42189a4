"""What the Tab key offers as values of arguments and options, as in ``typer.Option(…, autocompletion=arten)``.

Nothing here prints, and only :func:`zu_bestaetigen` reads a document; where nothing is offered, the shell completes
names of files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import typer

Vorschlaege = list[tuple[str, str]]
"""Value and what the shell shows beside it."""
_EINFACH = re.compile(r"[\w./+-]+")


class Passend(str):
    """A value that fits although it begins otherwise than what was typed; Typer asks each value and would drop it."""

    __slots__ = ()

    def startswith(self, *_args: Any) -> bool:
        """Say yes; whether it fits was decided when it was offered."""
        return True


def arten(incomplete: str) -> Vorschlaege:
    """Offer the kinds of document, with the editions that there are."""
    from kmut_cli.documents.registry import arten as alle

    return _passend(incomplete, ((art, f"Gliederung {', '.join(ausgaben)}") for art, ausgaben in alle().items()))


def ausgaben(ctx: typer.Context, incomplete: str) -> Vorschlaege:
    """Offer the editions of the kind in the argument ``art``; of every kind where none is given yet."""
    from kmut_cli.documents.registry import arten as alle

    # Behind an option without its value the parser stops, and arguments stay where they were.
    art = next((wort for wort in (ctx.params.get("art"), *ctx.args) if wort in alle()), None)
    passende = {art: alle()[art]} if art else alle()
    namen: dict[str, list[str]] = {}
    for name, mehrere in passende.items():
        for eine in mehrere:
            namen.setdefault(eine, []).append(name)
    return _passend(incomplete, ((eine, ", ".join(von)) for eine, von in sorted(namen.items())))


def codes(incomplete: str) -> Vorschlaege:
    """Offer the codes of findings with their titles, also for small letters."""
    from kmut_cli.cli.ausgabe import katalog

    gross = incomplete.upper()
    # The shell drops what does not begin with what was typed, so the answer keeps the letters as they were typed.
    return [
        (incomplete + code[len(incomplete) :], rule.title) for code, rule in katalog().items() if code.startswith(gross)
    ]


def auswahl(*werte: str) -> Callable[[str], Vorschlaege]:
    """Make a function that offers fixed values, such as formats."""

    def vorschlaege(incomplete: str) -> Vorschlaege:
        return _passend(incomplete, ((wert, "") for wert in werte))

    return vorschlaege


def auswahl_mit_text(werte: dict[str, str]) -> Callable[[str], Vorschlaege]:
    """Make a function that offers fixed values, each with a few words about it."""

    def vorschlaege(incomplete: str) -> Vorschlaege:
        return _passend(incomplete, werte.items())

    return vorschlaege


def jahre(incomplete: str) -> Vorschlaege:
    """Offer the years that the folder holds: its subfolders named so, and those of the folder with ``kmut.yaml``."""
    hier = Path.cwd()
    wurzel = next((eins for eins in (hier, *hier.parents) if (eins / "kmut.yaml").is_file()), hier)
    namen = {eins.name for ordner in (hier, wurzel) for eins in ordner.iterdir() if eins.is_dir()}
    gefunden = (name for name in namen if len(name) == 4 and name.isascii() and name.isdecimal())
    return _passend(incomplete, ((name, "") for name in sorted(gefunden, reverse=True)))


def dokumente(incomplete: str) -> Vorschlaege:
    """Offer folders and YAML files, where all that fits can be typed as it is.

    Else the shell is left to complete names of files: it knows how to write blanks, and goes on behind a single folder.
    """
    vorn, strich, anfang = incomplete.rpartition("/")
    try:
        gefunden = sorted(Path(vorn + strich or ".").iterdir())
    except (OSError, ValueError):
        return []
    namen = [
        f"{vorn}{strich}{eins.name}{'/' if ordner else ''}"
        for eins in gefunden
        if eins.name.startswith(anfang) and (anfang.startswith(".") or not eins.name.startswith("."))
        if (ordner := eins.is_dir()) or eins.suffix.lower() in (".yaml", ".yml")
    ]
    einfach = all(_EINFACH.fullmatch(name) for name in namen)
    return [] if not einfach or [name[-1] for name in namen] == ["/"] else [(name, "") for name in namen]


def zu_bestaetigen(ctx: typer.Context, incomplete: str) -> Vorschlaege:
    """Offer the sections of the file in the argument ``datei`` that hold something to be confirmed."""
    from kmut_cli.documents.bestaetigungswahl import unbestaetigte
    from kmut_cli.documents.laden import lade
    from kmut_cli.findings import limits
    from kmut_cli.source.reader import read_source

    name = str(ctx.params.get("datei") or "")
    if not Path(name).is_file():
        return []
    with Path(name).open("rb") as strom:
        inhalt = strom.read(limits.DATEI.wert + 1)
    fragen = [eine.frage for eine in unbestaetigte(lade(read_source(name, inhalt)))]
    anzahl = Counter(frage.abschnittsnummer for frage in fragen)
    return _passend(incomplete, ((nummer, f"{zahl} zu bestätigen") for nummer, zahl in anzahl.items()))


def _passend(incomplete: str, werte: Iterable[tuple[str, str]]) -> Vorschlaege:
    return [(wert, text) for wert, text in werte if wert.startswith(incomplete)]
