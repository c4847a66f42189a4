"""Put what the template printed into the rendered document, in place of the marks that stand for it."""

from __future__ import annotations

from functools import partial

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.presentation import Absatz, Angabe, Ankreuzfeld, Bild, Block, Offen, Tabelle
from kmut_cli.render.store import MARK, Blocks, Store
from kmut_cli.render.word.blocks import block_elements
from kmut_cli.render.word.page import text_size, width_at
from kmut_cli.render.word.pieces import Piece, adopt, built, keep_with_next, paragraph, run, text_content, value
from kmut_cli.render.word.target import BODY_HEIGHT, BODY_WIDTH, Surroundings, Target
from kmut_cli.render.word.xml import Element, element, qname, xml_text

# Places that hold paragraphs, and that Word reports as damaged if they end without one.
_CONTAINERS = frozenset(map(qname, ("w:body", "w:tc", "w:hdr", "w:ftr", "w:footnote", "w:txbxContent")))
_NO_TEXT_HERE = frozenset(map(qname, ("w:tbl", "w:tr", "w:sdt", "w:document")))
_VISIBLE = frozenset(map(qname, ("w:drawing", "w:pict", "w:object", "w:fldChar", "w:sym", "w:sdt")))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ELEMENT = 20  # characters of an element in the file, about


