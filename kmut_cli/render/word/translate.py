"""What Jinja and Python say about a template, in German."""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import TemplateError, TemplateSyntaxError

from kmut_cli.render.word.sandbox import FILTERS, TemplateFault, suggestion

_OWN_FILTERS = ("antwort", "markdown")


def fault_of(error: BaseException) -> TemplateFault:
    """Translate an exception.

    Args:
        error: Anything that came up while a template was read or run.

    Returns:
        The same in German; never text of a library.
    """
    if isinstance(error, TemplateFault):
        return error
    if isinstance(error.__cause__, TemplateFault):
        return error.__cause__
    if isinstance(error, TemplateSyntaxError):
        return _syntax(error.message or "")
    if isinstance(error, RecursionError | OverflowError | MemoryError):
        return TemplateFault(
            "Die Vorlage kommt zu keinem Ende: eine Schleife ist zu lang, oder sie ruft sich selbst auf.",
            "Schleifen nur über dokument.kapitel, kapitel.abschnitte und abschnitt.fragen laufen lassen.",
        )
    if isinstance(error, TypeError) and "no loader" in str(error):
        return TemplateFault(
            "Eine Vorlage kann keine andere Datei einbinden (include, import, extends).",
            "Den Inhalt in diese Vorlage selbst schreiben.",
        )
    if isinstance(error, TypeError | ValueError | ArithmeticError | LookupError | AttributeError | TemplateError):
        return TemplateFault(
            "Dieser Platzhalter passt nicht zu dem, was an dieser Stelle steht.",
            "Die mitgelieferte Vorlage zeigt, wie die Namen verwendet werden (kmut template copy).",
        )
    return TemplateFault("Die Vorlage lässt sich nicht verarbeiten.")


def _unknown_filter(found: re.Match[str]) -> TemplateFault:
    name = found.group(1)
    known = (*_OWN_FILTERS, *FILTERS)
    return TemplateFault(
        f"Hinter dem Strich „|“ steht „{name}“; das gibt es hier nicht.", suggestion(name, known), name
    )


def _unknown_tag(found: re.Match[str]) -> TemplateFault:
    name = found.group(1)
    if name in ("endfor", "endif", "else", "elif"):
        return TemplateFault(
            f"„{name}“ steht hier ohne passenden Anfang.", "Erst „for“ oder „if“, dann das Ende.", name
        )
    return TemplateFault(
        f"Das Wort „{name}“ kann hier nicht stehen.", "Üblich sind: for, endfor, if, else, endif.", name
    )


_SYNTAX: tuple[tuple[str, Callable[[re.Match[str]], TemplateFault]], ...] = (
    (r"No (?:filter|test) named '([^']*)'", _unknown_filter),
    (r"[Uu]nknown tag '([^']*)'", _unknown_tag),
    (
        r"Unexpected end of template",
        lambda found: TemplateFault(
            "Zu einem „for“ oder „if“ fehlt das Ende.", "Mit „endfor“ oder „endif“ in einem eigenen Absatz schließen."
        ),
    ),
)


def _syntax(message: str) -> TemplateFault:
    for pattern, explain in _SYNTAX:
        found = re.search(pattern, message)
        if found:
            return explain(found)
    return TemplateFault(
        "Die Schreibweise dieses Platzhalters ist nicht zu verstehen.",
        "Ein Platzhalter sieht so aus: {{ dokument.titel }}, eine Schleife so: {% for … in … %} … {% endfor %}.",
    )
