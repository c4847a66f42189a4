"""The language of the templates: Jinja, but it can only read the presentation, and it comes to an end."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from functools import lru_cache, partial
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateRuntimeError, nodes, pass_context
from jinja2.runtime import Context, LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from kmut_cli.render.presentation import Absatz, Frage
from kmut_cli.render.word.store import Blocks, Store

STORE = " store"  # the blank keeps templates from naming it
MAX_STEPS = 50_000  # loop passes and calls; a large report takes a few hundred
FILTERS = (
    "capitalize", "count", "default", "d", "first", "join", "last", "length", "list", "lower", "map", "reject",
    "rejectattr", "replace", "reverse", "select", "selectattr", "sort", "title", "trim", "upper",
)  # fmt: skip
_LOOP = ("index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth")
_NUMBER_OPERATORS = frozenset({"*", "%", "//"})


class TemplateFault(TemplateRuntimeError):
    """Something a template must not do, or cannot mean.

    Attributes:
        text: What is wrong, in German, without the place.
        help: What to write instead.
        name: The name it is about, or None.
    """

    def __init__(self, text: str, help: str = "", name: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.help = help
        self.name = name


class _Unknown(StrictUndefined):
    """An undefined name that knows what could have been written instead."""

    __slots__ = ()

    def __init__(self, hint: str | None = None, obj: Any = None, name: str | None = None, exc: Any = None) -> None:
        known = readable(obj) if obj is not None else ()
        written = None if name is None else str(name)  # in x[3] it is a number
        super().__init__(hint, obj, name, exc=partial(_unknown, written, known))  # type: ignore[arg-type]


def _unknown(name: str | None, known: tuple[str, ...], message: str | None) -> TemplateFault:
    if name and name.startswith("_"):
        return TemplateFault(f"Auf „{name}“ darf eine Vorlage nicht zugreifen.", suggestion("", known), name)
    shown = f"Der Name „{name}“ ist hier nicht bekannt." if name else "Hier steht ein Name, den es nicht gibt."
    return TemplateFault(shown, suggestion(name or "", known), name)


def suggestion(name: str, known: tuple[str, ...]) -> str:
    """Say what could have been meant.

    Args:
        name: What stands in the template.
        known: What may stand there.

    Returns:
        German, one line; empty if nothing is known.
    """
    close = get_close_matches(name, known, n=1)
    listed = f"Möglich sind: {', '.join(known)}." if known else ""
    return f"Meinten Sie „{close[0]}“? {listed}".strip() if close else listed


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


def _store(context: Context) -> Store:
    store = context.resolve(STORE)
    if not isinstance(store, Store):
        raise TypeError("the context holds no store")
    return store


@pass_context
def _step(context: Context) -> str:
    store = _store(context)
    store.steps += 1
    if store.steps > MAX_STEPS:
        raise TemplateFault(
            "Die Vorlage kommt zu keinem Ende: eine Schleife läuft zu oft.",
            "Schleifen nur über dokument.kapitel, kapitel.abschnitte und abschnitt.fragen laufen lassen.",
        )
    return ""


class TemplateLanguage(ImmutableSandboxedEnvironment):
    """Jinja with one name (``dokument``), two filters of its own and a short list of plain ones."""

    intercepted_binops = frozenset({"*", "**", "%", "//"})
    step = staticmethod(_step)

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, finalize=_keep)
        plain = {name: self.filters[name] for name in FILTERS}
        self.filters = {**plain, "antwort": _answer, "markdown": _markdown}
        self.globals = {"range": self.globals["range"], "namespace": Namespace}
        self.compiled = lru_cache(maxsize=64)(self._compiled)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow fields of the presentation, of ``loop``, and what a template's own namespace holds."""
        return attr in readable(obj) or (isinstance(obj, Namespace) and not attr.startswith("_"))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with small numbers only: ``'x' * 10**9`` would fill the memory."""
        if operator not in _NUMBER_OPERATORS or not (isinstance(left, int) and isinstance(right, int)):
            raise TemplateFault(f"Die Rechnung mit „{operator}“ ist in Vorlagen nicht erlaubt.")
        if max(abs(left), abs(right)) > MAX_STEPS:
            raise TemplateFault("Die Rechnung hat zu große Zahlen für eine Vorlage.")
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Count calls too: macros can call each other without any loop."""
        _step(__context)
        return super().call(__context, __obj, *args, **kwargs)

    def from_string(self, source: Any, globals: Any = None, template_class: Any = None) -> Template:
        """Compile a template, once for all documents.

        Args:
            source: The template's text.
            globals: Not used.
            template_class: Not used.

        Returns:
            The template.
        """
        return self.compiled(str(source))

    def _compiled(self, source: str) -> Template:
        tree = self.parse(source)
        for loop in tree.find_all(nodes.For):
            loop.body.insert(0, nodes.ExprStmt(_step_call(loop.lineno), lineno=loop.lineno))
        tree.set_environment(self)
        return Template.from_code(self, self.compile(tree), self.make_globals(None))


def _step_call(line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute("step"), [], [], None, None, lineno=line)


@pass_context
def _keep(context: Context, value: Any) -> Any:
    """Put what is printed into the store; only markup that the template itself built passes."""
    store = _store(context)
    if isinstance(value, Markup):
        return value
    if isinstance(value, bool):
        value = "ja" if value else "nein"
    if value is None:
        return ""
    if isinstance(value, str | int | float | StrictUndefined):
        return Markup(store.put(str(value)))  # an undefined name raises here
    if isinstance(value, Blocks):
        return Markup(store.put(value))
    names = readable(value)
    raise TemplateFault(
        "Hier soll etwas ausgegeben werden, das kein Text ist.",
        f"Hinter den Namen gehört ein Punkt und eines von: {', '.join(names)}." if names else "",
    )


def _answer(question: Any) -> Blocks:
    if not isinstance(question, Frage):
        raise TemplateFault("„antwort“ steht hinter etwas, das keine Frage ist.", "Richtig ist: frage|antwort")
    return Blocks(question.bloecke)


def _markdown(text: Any) -> Blocks:
    if not isinstance(text, str):
        raise TemplateFault(
            "„markdown“ steht hinter etwas, das kein Text ist.", "Richtig ist: abschnitt.hinweis|markdown"
        )
    return Blocks((Absatz(text),))
