"""The forms in which a comparison goes out; only the one that is asked for is imported."""

from __future__ import annotations

from kmut_cli.compare.blatt import Blatt

FORMATE = ("text", "md", "json", "html")
"""``json`` is made of the comparison itself, see :mod:`kmut_cli.compare.jsonform`; the others of its layout."""


def schreibe(format: str, blatt: Blatt, *, color: bool = False, width: int = 100) -> str:
    """Write a comparison in one of the forms for people.

    Args:
        format: ``text``, ``md`` or ``html``.
        blatt: The comparison laid out.
        color: ANSI colours, for ``text``.
        width: Columns of a line, for ``text``.
    """
    if format == "md":
        from kmut_cli.compare.markdownform import als_markdown

        return als_markdown(blatt)
    if format == "html":
        from kmut_cli.compare.htmlform import als_html

        return als_html(blatt)
    from kmut_cli.compare.textform import als_text

    return als_text(blatt, color=color, width=width)
