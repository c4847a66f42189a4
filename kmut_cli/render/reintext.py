"""Markdown as plain text that reads well without any program that knows Markdown: for search, and for other systems."""

from __future__ import annotations

from markdown_it.token import Token

from kmut_cli.render.parsed import first_number, parsed


def reintext(text: str) -> str:
    r"""Give what a text says, in paragraphs: lists keep their dashes and numbers, rows of tables stand on lines.

    >>> reintext("## Kurse\n**drei** [im\nNetz](https://kurse.example):\n\n1. früh\n2. spät")
    'Kurse\n\ndrei im Netz (https://kurse.example):\n\n1. früh\n2. spät'
    """
    gelesen = parsed(text)
    if gelesen is None:
        return text.strip()
    zeilen = _Schreiber().schreibe(gelesen.tokens) + gelesen.unused
    ohne_doppelte = [zeile for davor, zeile in zip(["", *zeilen], zeilen, strict=False) if zeile or davor]
    return "\n".join(ohne_doppelte).strip("\n")


class _Schreiber:
    """Walks once over the blocks, which are flat."""

    def __init__(self) -> None:
        self._zeilen: list[str] = []
        self._nummern: list[int | None] = []  # of the lists that are open, the next number; None for dashes
        self._breiten: list[int] = []  # of the marks of the items that are open
        self._marke = ""  # of an item that nothing has been written of yet
        self._zellen: list[str] | None = None  # of the row that is open

    def schreibe(self, tokens: list[Token]) -> list[str]:
        for token in tokens:
            self._block(token)
        return self._zeilen

    def _block(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self._nummern.append(None)
            case "ordered_list_open":
                self._nummern.append(first_number(token))
            case "bullet_list_close" | "ordered_list_close":
                self._nummern.pop()
                self._leerzeile(not self._nummern)
            case "list_item_open":
                self._beginne_punkt()
            case "list_item_close":
                self._marke = ""
                self._breiten.pop()
            case "tr_open":
                self._zellen = []
            case "tr_close":
                self._text("; ".join(zelle for zelle in self._zellen or [] if zelle))
                self._zellen = None
            case "inline" if self._zellen is not None:
                self._zellen.append(" ".join(_zeilentext(token).split()))
            case "inline":
                self._text(_zeilentext(token))
            case "fence" | "code_block":
                self._text(token.content.rstrip("\n"))
                self._leerzeile()
            case "paragraph_close" | "heading_close" | "table_close":
                self._leerzeile(not token.hidden)

    def _beginne_punkt(self) -> None:
        nummer = self._nummern[-1]
        self._marke = "- " if nummer is None else f"{nummer}. "
        self._nummern[-1] = None if nummer is None else nummer + 1
        self._breiten.append(len(self._marke))

    def _text(self, text: str) -> None:
        for zeile in text.split("\n"):
            einzug = " " * (sum(self._breiten) - len(self._marke))
            self._zeilen.append(f"{einzug}{self._marke}{zeile.strip()}".rstrip())
            self._marke = ""

    def _leerzeile(self, noetig: bool = True) -> None:
        if noetig:
            self._zeilen.append("")


def _zeilentext(inline: Token) -> str:
    """Give the words of a paragraph; lines that only the editor broke are one."""
    teile: list[str] = []
    verweise: list[tuple[str, int]] = []
    for kind in inline.children or ():
        match kind.type:
            case "softbreak":
                teile.append(" ")
            case "hardbreak":
                teile.append("\n")
            case "link_open":
                verweise.append((str(kind.attrGet("href") or ""), len(teile)))
            case "link_close":
                adresse, beginn = verweise.pop()
                gesagt = "".join(teile[beginn:])
                teile.append(f" ({adresse})" if adresse and adresse.removeprefix("mailto:") != gesagt else "")
            case _:
                teile.append(kind.content)  # of a picture, what it shows; marks of emphasis have none
    return "".join(teile)