class Filler:
    """Fills one part of the document.

    Args:
        store: What was printed.
        target: The document, with the relationships of this part.
    """

    def __init__(self, store: Store, target: Target) -> None:
        self._store = store
        self._target = target
        self._answers: dict[Element, list[Blocks]] = {}
        self._levels: dict[Element, int] = {}  # of the headings above the answers
        self._level = 0
        self._size = BODY_WIDTH, BODY_HEIGHT

    def fill(self, root: Element) -> None:
        """Replace every mark.

        Args:
            root: The part's root element; changed in place.

        Raises:
            TemplateFault: Something is printed where Word allows no text, or the document would be too large.
        """
        self._size = text_size(root)
        for node in list(root.iter()):
            if node.tag == qname("w:p"):
                self._level = self._heading_level(node) or self._level
            for name, content in node.attrib.items():
                if MARK.search(str(content)):
                    node.set(name, self._plain(str(content)))
            if node.text and MARK.search(node.text):
                self._text_of(node)
            if node.tail and MARK.search(node.tail):
                self._behind(node)
        for host, answers in self._answers.items():
            self._replace(host, answers)
        for container in list(root.iter(*_CONTAINERS - {qname("w:body")})):
            _end_with_paragraph(container)

    def _plain(self, text: str) -> str:
        """Fill marks where only text is possible: attributes, properties, field codes."""
        pieces = MARK.split(text)
        for position in range(1, len(pieces), 2):
            content = self._store.get(pieces[position])
            if isinstance(content, Blocks):
                raise TemplateFault("Eine Antwort mit Absätzen kann hier nicht stehen.")
            pieces[position] = content
        return xml_text("".join(pieces))

    def _text_of(self, node: Element) -> None:
        text = node.text or ""
        if node.tag in _CONTAINERS or node.tag in _NO_TEXT_HERE or node.tag in _INLINE:
            node.text = None
            self._insert(node, None, text)
        elif node.tag == qname("w:t"):
            self._replace_text(node, self._words(node, text))
        else:
            node.text = self._plain(text)

    @staticmethod
    def _replace_text(node: Element, words: str) -> None:
        if words and "\n" not in words and "\t" not in words and "\r" not in words:
            node.attrib.clear()
            node.set(_SPACE, "preserve")
            node.text = xml_text(words)
            return
        for made in built(text_content(words)):
            node.addprevious(made)
        parent = node.getparent()
        if parent is not None:
            parent.remove(node)

    def _behind(self, node: Element) -> None:
        text, node.tail = node.tail or "", None
        parent = node.getparent()
        if parent is not None:
            self._insert(parent, node, text)

    def _words(self, node: Element, text: str) -> str:
        """Give the plain text; answers are kept for the paragraph around ``node``."""
        pieces = MARK.split(text)
        for position in range(1, len(pieces), 2):
            content = self._store.get(pieces[position])
            if isinstance(content, Blocks):
                host = next(iter(node.iterancestors(qname("w:p"))), None) if node.tag != qname("w:p") else node
                if host is None:
                    raise TemplateFault("Eine Antwort braucht in der Vorlage einen Absatz für sich.")
                self._answers.setdefault(host, []).append(content)
                self._levels[host] = self._level
                content = ""
            self._grow(content)
            pieces[position] = content
        return "".join(pieces)

    def _grow(self, text: str) -> None:
        """Count a text that is put in; each line and tab of it becomes an element."""
        self._store.grow(_ELEMENT * (1 + text.count("\n") + text.count("\t")))

    def _insert(self, parent: Element, before: Element | None, text: str) -> None:
        """Put what stands behind an element where it belongs: as run, or as paragraphs (``{{p …}}``)."""
        if parent.tag in _NO_TEXT_HERE:
            raise TemplateFault("Hier erlaubt Word keinen Text.", "Den Platzhalter in einen Absatz einer Zelle setzen.")
        if parent.tag in _INLINE and (parent.tag == qname("w:p") or any(parent.iterancestors(qname("w:p")))):
            words = self._words(parent, text)
            if words.strip():
                _put(parent, before, built([run(words)]))
            return
        pieces = MARK.split(text)
        new: list[Piece] = []
        around = self._around(parent, self._target.styles.find("Antwort"), self._level)
        for number in pieces[1::2]:
            content = self._store.get(number)
            if isinstance(content, Blocks):
                new += self._pieces(content, around)
            else:
                self._grow(content)
                new.append(paragraph([value("w:pStyle", around.style)], [run(content)]))
        _put(parent, before, built(new))

    def _pieces(self, answer: Blocks, around: Surroundings) -> list[Piece]:
        pieces: list[Piece] = []
        before: Block | None = None
        for block in answer.content:
            if pieces and _belong_together(before, block):
                keep_with_next(pieces[-1])
            before = block
            made = block_elements(block, self._target, around)
            self._store.grow(_ELEMENT * sum(piece.count() for piece in made))
            pieces += made
        return pieces

    def _replace(self, host: Element, answers: list[Blocks]) -> None:
        """Put answers in place of their paragraph; if it holds more than the placeholder, behind it."""
        style = host.find(f"{qname('w:pPr')}/{qname('w:pStyle')}")
        style_id = "" if style is None else style.get(qname("w:val"), "")
        around = self._around(host, style_id, self._levels[host])
        new = built(piece for answer in answers for piece in self._pieces(answer, around))
        if _shows_something(host):
            for node in reversed(new):
                adopt(node, host.addnext)
            return
        for node in new:
            adopt(node, host.addprevious)
        parent = host.getparent()
        if parent is not None and host.find(f"{qname('w:pPr')}/{qname('w:sectPr')}") is None:
            parent.remove(host)

    def _around(self, node: Element, style: str, level: int) -> Surroundings:
        width, height = self._size
        return Surroundings(style, width_at(node, width), height, level)

    def _heading_level(self, node: Element) -> int:
        """Give the level of a paragraph that is a heading, by itself or by its style; 0 if it is none."""
        own = node.find(f"{qname('w:pPr')}/{qname('w:outlineLvl')}")
        if own is not None:
            return int(own.get(qname("w:val"), "9")) + 1
        style = node.find(f"{qname('w:pPr')}/{qname('w:pStyle')}")
        return 0 if style is None else self._target.styles.outline_level(style.get(qname("w:val"), ""))


_INLINE = frozenset(map(qname, ("w:p", "w:r", "w:hyperlink", "w:sdtContent", "w:ins", "w:smartTag")))


def _belong_together(before: Block | None, block: Block) -> bool:
    """Whether no page may end between two blocks."""
    match block:
        case Bild():
            return not isinstance(before, Bild)
        case Tabelle():
            return True
        case Angabe(klein=True):
            return True
        case Absatz() | Angabe() | Offen():
            return isinstance(before, Bild | Ankreuzfeld)
        case _:
            return False


def _put(parent: Element, before: Element | None, new: list[Element]) -> None:
    """Insert elements behind one, or at the beginning; without positions, which take long to count."""
    for node in reversed(new):
        if before is None:
            adopt(node, partial(parent.insert, 0))
        else:
            adopt(node, before.addnext)


def _end_with_paragraph(container: Element) -> None:
    """Word reports a cell or a header as damaged if no paragraph closes it."""
    if not len(container) or container[-1].tag != qname("w:p"):
        container.append(element("w:p"))


def _shows_something(host: Element) -> bool:
    return any(node.tag in _VISIBLE or (node.tag == qname("w:t") and (node.text or "").strip()) for node in host.iter())
