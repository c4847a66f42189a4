"""The blocks of an answer (see ``presentation``) → paragraphs and tables of Word."""

from __future__ import annotations

from kmut_cli.render.kurztext import mit_doppelpunkt
from kmut_cli.render.presentation import (
    Absatz,
    Angabe,
    Ankreuzfeld,
    Bild,
    Block,
    Entfallen,
    Offen,
    Tabelle,
    Zwischentitel,
)
from kmut_cli.render.word.answer_table import answer_table
from kmut_cli.render.word.controls import checkbox
from kmut_cli.render.word.markdown import markdown_blocks
from kmut_cli.render.word.picture import picture
from kmut_cli.render.word.pieces import Piece, element, keep_with_next, paragraph, run, value
from kmut_cli.render.word.styles import DEEPEST
from kmut_cli.render.word.target import Surroundings, Target

_BETWEEN_BOXES = "\u2003\u2003"  # em spaces
_BOX = "320"  # twips of a box with its gap
_TOGETHER = 6  # so many boxes of a question stay on one page


def block_elements(block: Block, target: Target, around: Surroundings) -> list[Piece]:
    """Write one block.

    Args:
        block: Part of an answer.
        target: The document; gets styles, lists and links as needed.
        around: Style and width at the place.

    Returns:
        ``w:p`` and ``w:tbl`` elements; the last one, if any, is a paragraph.
    """
    match block:
        case Absatz():
            return markdown_blocks(block.text, target, around)
        case Ankreuzfeld():
            return _boxes(block, target, around)
        case Angabe():
            return [_labelled(block, target, around)]
        case Tabelle():
            return answer_table(block, target, around)
        case Entfallen():
            return _dropped(block, target, around)
        case Offen():
            mark = run(f"[{block.marke}] {block.hinweis}".rstrip(), _character("Offene Frage", target))
            return [_plain(around, [mark])]
        case Zwischentitel():
            return [_heading(block, target, around)]
        case Bild():
            return [picture(block, target, around)]


def _plain(around: Surroundings, content: list[Piece], *extra: Piece) -> Piece:
    return paragraph([*([value("w:pStyle", around.style)] if around.style else []), *extra], content)


def _character(style: str, target: Target) -> Piece:
    return value("w:rStyle", target.styles.find(style))


def _boxes(block: Ankreuzfeld, target: Target, around: Surroundings) -> list[Piece]:
    paragraphs: list[Piece] = []
    for box in block.kaestchen:
        if not block.in_einer_zeile:
            # The caption's further lines stand under its first, not under the box.
            hanging = element("w:ind", {"w:left": _BOX, "w:hanging": _BOX})
            close = [] if box is block.kaestchen[-1] else [element("w:contextualSpacing")]
            paragraphs.append(_plain(around, [checkbox(box, target), run("\t" + box.beschriftung)], hanging, *close))
            if len(block.kaestchen) <= _TOGETHER and close:
                keep_with_next(paragraphs[-1])
            continue
        content = [checkbox(box, target), run("\N{NO-BREAK SPACE}" + box.beschriftung)]
        if paragraphs:
            paragraphs[-1].children += [run(_BETWEEN_BOXES), *content]
        else:
            paragraphs.append(_plain(around, content))
    return paragraphs


def _labelled(block: Angabe, target: Target, around: Surroundings) -> Piece:
    if block.beschriftung and not block.wert:  # the label of what follows, which it must not leave
        alone = _plain(around, [run(mit_doppelpunkt(block.beschriftung), element("w:b"))])
        keep_with_next(alone)
        return alone
    content = []
    if block.beschriftung:
        content.append(run(mit_doppelpunkt(block.beschriftung) + " ", _character("Antwort Beschriftung", target)))
    content.append(run(block.wert))
    if block.klein:
        return paragraph([value("w:pStyle", target.styles.find("Antwort Quelle"))], content)
    return _plain(around, content)


def _dropped(block: Entfallen, target: Target, around: Surroundings) -> list[Piece]:
    reason = markdown_blocks(block.grund, target, around)
    mark = _character("Entfallen", target)
    first = reason[0] if reason else None
    if first is None or first.tag != "w:p" or first.holds("w:numPr"):
        return [_plain(around, [run("entfällt:" if reason else "entfällt", mark)]), *reason]
    behind_properties = 0 if first.find("w:pPr") is None else 1
    first.children.insert(behind_properties, run("entfällt: ", mark))
    return reason


def _heading(block: Zwischentitel, target: Target, around: Surroundings) -> Piece:
    style = target.styles.find(f"heading {min(around.level + 1, DEEPEST)}")
    unnumbered = element("w:numPr", None, value("w:numId", 0))  # only chapters and sections count
    numbering = [unnumbered] if target.styles.is_numbered(style) else []
    return paragraph([value("w:pStyle", style), *numbering], [run(block.text)])
