"""The face of Markdown output: a presentation and a template, both given, become a text."""

from __future__ import annotations

import re
from functools import cache

from kmut_cli.findings.limits import VORLAGENZEICHEN
from kmut_cli.render.faults import TemplateFault, fault_of, line_of
from kmut_cli.render.markdown.fill import Filler
from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.sandbox import TemplateLanguage
from kmut_cli.render.store import STORE, Store
from kmut_cli.source.decode import FORBIDDEN, describe

_LINE_END = re.compile(r"\r\n|\r|\n")


@cache
def _language() -> TemplateLanguage:
    return TemplateLanguage(longest=VORLAGENZEICHEN, trim_blocks=True, lstrip_blocks=True)


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
    _check_characters(template, template_name)
    store = Store()
    try:
        rendered = _language().from_string(template).render({"dokument": dokument, STORE: store})
    except Exception as error:  # Jinja and Python raise anything; whatever comes is the template's fault
        raise _problem(error, template_name) from error
    try:
        return Filler(store, dokument.bilder).fill(rendered)
    except TemplateFault as fault:
        raise _problem(fault, template_name) from fault


def _check_characters(template: str, template_name: str) -> None:
    """Refuse what no answer may hold either: it would stand in the document, and act on whoever looks at it.

    Raises:
        TemplateProblem: For the first such character.
    """
    if found := FORBIDDEN.search(template):
        line = len(_LINE_END.findall(template, 0, found.start())) + 1
        raise TemplateProblem(
            f"In der Vorlage „{template_name}“, Zeile {line}: Hier steht ein unsichtbares, unerlaubtes Zeichen:"
            f" {describe(found[0])}.",
            "Löschen Sie es; steht es für eine neue Zeile, drücken Sie dort die Eingabetaste.",
            template=template_name,
            line=line,
            name=found[0],
        )


def _problem(error: Exception, template_name: str) -> TemplateProblem:
    fault = fault_of(error, _language().filters)
    line = line_of(error)
    where = f"In der Vorlage „{template_name}“" + (f", Zeile {line}" if line else "")
    return TemplateProblem(f"{where}: {fault.text}", fault.help, template=template_name, line=line, name=fault.name)
