"""The language of the templates: Jinja, but it can only read the presentation, and it always comes to an end.

A template is somebody else's text, perhaps from a folder that came by mail. So the language is a list of what is
allowed: loops, conditions, names, comparisons, a few filters. There are no calls, no macros, no includes. What remains
can grow only by loops, which are counted, and by joining text, which is measured.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import Any

from jinja2 import StrictUndefined, Template, meta, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from kmut_cli.findings.limits import VORLAGENBEFEHLE, VORLAGENSCHRITTE, VORLAGENZAHL, Grenze, als_zahl
from kmut_cli.render.faults import SLOW_HELP, TemplateFault, suggestion
from kmut_cli.render.filters import count, readable, store_of, template_filters, text_of
from kmut_cli.render.store import STORE, Blocks
from kmut_cli.source.decode import FORBIDDEN, describe

NAMES = ("dokument",)
"""What a template may name, apart from what it sets itself."""
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name, nodes.Const,
    nodes.Tuple, nodes.List, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Keyword, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.BinExpr, nodes.Neg,
    nodes.Pos,
)  # fmt: skip
_INCLUDES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


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
        self.step = _step  # the compiled template reaches these two through the environment
        self.joined = _joined
        self.compiled = lru_cache(maxsize=64)(self._compiled)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow fields of the presentation and of ``loop``, nothing else."""
        return attr in readable(obj)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Calculate with small numbers, and join lists and text with ``+``; nothing that could fill the memory."""
        if operator == "+" and type(left) is type(right) and isinstance(left, str | list | tuple):
            count(context, len(left) + len(right))
            return left + right
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

    def _compiled(self, source: str) -> Template:
        tree = self.parse(source)
        _check(tree)
        for loop in list(tree.find_all(nodes.For)):
            pieces = nodes.Const(sum(1 for _ in loop.find_all(nodes.Node)))
            loop.body.insert(0, nodes.ExprStmt(_call("step", [pieces], loop.lineno), lineno=loop.lineno))
        tree = _Joining().visit(tree)
        tree.set_environment(self)
        return _Template.from_code(self, self.compile(tree), self.make_globals(None))


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None, lineno=line)


class _Joining(NodeTransformer):
    """Lets ``a ~ b`` be measured."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)


def _check(tree: nodes.Template) -> None:
    """Refuse what is not on the list, at its line, even in a branch that this document would not take."""
    for node in tree.find_all(nodes.Node):
        if isinstance(node, _INCLUDES):
            raise TemplateFault(
                "Eine Vorlage kann keine andere Datei einbinden (include, import, extends).",
                "Den Inhalt in diese Vorlage selbst schreiben.",
                line=node.lineno,
            )
        if isinstance(node, nodes.Call):
            raise TemplateFault(
                f"Aufrufe mit runden Klammern gibt es in Vorlagen nicht: „{_called(node.node) or '…'}(…)“.",
                "Einen Filter hinter einen Strich schreiben, etwa: {{ dokument.titel|upper }}",
                _called(node.node),
                node.lineno,
            )
        if not isinstance(node, _ALLOWED) or (isinstance(node, nodes.For) and node.recursive):
            raise TemplateFault(
                "Diese Anweisung gibt es in Vorlagen nicht.", "Üblich sind: for, if, set.", line=node.lineno
            )
        if isinstance(node, nodes.Const) and isinstance(node.value, str) and (bad := FORBIDDEN.search(node.value)):
            text = f"Hier steht ein unsichtbares, unerlaubtes Zeichen: {describe(bad[0])}, geschrieben mit „\\“."
            raise TemplateFault(text, "Löschen Sie es.", line=node.lineno)
    unknown = meta.find_undeclared_variables(tree) - set(NAMES)
    for name in tree.find_all(nodes.Name):
        if name.name in unknown:
            text = f"Der Name „{name.name}“ ist hier nicht bekannt."
            raise TemplateFault(text, suggestion(name.name, NAMES), name.name, name.lineno)


@pass_context
def _step(context: Context, pieces: int) -> str:
    store = store_of(context)
    store.steps += pieces
    if store.steps > store.most_steps:
        text = f"Die Vorlage kommt zu keinem Ende: eine Schleife macht mehr als {VORLAGENSCHRITTE.text}."
        raise TemplateFault(text, f"{SLOW_HELP} {VORLAGENSCHRITTE.hinweis}")
    return ""


def _called(node: nodes.Expr) -> str | None:
    return node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else None


@pass_context
def _joined(context: Context, *parts: Any) -> str:
    texts = [text_of(part) for part in parts]
    count(context, sum(map(len, texts)))
    return "".join(texts)


@pass_context
def _keep(context: Context, value: Any) -> Any:
    """Put what is printed into the store and print its mark."""
    return Markup(store_of(context).put(value if isinstance(value, Blocks) else text_of(value)))
