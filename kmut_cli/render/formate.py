"""The formats by name; the module of one is imported when it is asked for."""

from __future__ import annotations

from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.vorlagen import ENDUNG, Vorlage

FORMATE = tuple(ENDUNG)
"""Formats that fill a template."""
OPARL = "oparl"
DATEIENDUNG = {"docx": ".docx", "md": ".md", OPARL: ".oparl.json"}
"""Every format → how its output files end."""


def dateisuffix(format: str) -> str:
    """Give what stands behind the last dot of an output file, with the dot."""
    return "." + DATEIENDUNG[format].rpartition(".")[2]


FORMATE_MIT_BILDDATEIEN = frozenset({"md"})
"""Formats that cannot carry pictures; they lie in files beside the output."""
_BILDANFANG = 40  # bytes: the root element of our pictures up to where they differ


def fremd(format: str, alt: bytes, neu: bytes) -> bool:
    """Whether a file that output would overwrite holds somebody's work.

    Args:
        format: ``md``, ``docx``, ``oparl``, or ``svg`` for a picture beside Markdown.
        alt: The file as it is.
        neu: What would take its place.

    Returns:
        For Word and Markdown, whether somebody changed it since kmut wrote it, or it never came from kmut; for Markdown
        without a seal, as kmut wrote it before, whether it begins with another line; for OParl, whether it is no draft
        any more.
    """
    if not alt.strip() or alt == neu:
        return False
    if format == "svg":
        return not alt.startswith(neu[:_BILDANFANG])
    if format == OPARL:
        from kmut_cli.render.oparl import ist_unseres

        return not ist_unseres(alt)
    if format == "md":
        from kmut_cli.render.markdown.siegel import ist_unberuehrt

        if (unberuehrt := ist_unberuehrt(alt)) is not None:
            return not unberuehrt
        return alt.lstrip().split(b"\n", 1)[0].strip() != neu.lstrip().split(b"\n", 1)[0].strip()
    from kmut_cli.render.word.package import MARK

    return not alt.endswith(MARK)


def rendere(format: str, dokument: Darstellung, vorlage: Vorlage) -> bytes:
    """Fill a template.

    Args:
        format: ``md`` or ``docx``.
        dokument: The document.
        vorlage: The template.

    Returns:
        Content of the output file.

    Raises:
        TemplateProblem: The template cannot be used.
    """
    if format == "docx":
        from kmut_cli.render.word import render_docx

        return render_docx(dokument, vorlage.inhalt, vorlage.name).content
    from kmut_cli.render.markdown import render_markdown
    from kmut_cli.render.markdown.siegel import besiegelt

    try:
        text = vorlage.inhalt.decode("utf-8-sig")
    except UnicodeDecodeError:
        hilfe = "Speichern Sie die Vorlage mit der Codierung UTF-8."
        raise TemplateProblem(
            f"Die Vorlage „{vorlage.name}“ ist nicht als UTF-8 gespeichert.", hilfe, template=vorlage.name
        ) from None
    return besiegelt(render_markdown(dokument, text, vorlage.name)).encode()
