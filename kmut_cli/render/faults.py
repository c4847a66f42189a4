"""What Jinja and Python say about a template, in German; without Jinja in memory unless a template is at fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from kmut_cli.documents.vorschlag import aehnlich

SLOW_HELP = "Schleifen nur über dokument.kapitel, kapitel.abschnitte und abschnitt.fragen laufen lassen."
"""What to do about a template that comes to no end."""
_TEMPLATE = "<template>"  # what Jinja calls a template without a file, in tracebacks


class TemplateFault(Exception):
    """Something a template must not do, or cannot mean.

    Attributes:
        text: What is wrong, in German, without the place.
        help: What to write instead.
        name: The name it is about, or None.
        line: Line of the template from 1, where it is known without a traceback; else None.
    """

    def __init__(self, text: str, help: str = "", name: str | None = None, line: int | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.help = help
        self.name = name
        self.line = line


def suggestion(name: str, known: Iterable[str]) -> str:
    """Say what could have been meant.

    Args:
        name: What stands in the template.
        known: What may stand there.

    Returns:
        German, one line; empty if nothing is known.
    """
    names = tuple(known)
    close = aehnlich(name, names, ab=0.6)
    listed = f"Möglich sind: {', '.join(names)}." if names else ""
    return f"Meinten Sie „{close}“? {listed}".strip() if close else listed


def line_of(error: BaseException) -> int | None:
    """Find the line of the template that an exception is about.

    Args:
        error: What was raised; a syntax error and most faults know their line, others left it in their traceback.

    Returns:
        Line from 1; None if it is about the whole template.
    """
    from jinja2 import TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    line = error.line if isinstance(error, TemplateFault) else None
    traceback = None if line else error.__traceback__
    while traceback is not None:  # Jinja puts the line into it as if the template were Python
        if traceback.tb_frame.f_code.co_filename == _TEMPLATE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line


def fault_of(error: BaseException, filters: Iterable[str]) -> TemplateFault:
    """Translate an exception.

    Args:
        error: Anything that came up while a template was read or run.
        filters: Names that may stand behind „|“.

    Returns:
        The same in German; never text of a library.
    """
    from jinja2 import TemplateError, TemplateSyntaxError

    if isinstance(error, TemplateFault):
        return error
    if isinstance(error.__cause__, TemplateFault):
        return error.__cause__
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "", tuple(filters))
    if isinstance(error, RecursionError | OverflowError | MemoryError | SyntaxError):
        return TemplateFault("Die Vorlage ist zu tief verschachtelt oder kommt zu keinem Ende.", SLOW_HELP)
    if isinstance(error, TypeError | ValueError | ArithmeticError | LookupError | AttributeError | TemplateError):
        return TemplateFault(
            "Dieser Platzhalter passt nicht zu dem, was an dieser Stelle steht.",
            "Die mitgelieferte Vorlage zeigt, wie die Namen verwendet werden (kmut template copy).",
        )
    return TemplateFault(
        "Die Vorlage lässt sich nicht verarbeiten.",
        "Die mitgelieferte Vorlage ist ein guter Anfang (kmut template copy).",
    )


_BLOCKS = ("for", "endfor", "if", "elif", "else", "endif", "set")


def _unknown_filter(found: re.Match[str], filters: tuple[str, ...]) -> TemplateFault:
    name = found.group(1)
    return TemplateFault(
        f"Hinter dem Strich „|“ steht „{name}“; das gibt es hier nicht.", suggestion(name, filters), name
    )


def _unknown_test(found: re.Match[str], filters: tuple[str, ...]) -> TemplateFault:
    name = found.group(1)
    return TemplateFault(f"Hinter „is“ steht „{name}“; das gibt es hier nicht.", "Üblich ist „is defined“.", name)


def _unknown_tag(found: re.Match[str], filters: tuple[str, ...]) -> TemplateFault:
    name = found.group(1)
    if name in ("endfor", "endif", "else", "elif"):
        return TemplateFault(
            f"„{name}“ steht hier ohne passenden Anfang.", "Erst „for“ oder „if“, dann das Ende.", name
        )
    return TemplateFault(f"Das Wort „{name}“ kann hier nicht stehen.", suggestion(name, _BLOCKS), name)


def _no_end(found: re.Match[str], filters: tuple[str, ...]) -> TemplateFault:
    return TemplateFault("Zu einem „for“ oder „if“ fehlt das Ende.", "Mit „endfor“ oder „endif“ schließen.")


_SYNTAX: tuple[tuple[str, Callable[[re.Match[str], tuple[str, ...]], TemplateFault]], ...] = (
    (r"No filter named '([^']*)'", _unknown_filter),
    (r"No test named '([^']*)'", _unknown_test),
    (r"[Uu]nknown tag '([^']*)'", _unknown_tag),
    (r"Unexpected end of template", _no_end),
)


def _syntax(message: str, filters: tuple[str, ...]) -> TemplateFault:
    for pattern, explain in _SYNTAX:
        found = re.search(pattern, message)
        if found:
            return explain(found, filters)
    return TemplateFault(
        "Die Schreibweise dieses Platzhalters ist nicht zu verstehen.",
        "Ein Platzhalter sieht so aus: {{ dokument.titel }}, eine Schleife so: {% for … in … %} … {% endfor %}.",
    )
