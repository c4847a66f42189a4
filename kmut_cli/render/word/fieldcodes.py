"""The codes of Word's fields, read with doubt: text that may or may not count is read both ways.

Word splits a code over as many elements as it likes, and leaves out what was struck out or what another version of the
same content replaces. So a harmless word could stand before the one that counts. Elements count in the namespaces of
both editions of the standard, for Word reads both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from lxml import etree

from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.word.xml import NAMESPACES, Element

_WORDS = (NAMESPACES["w"], "http://purl.oclc.org/ooxml/wordprocessingml/main")
_PIECES = tuple(
    f"{{{words}}}{local}" for words in _WORDS for local in ("fldSimple", "fldChar", "instrText", "delInstrText", "t")
)
_TEXTS = frozenset(f"{{{words}}}t" for words in _WORDS)


def field_codes(root: Element) -> Iterator[str]:
    """Give the code of each field of a part, in each way in which it may be read.

    Args:
        root: The part.

    Yields:
        The code; a field within it is one sign that belongs to no name.

    Raises:
        TemplateFault: A field is struck out, or does not end where it begins.
    """
    reader = _Reader()
    for node in root.iter(*_PIECES):
        if reader.in_code or node.tag not in _TEXTS:  # nearly all is text outside of fields
            yield from reader.read(node)
    yield from reader.unfinished()


class _Place(NamedTuple):
    """Where a piece of a field stands.

    Attributes:
        within: The next element around it that is not of the text itself: a text box, one of several versions of the
            same content, something that Word may skip; None if there is none.
        deleted: Whether it was struck out or moved away, with the change not yet accepted.
        added: Whether it was added, with the change not yet accepted.
    """

    within: Element | None = None
    deleted: bool = False
    added: bool = False


class _Field:
    """A field that has begun: where it began, and the pieces of its code with what makes each uncertain."""

    def __init__(self, within: Element | None) -> None:
        self.within = within
        self.pieces: list[tuple[str, str]] = []
        self.done = False

    def codes(self) -> Iterator[str]:
        """Give the code with and without each kind of uncertain text."""
        uncertain = sorted({why for why, _ in self.pieces if why})
        for number in range(len(uncertain) + 1):
            for left_out in combinations(uncertain, number):
                code = "".join(text for why, text in self.pieces if why not in left_out)
                if code.strip():
                    yield code


class _Reader:
    """Takes the pieces of fields in the order of the document."""

    def __init__(self) -> None:
        self._opened: list[_Field] = []
        self._places: dict[Element, _Place] = {}

    @property
    def in_code(self) -> bool:
        """Whether the code of a field has begun and not ended."""
        return bool(self._opened) and not self._opened[-1].done

    def read(self, node: Element) -> Iterable[str]:
        """Take a piece; give the codes that it ends."""
        local = str(node.tag).rpartition("}")[2]
        code = self._opened[-1] if self.in_code else None
        if local == "t":
            if code:
                code.pieces.append(("text", node.text or ""))  # Word may take it for code
            return ()
        place = self._place(node)
        if place.deleted:
            raise TemplateFault(
                "Ein Feld ist gelöscht oder verschoben, und die Änderung ist noch nicht angenommen.",
                "In Word unter „Überprüfen“ alle Änderungen annehmen und die Vorlage neu speichern.",
            )
        if local == "fldSimple":
            _nest(code)
            return _values(node, "instr")
        kinds = {value.strip().lower() for value in _values(node, "fldCharType")}
        if kinds == {"begin"}:
            _nest(code)
            self._opened.append(_Field(place.within))
            return ()
        if len(kinds) > 1 or (self._opened and self._opened[-1].within is not place.within):
            raise TemplateFault(
                "Ein Feld beginnt an einer Stelle und geht in einer Zeichnung oder Ersatzdarstellung weiter.",
                "Das Feld in Word löschen und neu einfügen.",
            )
        if local == "fldChar":
            return self._ended(kinds, code)
        text = node.text or ""
        if code:
            code.pieces.append(("deleted" if local == "delInstrText" else "added" if place.added else "", text))
            return ()
        return (text,) if text.strip() else ()  # outside of any field, so far as can be told

    def unfinished(self) -> Iterator[str]:
        """Give the codes of the fields that no piece ended."""
        for field in self._opened:
            if not field.done:
                yield from field.codes()

    def _ended(self, kinds: set[str], code: _Field | None) -> Iterable[str]:
        if not self._opened or not kinds & {"separate", "end"}:
            return ()
        self._opened[-1].done = True
        if "end" in kinds:
            self._opened.pop()
        return code.codes() if code else ()

    def _place(self, node: Element) -> _Place:
        parent = node.getparent()
        if parent is None:
            return _Place()
        if parent not in self._places:  # each once, however deep the document
            around = self._place(parent)
            name = etree.QName(parent)
            self._places[parent] = _Place(
                around.within if name.namespace in _WORDS else parent,
                around.deleted or name.localname in ("del", "moveFrom"),
                around.added or name.localname in ("ins", "moveTo"),
            )
        return self._places[parent]


def _nest(around: _Field | None) -> None:
    if around:
        around.pieces.append(("", "{"))  # a field within must not make up the name of this one


def _values(node: Element, local: str) -> list[str]:
    """Give the values of an attribute; there may be one in each namespace."""
    return [str(value) for name, value in node.attrib.items() if str(name).rpartition("}")[2] == local]
