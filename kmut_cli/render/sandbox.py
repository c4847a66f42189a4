"""The language of the templates: Jinja, but it can only read the presentation, and it always comes to an end.

A template is somebody else's text, perhaps from a folder that came by mail. So the language is a list of what is
allowed: loops, conditions, names, comparisons, a few filters. There are no calls, no macros, no includes. What remains
can grow only by loops, which are counted, and by joining text, which is measured.
"""

from __future__ import annotations

from functools import lru_cache, partial
from itertools import islice
from typing import Any

from jinja2 import StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from kmut_cli.findings.limits import VORLAGENBEFEHLE, VORLAGENSCHRITTE, VORLAGENZAHL, Grenze, als_zahl
from kmut_cli.render.comparing import compared, template_tests
from kmut_cli.render.faults import SLOW_HELP, TemplateFault, suggestion
from kmut_cli.render.filters import count, count_all, readable, store_of, template_filters, text_of
from kmut_cli.render.sandbox_tree import check, counted
from kmut_cli.render.store import STORE, Blocks

_PIECES = 5
"""So many words and signs may a command have, on average over a template."""
_NO_PIECE = frozenset({"data", "whitespace", "comment", "comment_begin", "comment_end", "raw_begin", "raw_end"})


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


class _Template(Template):
    """A template that stops when its output becomes too large; docxtpl calls it too."""

    def render(self, *args: Any, **kwargs: Any) -> str:
        values = dict(*args, **kwargs)
        chunks: list[str] = []
        for chunk in self.generate(values):
            values[STORE].grow(len(chunk))
            chunks.append(chunk)
        return "".join(chunks)


class TemplateLanguage(ImmutableSandboxedEnvironment):
    """Jinja with one name (``dokument``), two filters of its own (``antwort``, ``markdown``) and a few plain ones.

    Args:
        longest: Limit of the characters of a template; Jinja takes long to read a very large one.
        **options: Further settings of Jinja's environment, such as ``trim_blocks``.
    """

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, *, longest: Grenze, **options: Any) -> None:
        super().__init__(autoescape=True, undefined=_Unknown, finalize=_keep, **options)
        self.filters = template_filters()
        self.globals = {}
        self.longest = longest
        self.tests = template_tests()
        self.step = _step  # the compiled template reaches these four through the environment
        self.joined = _joined
        self.compared = compared
        self.sliced = _sliced
        self.compiled = lru_cache(maxsize=64)(self._compiled)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow fields of the presentation and of ``loop``, nothing else."""
        return attr in readable(obj)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Give what ``obj[argument]`` means: a list in the brackets could take without end to be looked up."""
        if not isinstance(argument, str | int):
            if isinstance(argument, StrictUndefined):
                str(argument)  # raises and names what is unknown
            raise TemplateFault("In eckigen Klammern kann nur ein Name oder eine Zahl stehen.")
        return super().getitem(obj, argument)

    def call(self, context: Context, obj: Any, *arguments: Any, **_local_names: Any) -> Any:
        """Call what :func:`counted` has put there, without Jinja's detours; a template itself cannot call anything."""
        return obj(context, *arguments)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with small numbers, and join lists and text with ``+``; nothing that could fill the memory."""
        if operator == "+" and type(left) is type(right) and isinstance(left, str | list | tuple):
            made = left + right
            count_all(context, made)
            return made
        if operator == "**" or not (isinstance(left, int | float) and isinstance(right, int | float)):
            raise TemplateFault(f"Die Rechnung mit „{operator}“ ist hier nicht möglich.")
        if max(abs(left), abs(right)) > (most := VORLAGENZAHL.wert):
            text = f"Die Rechnung hat zu große Zahlen für eine Vorlage; die größte ist {als_zahl(most)}."
            raise TemplateFault(text, VORLAGENZAHL.hinweis)
        return super().call_binop(context, operator, left, right)

    def from_string(self, source: Any, globals: Any = None, template_class: Any = None) -> Template:
        """Compile a template, once for all documents.

        Args:
            source: The template's text.
            globals: Not used.
            template_class: Not used.

        Returns:
            The template.

        Raises:
            TemplateFault: The template asks for more than the language has.
            TemplateSyntaxError: It is no Jinja.
        """
        self.check_size(str(source))
        return self.compiled(str(source))

    def check_size(self, source: str) -> None:
        """Refuse a template that would take too long to read.

        Args:
            source: The template's text.

        Raises:
            TemplateFault: It is too long, or has too many tags.
        """
        if len(source) > self.longest.wert:
            text = f"Ihr Text ist länger als {self.longest.text}."
            raise TemplateFault(text, f"Feste Texte kürzen. {self.longest.hinweis}")
        if source.count("{{") + source.count("{%") > VORLAGENBEFEHLE.wert:
            text = f"Sie hat mehr als {VORLAGENBEFEHLE.text}."
            raise TemplateFault(text, f"Wiederholungen mit „for“ schreiben. {VORLAGENBEFEHLE.hinweis}")

    def _check_pieces(self, source: str) -> None:
        """Refuse commands so long that reading them would take longer than filling the document."""
        most = _PIECES * VORLAGENBEFEHLE.wert
        pieces = (line for line, kind, _ in self.lex(source) if kind not in _NO_PIECE)
        for line in islice(pieces, most, None):
            text = f"Hier hat die Vorlage mehr als {als_zahl(most)} Wörter und Zeichen in ihren Befehlen."
            raise TemplateFault(text, f"Kürzer schreiben, etwa mit „for“. {VORLAGENBEFEHLE.hinweis}", line=line)

    def _compiled(self, source: str) -> Template:
        self._check_pieces(source)
        tree = self.parse(source)
        check(tree)
        tree = counted(tree)
        tree.set_environment(self)
        return _Template.from_code(self, self.compile(tree), self.make_globals(None))


@pass_context
def _step(context: Context, pieces: int) -> str:
    store = store_of(context)
    store.steps += pieces
    if store.steps > store.most_steps:
        text = f"Die Vorlage kommt zu keinem Ende: eine Schleife macht mehr als {VORLAGENSCHRITTE.text}."
        raise TemplateFault(text, f"{SLOW_HELP} {VORLAGENSCHRITTE.hinweis}")
    return ""


@pass_context
def _joined(context: Context, *parts: Any) -> str:
    texts = [text_of(part) for part in parts]
    count(context, sum(map(len, texts)))
    return "".join(texts)


@pass_context
def _sliced(context: Context, value: Any, *ends: Any) -> Any:
    if isinstance(value, StrictUndefined):
        str(value)  # raises and names what is unknown
    if not isinstance(value, str | list | tuple):
        raise TemplateFault("Einen Ausschnitt („[1:3]“) gibt es nur von Texten und Listen.")
    made = value[slice(*ends)]
    count_all(context, made)
    return made


@pass_context
def _keep(context: Context, value: Any) -> Any:
    """Put what is printed into the store and print its mark."""
    return Markup(store_of(context).put(value if isinstance(value, Blocks) else text_of(value)))
