"""What stands behind „|“ in a template, and what may be read and printed there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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
_PLAIN = ("count", "d", "default", "first", "last", "length", "list", "reverse")
_OF_TEXT = ("capitalize", "lower", "title", "trim", "upper")
_OF_FIELDS = ("rejectattr", "selectattr")
ITEM = 10
"""An item of a list counts as so many characters: it takes about as much memory and time."""
_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth")


def template_filters() -> dict[str, Any]:
    """Give all filters of the templates by name."""
    return {
        **{name: _plain(name) for name in _PLAIN},
        **{name: _of_text(name) for name in _OF_TEXT},
        **{name: _of_fields(name) for name in _OF_FIELDS},
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
    if type(value) is str:  # nearly always, and in long lists often
        return value
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


def count_all(context: Context, value: Any) -> None:
    """Count a text or a list that a template makes or goes through, without what stands in the items of the list.

    Args:
        context: Of the template.
        value: Anything; what is neither text nor list costs nothing.

    Raises:
        TemplateFault: As for :func:`count`.
    """
    if isinstance(value, str | list | tuple):
        count(context, len(value))
    if isinstance(value, list | tuple):
        store_of(context).grow(len(value) * (ITEM - 1))


def _plain(name: str) -> Any:
    """Give a filter of Jinja's that looks at no item of a list, and takes nothing too long or without a text."""

    @pass_context
    def limited(context: Context, value: Any, *arguments: Any, **named: Any) -> Any:
        for each in (value, *arguments, *named.values()):
            if readable(each) or isinstance(each, Blocks):
                text_of(each)  # raises: a filter would show how the tool keeps it
            count_all(context, each)
        return _counted(context, _JINJA.call_filter(name, value, arguments, named, context))

    return limited


def _of_text(name: str) -> Any:
    """Give a filter of Jinja's that changes a text; of a list it would show how Python writes it."""

    @pass_context
    def limited(context: Context, value: Any, *signs: Any) -> Any:
        text, others = text_of(value), [text_of(sign) for sign in signs]
        count(context, len(text))
        store_of(context).grow(len(text) * sum(map(len, others)))  # each is looked for at each place
        return _JINJA.call_filter(name, text, others, {}, context)

    return limited


def _of_fields(name: str) -> Any:
    """Give a filter of Jinja's that looks at a field, perhaps of a field, of each item."""

    @pass_context
    def limited(context: Context, values: Any, path: Any, *arguments: Any) -> Any:
        _known(values)
        if not isinstance(values, list | tuple) or not isinstance(path, str):
            text = f"„{name}“ braucht eine Liste und den Namen einer Angabe."
            raise TemplateFault(text, f"Richtig ist: {{{{ dokument.kapitel|{name}('titel') }}}}")
        count_all(context, values)
        store_of(context).grow(len(values) * len(path))
        return _counted(context, _JINJA.call_filter(name, values, (path, *arguments), {}, context))

    return limited


def _counted(context: Context, made: Any) -> Any:
    """Make a list of what Jinja would only work out later, when nobody counts."""
    if not isinstance(made, Iterator):
        return made
    items = list(made)
    count_all(context, items)
    return items


@pass_context
def _join(context: Context, values: Any, between: Any = "") -> str:
    count_all(context, values)
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
