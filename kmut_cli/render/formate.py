"""The formats by name; the module of one is imported when it is asked for."""

from __future__ import annotations

from kmut_cli.render.presentation import Darstellung
from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.vorlagen import ENDUNG, Vorlage

FORMATE = tuple(ENDUNG)


def veraendert(format: str, inhalt: bytes) -> bool:
    """Whether an output file was saved by another program since kmut wrote it; only Word files tell.

    Args:
        format: ``md`` or ``docx``.
        inhalt: The file as it is now.
    """
    if format != "docx" or not inhalt:
        return False
    from kmut_cli.render.word.package import MARK

    return not inhalt.endswith(MARK)


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
