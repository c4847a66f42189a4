"""The inside of a paragraph: parsed tokens → Markdown that parses to the same tokens anywhere."""

from __future__ import annotations

import re

from markdown_it.token import Token

from kmut_cli.render.markdown import escape

_BESIDE = {"*": "_", "_": "*"}


def inline(tokens: list[Token], *, strict: bool = False) -> list[str]:
    """Write the children of one inline token.

    Args:
        tokens: The children.
        strict: Choose the signs of emphasis anew and write letters beside them as entities. Reads badly, but is
            right where escaping shifts what CommonMark takes for the edge of a word.

    Returns:
        Lines; the beginning of a line is not protected yet (see :func:`escape.line`).
    """
    return _Writer(tokens, strict).write().split("\n")


class _Writer:
    """Walks once over the tokens, which are flat; so depth of nesting costs nothing."""

    def __init__(self, tokens: list[Token], strict: bool, in_link: bool = False) -> None:
        self._tokens = tokens
        self._strict = strict
        self._links: list[Token] = []
        self._in_link = in_link
        self._signs: list[str] = []
        self._closed = ""  # the sign that was closed just before
        self._tildes = sum(token.content.count("~") + (token.type == "s_open") * 2 for token in tokens) > 1

    def write(self) -> str:
        return "".join(self._one(position, token) for position, token in enumerate(self._tokens))

    def _one(self, position: int, token: Token) -> str:
        closed, self._closed = self._closed, ""
        match token.type:
            case "text" | "text_special":
                return self._text(position, token.content)
            case "softbreak":
                return "\n"
            case "hardbreak":
                return "\\\n"
            case "code_inline":
                return _code(token.content)
            case "em_open" | "strong_open" | "s_open":
                return self._open(token, closed)
            case "em_close" | "strong_close" | "s_close":
                self._closed = self._signs.pop()
                return self._closed
            case "link_open":
                self._links.append(token)
                return "<" if token.info == "auto" else "["
            case "link_close":
                opened = self._links.pop()
                return ">" if opened.info == "auto" else f"]({_target(opened, 'href')})"
            case "image":
                inner = _Writer(token.children or [], self._strict, in_link=True).write()
                return f"![{inner}]({_target(token, 'src')})"
            case _:
                raise ValueError(token.type)  # the caller shows the answer as it was typed

    def _open(self, token: Token, closed: str) -> str:
        sign = token.markup
        if self._strict and token.type != "s_open":
            outer = self._signs[-1][0] if self._signs else ""
            char = _BESIDE.get(outer, "*")
            sign = (_BESIDE[char] if closed[:1] == char else char) * len(token.markup)
        self._signs.append(sign)
        return sign

    def _text(self, position: int, content: str) -> str:
        if self._links and self._links[-1].info == "auto":
            return content
        before = self._tokens[position - 1] if position else None
        after = self._tokens[position + 1] if position + 1 < len(self._tokens) else None
        first = last = ""
        if content and before is not None and self._guarded(content[0], before, 1):
            first, content = escape.entity(content[0]), content[1:]
        if content and after is not None and self._guarded(content[-1], after, -1):
            content, last = content[:-1], escape.entity(content[-1])
        in_link = self._in_link or bool(self._links)
        written = escape.text(content, in_link=in_link, tildes=self._tildes, strict=self._strict)
        if after is not None and after.type == "link_open" and not last and written.endswith("!"):
            written = written[:-1] + "\\!"
        return first + written + last

    def _guarded(self, char: str, beside: Token, inner: int) -> bool:
        """Tell whether a character beside a sign of emphasis must be an entity; ``inner`` is the sign's side."""
        if not re.match("em|strong|s_", beside.type):
            return False
        return escape.is_blank(char) if beside.nesting == inner else self._strict and char.isalnum()


def _code(content: str) -> str:
    runs = {len(run) for run in re.findall("`+", content)}
    fence = "`" * next(length for length in range(1, len(runs) + 2) if length not in runs)
    edges = content[:1] + content[-1:]
    padded = "`" in edges or (edges == "  " and content.strip(" "))
    return f"{fence} {content} {fence}" if padded else fence + content + fence


def _target(token: Token, key: str) -> str:
    """Write address and title of a link or image."""
    address = str(token.attrGet(key) or "")
    title = str(token.attrGet("title") or "")
    written = _escaped(address, "<>")
    if not address or re.search(r"[\s\x00-\x20\x7f()<>]", address):
        written = f"<{written}>"
    return written + (f' "{_escaped(title, chr(34))}"' if title else "")


def _escaped(content: str, signs: str) -> str:
    content = re.sub(rf"[{signs}]|\\(?![A-Za-z0-9])|&(?=[#A-Za-z])", r"\\\g<0>", content)
    return re.sub(r"[\n\r]", lambda found: escape.entity(found.group()), content)
