"""Comparing in templates: every step of it is counted, since lists can stand in lists again and again."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

from jinja2 import StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.tests import TESTS

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.filters import ITEM, readable, store_of
from kmut_cli.render.store import Store

_ORDERED: dict[str, Callable[[Any, Any], bool]] = {
    "lt": operator.lt, "lteq": operator.le, "gt": operator.gt, "gteq": operator.ge,
}  # fmt: skip
_JINJA: dict[str, Any] = dict(TESTS)
_PLAIN = (
    "boolean", "defined", "false", "float", "integer", "iterable", "mapping", "none", "number", "sameas", "sequence",
    "string", "true", "undefined",
)  # fmt: skip
_PAIR = 5 * ITEM  # to compare two items takes longer than to copy them
_NUMERIC = ("divisibleby", "even", "odd")
_COMPARING = {
    "eq": ("==", "eq", "equalto"), "ne": ("!=", "ne"), "lt": ("<", "lt", "lessthan"), "lteq": ("<=", "le"),
    "gt": (">", "gt", "greaterthan"), "gteq": (">=", "ge"), "in": ("in",),
}  # fmt: skip


def template_tests() -> dict[str, Any]:
    """Give all that may stand behind „is“ by name."""
    return {
        **{name: _JINJA[name] for name in _PLAIN},
        **{name: partial(_numeric, _JINJA[name]) for name in _NUMERIC},
        **{name: _test(sign) for sign, names in _COMPARING.items() for name in names},
    }


@pass_context
def compared(context: Context, first: Any, *more: Any) -> bool:
    """Do what ``first < second <= third`` does.

    Args:
        context: Of the template.
        first: The first value.
        *more: In turn Jinja's name of a comparison and the next value.

    Raises:
        TemplateFault: The values cannot be compared, or it is too much work.
    """
    values, store = (first, *more[1::2]), store_of(context)
    return all(_holds(store, sign, *pair) for sign, pair in zip(more[::2], pairwise(values), strict=True))


def _test(sign: str) -> Any:
    @pass_context
    def test(context: Context, value: Any, other: Any) -> bool:
        return _holds(store_of(context), sign, value, other)

    return test


def _numeric(test: Callable[..., bool], *values: Any) -> bool:
    if not all(isinstance(value, int | float) for value in values):  # for Jinja, % with a text means to format it
        raise TemplateFault("Teilbar, gerade oder ungerade („is“) können nur Zahlen sein.")
    return test(*values)


def _holds(store: Store, sign: str, left: Any, right: Any) -> bool:
    for value in (left, right):
        if isinstance(value, StrictUndefined):
            str(value)  # raises and names what is unknown
    if sign in ("eq", "ne"):
        return _same(store, left, right) == (sign == "eq")
    if sign in ("in", "notin"):
        return _within(store, left, right) == (sign == "in")
    if isinstance(left, str) and isinstance(right, str):
        store.grow(min(len(left), len(right)))
    elif not (isinstance(left, int | float) and isinstance(right, int | float)):
        raise TemplateFault("Größer oder kleiner können nur zwei Zahlen oder zwei Texte sein.")
    return _ORDERED[sign](left, right)


def _same(store: Store, left: Any, right: Any) -> bool:
    store.grow(_PAIR)
    if left is right:
        return True
    if isinstance(left, str) and isinstance(right, str):
        store.grow(min(len(left), len(right)))
    elif isinstance(left, list | tuple) and type(left) is type(right):
        return len(left) == len(right) and all(_same(store, *pair) for pair in zip(left, right, strict=True))
    elif not all(isinstance(value, str | int | float | None) for value in (left, right)):
        return False  # parts of the document: each is there once
    result: bool = left == right
    return result


def _within(store: Store, value: Any, place: Any) -> bool:
    if isinstance(place, list | tuple):
        return any(_same(store, value, each) for each in place)
    if isinstance(place, str) and isinstance(value, str):
        store.grow(ITEM + len(place))
        return value in place
    if isinstance(place, Mapping):
        return isinstance(value, str) and value in readable(place)
    raise TemplateFault("Mit „in“ lässt sich nur in einer Liste oder einem Text suchen.")
