"""A parsed template: what may stand in it, and where its work is counted."""

from __future__ import annotations

from jinja2 import meta, nodes
from jinja2.visitor import NodeTransformer

from kmut_cli.render.faults import TemplateFault, suggestion
from kmut_cli.source.decode import FORBIDDEN, describe

NAMES = ("dokument",)
"""What a template may name, apart from what it sets itself."""
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Assign, nodes.Name, nodes.Const,
    nodes.Tuple, nodes.List, nodes.CondExpr, nodes.Filter, nodes.Test, nodes.Keyword, nodes.Getattr, nodes.Getitem,
    nodes.Slice, nodes.Concat, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.BinExpr, nodes.Neg,
    nodes.Pos,
)  # fmt: skip
_CALLS = (nodes.Compare, nodes.Concat, nodes.Filter, nodes.For, nodes.Slice, nodes.Test)
_CALL = 5  # what takes a call takes about as long as so many other pieces
_INCLUDES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)


def counted(tree: nodes.Template) -> nodes.Template:
    """Put calls of the environment's ``step``, ``joined``, ``compared`` and ``sliced`` where there is work to count.

    Args:
        tree: The template; it is changed.

    Returns:
        What is to be compiled.
    """
    for loop in list(tree.find_all(nodes.For)):
        pieces = _CALL + sum(_CALL if isinstance(node, _CALLS) else 1 for node in loop.find_all(nodes.Node))
        step = _call("step", [nodes.Const(pieces)], loop.lineno)
        if loop.test is None:
            loop.body.insert(0, nodes.ExprStmt(step, lineno=loop.lineno))
        else:  # what it leaves out has been looked at too; a step is empty, so the condition decides
            loop.test = nodes.Or(step, loop.test, lineno=loop.lineno)
    changed: nodes.Template = _Counting().visit(tree)
    return changed


def _call(name: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), arguments, [], None, None, lineno=line)


class _Counting(NodeTransformer):
    """Lets ``a ~ b``, ``a < b`` and ``a[1:]`` be measured."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Call:
        self.generic_visit(node)
        return _call("joined", node.nodes, node.lineno)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Call:
        self.generic_visit(node)
        more = [part for each in node.ops for part in (nodes.Const(each.op), each.expr)]
        return _call("compared", [node.expr, *more], node.lineno)

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Expr:
        self.generic_visit(node)
        if not isinstance(cut := node.arg, nodes.Slice):
            return node
        ends = [end or nodes.Const(None) for end in (cut.start, cut.stop, cut.step)]
        return _call("sliced", [node.node, *ends], node.lineno)


def check(tree: nodes.Template) -> None:
    """Refuse what is not on the list, at its line, even in a branch that this document would not take.

    Args:
        tree: The template as Jinja has read it.

    Raises:
        TemplateFault: For the first such piece.
    """
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


def _called(node: nodes.Expr) -> str | None:
    return node.attr if isinstance(node, nodes.Getattr) else node.name if isinstance(node, nodes.Name) else None
