"""What stands behind „|“ in a template, and what may be read and printed there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, cast

from jinja2 import Environment, StrictUndefined, pass_context
from jinja2.runtime import Context, LoopContext

from kmut_cli.findings.limits import VORLAGENTEXT
from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.presentation import Absatz, Frage
from kmut_cli.render.store import STORE, Blocks, Store

_JINJA = Environment(undefined=StrictUndefined)
_PLAIN = (
    "capitalize", "count", "d", "default", "first", "join", "last", "length", "list", "lower", "rejectattr", "replace",
    "reverse", "selectattr", "title", "trim", "upper",
)  # fmt: skip
_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth")


def template_filters() -> dict[str, Any]:
    """Give all filters of the templates by name."""
    return {
        **{name: _plain(name) for name in _PLAIN},
        "join": _join,
        "replace": _replace,
        "antwort": _answer,
        "markdown": _markdown,
    }


def readable(value: Any) -> tuple[str, ...]:
    """Tell which names may stand behind the dot.

    Args:
        value: What stands before the dot.

    Returns:
        The fields of the presentation's classes, the names in a mapping, what ``loop`` knows, nothing for all else.
    """
    if isinstance(value, LoopContext):
        return _LOOP
    if isinstance(value, Mapping):
        return tuple(value)
    kind: type = type(value)
    return _names(kind)


@cache
def _names(kind: type) -> tuple[str, ...]:
    if is_dataclass(kind) and kind.__module__ == Frage.__module__:
        return tuple(field.name for field in fields(kind))
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


def store_of(context: Context) -> Store:
    """Give the store of the document that is being rendered."""
    return cast(Store, context.resolve(STORE))


def count(context: Context, length: int) -> None:
    """Count what a template is about to make.

    Args:
        context: Of the template.
        length: Characters of a text, or items of a list.

    Raises:
        TemplateFault: It is longer than any template needs, or all together is.
    """
    if length > VORLAGENTEXT.wert:
        raise TemplateFault(
            f"In der Vorlage entsteht ein Text von mehr als {VORLAGENTEXT.text}.",
            "Texte nicht mit „~“, „+“ oder einem Filter aneinanderhängen: einfach nebeneinander ausgeben."
            f" {VORLAGENTEXT.hinweis}",
        )
    store_of(context).grow(length)


def _plain(name: str) -> Any:
    """Give a filter of Jinja's that takes only what is not too long, and nothing that has no text."""

    @pass_context
    def limited(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        for each in (value, *arguments, *named.values()):
            if isinstance(each, str | list | tuple):
                count(context, len(each))
            elif readable(each) or isinstance(each, Blocks):
                text_of(each)  # raises: a filter would show how the tool keeps it
        return _JINJA.call_filter(name, value, arguments, named, context)

    return limited


@pass_context
def _join(context: Context, values: Any, between: Any = "") -> str:
    texts, sign = [text_of(value) for value in values], text_of(between)
    count(context, sum(map(len, texts)) + len(sign) * len(texts))
    return sign.join(texts)


@pass_context
def _replace(context: Context, text: Any, old: Any, new: Any) -> str:
    source, sought, instead = text_of(text), text_of(old), text_of(new)
    count(context, len(source) + source.count(sought) * len(instead))
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
