"""The formats by name; the module of one is imported when it is asked for."""

from __future__ import annotations

from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.vorlagen import ENDUNG, Vorlage

FORMATE = tuple(ENDUNG)


def fremd(format: str, alt: bytes, neu: bytes) -> bool:
    """Whether a file that output would overwrite holds somebody's work.

    Args:
        format: ``md`` or ``docx``.
        alt: The file as it is.
        neu: What would take its place.

    Returns:
        For Word, whether another program saved it since kmut wrote it, or it never came from kmut; for Markdown, which
        carries no mark, whether it begins with another line.
    """
    if not alt.strip():
        return False
    if format == "md":
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

    try:
        text = vorlage.inhalt.decode("utf-8-sig")
    except UnicodeDecodeError:
        hilfe = "Speichern Sie die Vorlage mit der Codierung UTF-8."
        raise TemplateProblem(
            f"Die Vorlage „{vorlage.name}“ ist nicht als UTF-8 gespeichert.", hilfe, template=vorlage.name
        ) from None
    return render_markdown(dokument, text, vorlage.name).encode()
