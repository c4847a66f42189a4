"""The face of Markdown output: a presentation and a template, both given, become a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import TracebackType

from jinja2 import TemplateSyntaxError

from kmut_cli.render.faults import SLOW_HELP, TemplateFault, fault_of
from kmut_cli.render.markdown.fill import MAX_OUTPUT, Filler
from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.sandbox import STORE, TemplateLanguage
from kmut_cli.render.store import Store

MAX_TEMPLATE = 100_000
"""Characters of a template; the shipped ones have about a thousand, and Jinja takes long to read a very large one."""
_TEMPLATE = "<template>"  # what Jinja calls a template without a file, in tracebacks


@cache
def _language() -> TemplateLanguage:
    return TemplateLanguage(trim_blocks=True, lstrip_blocks=True)


def render_markdown(dokument: Darstellung, template: str, template_name: str) -> str:
    """Fill a Markdown template; nothing is read or written, no clock is asked.

    In a template ``{{ name }}`` prints plain text, ``{{ frage|antwort }}`` the blocks of an answer, and
    ``{{ abschnitt.hinweis|markdown }}`` a text in Markdown. Headings of an answer go below the heading that stands
    above it in the template.

    Args:
        dokument: The document; templates know it by this name.
        template: Text of the template: Markdown with Jinja.
        template_name: What messages call the template.

    Returns:
        Markdown (CommonMark with tables), ending with one line end; equal arguments give equal text.

    Raises:
        TemplateProblem: The template cannot be used as it stands.
    """
    store = Store()
    try:
        if len(template) > MAX_TEMPLATE:
            raise TemplateFault("Sie ist größer als 100 KB.", "Feste Texte kürzen oder weglassen.")
        compiled = _language().from_string(template)
        rendered = _limited(compiled.generate({"dokument": dokument, STORE: store}))
    except Exception as error:  # Jinja and Python raise anything; whatever comes is the template's fault
        raise _problem(error, template_name) from error
    try:
        return Filler(store).fill(rendered)
    except TemplateFault as fault:
        raise _problem(fault, template_name) from fault


def _limited(chunks: Iterator[str]) -> str:
    parts: list[str] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MAX_OUTPUT:
            raise TemplateFault("Mit dieser Vorlage würde die Ausgabe größer als 20 MB.", SLOW_HELP)
        parts.append(chunk)
    return "".join(parts)


def _problem(error: Exception, template_name: str) -> TemplateProblem:
    fault = fault_of(error, _language().filters)
    line = error.lineno if isinstance(error, TemplateSyntaxError) else fault.line or _line(error.__traceback__)
    where = f"In der Vorlage „{template_name}“" + (f", Zeile {line}" if line else "")
    return TemplateProblem(f"{where}: {fault.text}", fault.help, template=template_name, line=line, name=fault.name)


def _line(traceback: TracebackType | None) -> int | None:
    """Find the line of the template: Jinja puts it into the traceback as if the template were Python."""
    line = None
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _TEMPLATE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return line
