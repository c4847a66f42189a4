"""What a person sees of a text in Markdown: by the tokens of a parser, and in the finished files."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kmut_cli.render.presentation import Absatz
from kmut_cli.render.word import render_docx
from tests.render.word.reading import Docx
from tests.render.word.samples import document, own_template

_VORLAGE = own_template("{{ dokument.kapitel[0].abschnitte[0].fragen[0]|antwort }}")
_FOLGBAR = re.compile("(https?|mailto|tel):", re.IGNORECASE)
"""Addresses that Word makes a link of; any other is shown behind its words."""


class _Fremd(MarkdownIt):
    """A parser that leaves addresses as they were typed and takes no program for one; else it knows no rule of ours."""

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:
        return _FOLGBAR.match(url) is not None or not re.match("[a-z][a-z0-9+.-]*:|[/\\\\]{2}", url, re.IGNORECASE)


_FREMD = _Fremd("commonmark", {"html": False}).enable(["table", "strikethrough"])


def gemeint(text: str, *, adressen: bool = True) -> list[str]:
    """The visible text of each block, by a parser that knows no rule of the tool."""
    return bloecke(_FREMD.parse(text), adressen=adressen)


def ohne_adressen(texte: Iterable[str], adressen: Iterable[str], titel: Iterable[str]) -> list[str]:
    """Leave out what Markdown output may do otherwise: break a heading, show an address where no link can stand.

    Args:
        texte: Visible texts.
        adressen: All addresses that were used.
        titel: All titles that were used.
    """
    gezeigt = [f"{ziel}, „{eins}“" for ziel in adressen for eins in titel] + list(adressen)
    ohne = []
    for text in texte:
        text = text.replace("\n", " ")
        for eins in sorted(gezeigt, key=len, reverse=True):
            text = text.replace(f" ({eins})", "").replace(eins, "")
        ohne.append(" ".join(text.split(" ")).strip())
    return [text for text in ohne if text]


def in_word(*texte: str) -> list[str]:
    """The paragraphs of answers in Word, without the empty ones that only make room."""
    word = Docx(render_docx(document(*map(Absatz, texte)), _VORLAGE, "eigene.docx").content)
    return [absatz for absatz in word.texts if absatz]


def bloecke(tokens: Iterable[Token], *, adressen: bool = True) -> list[str]:
    """The visible text of each block, by the tokens of a parser; without the empty ones.

    Args:
        tokens: Of a whole text.
        adressen: Also the addresses that Word shows behind the words, since nobody can follow them there.
    """
    gefunden = []
    for token in tokens:
        if token.type == "inline":
            gefunden.append(_zeile(token.children or [], adressen))
        elif token.type in ("fence", "code_block"):
            kopf = token.info.strip()
            gefunden.append((f"{kopf}\n" if kopf else "") + token.content.removesuffix("\n"))
    return [text for text in gefunden if text]


def _zeile(tokens: Iterable[Token], adressen: bool) -> str:
    text = ""
    offen: list[tuple[str, str, int]] = []
    for token in tokens:
        match token.type:
            case "softbreak":
                text += " "
            case "hardbreak":
                text += "\n"
            case "link_open":
                offen.append((str(token.attrGet("href") or ""), str(token.attrGet("title") or ""), len(text)))
            case "link_close":
                ziel, titel, beginn = offen.pop()
                if not adressen:
                    continue
                # Nor can anybody follow a link that stands in another: Word knows no such thing.
                if not _FOLGBAR.match(ziel) or any(_FOLGBAR.match(aussen) for aussen, _titel, _beginn in offen):
                    text += _adresse(ziel, titel)
                elif len(text) == beginn:
                    text += ziel
            case "image":
                text += _zeile(token.children or [], adressen)
                if adressen:
                    text += _adresse(str(token.attrGet("src") or ""), str(token.attrGet("title") or ""))
            case _:
                text += token.content
    return text


def _adresse(ziel: str, titel: str) -> str:
    return f" ({ziel}, „{titel}“)" if titel else f" ({ziel})"
