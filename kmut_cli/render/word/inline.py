"""Markdown inside a paragraph → runs and hyperlinks."""

from __future__ import annotations

from markdown_it.token import Token

from kmut_cli.render.word.pieces import Piece, element, run, value, written
from kmut_cli.render.word.target import Target

_MARKS = {"strong": "b", "em": "i", "s": "strike"}


class InlineWriter:
    """Writes the children of one inline token.

    Args:
        target: The document.
    """

    def __init__(self, target: Target) -> None:
        self._target = target
        self._depth = {"b": 0, "i": 0, "strike": 0}
        self._content: list[Piece] = []
        self._link: Piece | None = None
        self._bare_url = ""
        self._addresses: list[str] = []

    def write(self, tokens: list[Token]) -> list[Piece]:
        """Write inline tokens.

        Args:
            tokens: Children of an ``inline`` token.

        Returns:
            Content of a paragraph.
        """
        for token in tokens:
            self._write_token(token)
        return self._content

    def _write_token(self, token: Token) -> None:
        name, _, side = token.type.rpartition("_")
        if name in _MARKS:
            self._depth[_MARKS[name]] += token.nesting
        elif name == "link" and side == "open":
            self._open_link(str(token.attrGet("href") or ""), str(token.attrGet("title") or ""))
        elif name == "link":
            self._close_link()
        elif token.type == "softbreak":
            self._text(" ")
        elif token.type == "hardbreak":
            self._text("\n")
        elif token.type == "code_inline":
            self._text(token.content, "Code im Text")
        elif token.type == "image":
            self._image(token)
        else:
            self._text(token.content)

    def _text(self, text: str, style: str = "") -> None:
        if not text:
            return
        properties: list[Piece] = []
        if self._link is not None and not style:
            style = "Hyperlink"
        if style:
            properties.append(value("w:rStyle", self._target.styles.find(style)))
        properties += [element(f"w:{mark}") for mark, depth in self._depth.items() if depth > 0]
        (self._content if self._link is None else self._link.children).append(run(text, *properties))

    def _open_link(self, url: str, title: str) -> None:
        relation = self._target.link(url) if self._link is None else ""
        if relation:
            self._link = element("w:hyperlink", {"r:id": relation, "w:history": "1"})
            if title:
                self._link.attributes["w:tooltip"] = written(title)
            self._content.append(self._link)
            self._addresses.append("")
            self._bare_url = url
        else:
            self._addresses.append(_address(url, title))

    def _close_link(self) -> None:
        address = self._addresses.pop()
        if address:
            self._text(address)
        else:
            if self._link is not None and not self._link.children:
                self._text(self._bare_url)  # a link without words would be invisible
            self._link = None

    def _image(self, token: Token) -> None:
        """Word output embeds no pictures yet: what stands for one is its text and where it lies."""
        for child in token.children or []:
            self._write_token(child)
        self._text(_address(str(token.attrGet("src") or ""), str(token.attrGet("title") or "")))


def _address(url: str, title: str) -> str:
    """Show an address that cannot be followed behind the text that it belongs to."""
    return f" ({url}, „{title}“)" if title else f" ({url})"
