"""A template from Word: opened by docxtpl, checked before its first use, every fault told with its place."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

from docxtpl import DocxTemplate
from lxml import etree

from kmut_cli.findings.limits import WORDVORLAGENZEICHEN
from kmut_cli.render.faults import TemplateFault, fault_of
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.sandbox import TemplateLanguage
from kmut_cli.render.store import STORE, Store
from kmut_cli.render.word.intake import admitted
from kmut_cli.render.word.places import Place, place_of

_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
# Word types these by itself; none of them means anything to Jinja. docxtpl translates only “ ” ‘ ’.
_TYPOGRAPHIC = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'",
                              "\N{NO-BREAK SPACE}": " "})  # fmt: skip
_LANGUAGE = TemplateLanguage(longest=WORDVORLAGENZEICHEN)


class WordTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl with a sandbox, typographic quotes, and faults that name their place.

    Args:
        content: Bytes of the .docx file.
        name: What the user calls it.
    """

    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(io.BytesIO(content))
        self._name = name
        self._original = ""

    def fill(self, dokument: object, store: Store) -> None:
        """Run the template.

        Args:
            dokument: The presentation.
            store: Takes what is printed; marks stand for it in the document afterwards.

        Raises:
            TemplateProblem: The template is at fault.
        """
        try:
            self.render({"dokument": dokument, STORE: store}, _LANGUAGE)
        except TemplateProblem:
            raise
        except Exception as error:  # docxtpl and Jinja raise anything; whatever comes is the template's fault
            raise self._problem(error, Place()) from error

    def patch_xml(self, src_xml: str) -> str:
        """Prepare a part for Jinja as docxtpl does, and set typographic quotes inside tags straight."""
        _LANGUAGE.check_size(src_xml)  # docxtpl's expressions take even longer than Jinja
        self._original = src_xml
        patched: str = _patched(src_xml)
        return patched

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Render one part; faults are translated and told with the paragraph they stand in."""
        lines = re.sub(r"<w:p([ >])", r"\n<w:p\1", src_xml)  # what docxtpl gives to Jinja
        try:
            rendered: str = super().render_xml_part(src_xml, part, context, jinja_env)
        except Exception as error:
            raise self._problem(error, place_of(error, lines, self._original, str(part.partname))) from error
        return rendered

    def fix_tables(self, xml: str) -> Any:
        """Refuse what is no longer well-formed; docxtpl would drop parts of it without a word."""
        try:
            etree.fromstring(xml)
        except etree.XMLSyntaxError as error:
            raise TemplateProblem(
                f"In der Vorlage „{self._name}“ beginnt eine Schleife oder Bedingung in einem anderen Absatz,"
                " einer anderen Zeile oder Zelle, als sie endet.",
                "Anfang und Ende gehören in je einen eigenen Absatz ({%p … %}) oder in je eine eigene Tabellenzeile"
                " ({%tr … %}).",
                template=self._name,
            ) from error
        return super().fix_tables(xml)

    def _problem(self, error: Exception, place: Place) -> TemplateProblem:
        fault = fault_of(error, _LANGUAGE.filters)
        where = f"In der Vorlage „{self._name}“{place.text(fault.name)}: "
        return TemplateProblem(where + fault.text, fault.help, template=self._name, name=fault.name)


@lru_cache(maxsize=128)
def _patched(source: str) -> str:
    """Same source, same result: the many expressions of docxtpl run once for each template."""
    xml: str = DocxTemplate.patch_xml(None, source)
    return _TAG.sub(lambda tag: tag.group().translate(_TYPOGRAPHIC), xml)


def open_template(content: bytes, name: str) -> WordTemplate:
    """Open a template.

    Args:
        content: Bytes of the file.
        name: What the user calls it.

    Returns:
        The template, not rendered yet.

    Raises:
        TemplateProblem: The bytes are no Word document that can be used.
    """
    try:
        template = WordTemplate(admitted(content), name)
        template.init_docx()
        template.docx.part  # noqa: B018  # raises if the package holds no document
    except TemplateFault as fault:
        text = f"Die Vorlage „{name}“ lässt sich nicht verwenden: {fault.text}"
        raise TemplateProblem(text, fault.help, template=name) from fault
    except Exception as error:  # zipfile, lxml and python-docx raise a dozen kinds for a damaged file
        raise TemplateProblem(
            f"Die Vorlage „{name}“ ist kein Word-Dokument im Format .docx, oder sie ist beschädigt.",
            "Die Vorlage in Word öffnen und als „Word-Dokument (*.docx)“ speichern.",
            template=name,
        ) from error
    return template
