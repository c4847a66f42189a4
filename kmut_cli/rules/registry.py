"""Finds the rules: a module of this package with ``RULES`` and ``check`` is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from kmut_cli.documents.markdown_konto import haushalt
from kmut_cli.documents.weitere import begrenzt
from kmut_cli.findings.finding import Finding
from kmut_cli.findings.rule import Rule
from kmut_cli.rules.pruefling import Pruefling

Check = Callable[[Pruefling], Iterator[Finding]]


@cache
def checks() -> tuple[Check, ...]:
    """Give the check of every rule, in the order of the modules' names."""
    import kmut_cli.rules as paket

    module = (import_module(f"{paket.__name__}.{modul.name}") for modul in iter_modules(paket.__path__))
    return tuple(modul.check for modul in module if hasattr(modul, "check"))


@cache
def catalogue() -> dict[str, Rule]:
    """Give every code of the tool with its rule, in order of the codes.

    A package that emits codes beside the rules keeps them in a module ``rules`` with a tuple ``RULES``.
    """
    import kmut_cli.rules as paket

    namen = [f"{paket.__name__}.{modul.name}" for modul in iter_modules(paket.__path__)]
    namen += ["kmut_cli.source.rules", "kmut_cli.documents.rules", "kmut_cli.workspace.rules", "kmut_cli.render.rules"]
    alle = [rule for name in namen for rule in getattr(import_module(name), "RULES", ())]
    return {rule.code: rule for rule in sorted(alle, key=lambda rule: rule.code)}


def examine(pruefling: Pruefling) -> list[Finding]:
    """Apply every rule to a document; of very many findings of one rule only the first are told.

    All rules together read no more Markdown than a document may ask for. What goes beyond is plain text to them.
    """
    with haushalt():
        return [finding for check in checks() for finding in begrenzt(check(pruefling))]
