"""What stands behind „|“ in a template, and what may be read and printed there."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import wraps
from typing import Any

from jinja2 import StrictUndefined
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.presentation import Absatz, Frage
from kmut_cli.render.store import Blocks

MAX_TEXT = 1_000_000  # characters of one text inside a template
_PLAIN = (
    "capitalize", "count", "d", "default", "first", "join", "last", "length", "list", "lower", "rejectattr", "replace",
    "reverse", "selectattr", "title", "trim", "upper",
)  # fmt: skip
_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth")


def template_filters() -> dict[str, Any]:
    """Give all filters of the templates by name."""
    plain = {name: _measured(FILTERS[name]) for name in _PLAIN}
    return {**plain, "join": _join, "replace": _replace, "antwort": _answer, "markdown": _markdown}


def readable(value: Any) -> tuple[str, ...]:
    """Tell which names may stand behind the dot.

    Args:
        value: What stands before the dot.

    Returns:
        The fields of the presentation's classes, what ``loop`` knows, nothing for all else.
    """
    if isinstance(value, LoopContext):
        return _LOOP
    if is_dataclass(value) and type(value).__module__ == Frage.__module__:
        return tuple(field.name for field in fields(value))
    return ()


def text_of(value: Any) -> str:
    """Give what ``{{ value }}`` prints.

    Args:
        value: Anything in a template.

    Returns:
        Its text.

    Raises:
        TemplateFault: It has none.
    """
    if isinstance(value, bool):
        return "ja" if value else "nein"
    if value is None:
        return ""
    if isinstance(value, str | int | float | StrictUndefined | Blocks):
        text: str = str(value)  # raises for the last two, each with its own words
        return text
    names = readable(value)
    raise TemplateFault(
        "Hier soll etwas ausgegeben werden, das kein Text ist.",
        f"Hinter den Namen gehört ein Punkt und eines von: {', '.join(names)}." if names else "",
    )


def _check_length(length: int) -> None:
    if length > MAX_TEXT:
        raise TemplateFault(
            "In der Vorlage entsteht ein Text von mehr als einer Million Zeichen.",
            "Texte nicht mit „~“, „+“ oder einem Filter aneinanderhängen: einfach nebeneinander ausgeben.",
        )


def measured(value: Any) -> Any:
    """Pass a text or a list on, if it is not too long.

    Args:
        value: What a template has made.

    Returns:
        The same.

    Raises:
        TemplateFault: It is longer than any template needs.
    """
    _check_length(len(value))
    return value


def _measured(plain: Any) -> Any:
    """Let a filter of Jinja's take only what is not too long."""

    @wraps(plain)
    def limited(*arguments: Any, **named: Any) -> Any:
        for value in arguments:
            if isinstance(value, str | list | tuple):
                measured(value)
            elif readable(value) or isinstance(value, Blocks):
                text_of(value)  # raises: a filter would show how the tool keeps it
        return plain(*arguments, **named)

    return limited


def _join(values: Any, between: Any = "") -> str:
    texts, sign = [text_of(value) for value in values], text_of(between)
    _check_length(sum(map(len, texts)) + len(sign) * len(texts))
    return sign.join(texts)


def _replace(text: Any, old: Any, new: Any) -> str:
    source, sought, instead = text_of(text), text_of(old), text_of(new)
    _check_length(len(source) + source.count(sought) * len(instead))
    return source.replace(sought, instead)


def _answer(question: Any) -> Blocks:
    _known(question)
    if not isinstance(question, Frage):
        raise TemplateFault("„antwort“ steht hinter etwas, das keine Frage ist.", "Richtig ist: {{ frage|antwort }}")
    return Blocks(question.bloecke)


def _markdown(text: Any) -> Blocks:
    _known(text)
    if not isinstance(text, str):
        raise TemplateFault(
            "„markdown“ steht hinter etwas, das kein Text ist.", "Richtig ist: {{ abschnitt.hinweis|markdown }}"
        )
    return Blocks((Absatz(text),) if text.strip() else ())


def _known(value: Any) -> None:
    if isinstance(value, StrictUndefined):
        str(value)  # raises and names what is unknown
