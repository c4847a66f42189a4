"""What the Tab key offers as values of arguments and options, as in ``typer.Option(…, autocompletion=arten)``.

Nothing here reads a document or prints; where nothing is offered, the shell completes names of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import typer

Vorschlaege = list[tuple[str, str]]
"""Value and what the shell shows beside it."""


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


def _passend(incomplete: str, werte: Iterable[tuple[str, str]]) -> Vorschlaege:
    return [(wert, text) for wert, text in werte if wert.startswith(incomplete)]
