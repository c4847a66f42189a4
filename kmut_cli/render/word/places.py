"""Where in a template a fault lies, told so that it is found in Word: part, paragraph and its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kmut_cli.render.faults import line_of

_TAG = re.compile(r"\{[{%#].*?[%}#]\}", re.DOTALL)
_PARAGRAPH = re.compile(r"<w:p[ >].*?(?=<w:p[ >]|\Z)", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_PARTS = {"header": "Kopfzeile", "footer": "Fußzeile", "footnotes": "Fußnoten"}
_SHOWN = 70  # characters of a paragraph


@dataclass(frozen=True, slots=True)
class _Tag:
    """A tag as it stands in the template."""

    content: str
    paragraph: int
    surrounding: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where to look.

    Attributes:
        part: „Kopfzeile“ and so on; empty for the text itself.
        tags: Tags on the line at which Jinja stopped, most of the time one.
    """

    part: str = ""
    tags: list[_Tag] = field(default_factory=list)

    def text(self, name: str | None) -> str:
        """Describe the place.

        Args:
            name: Name the fault is about; picks the tag if there are several.

        Returns:
            Such as ``, Absatz 12 („{{ dokument.titl }}“)``; empty if nothing is known.
        """
        shown = f", {self.part}" if self.part else ""
        fitting = [tag for tag in self.tags if name and name in tag.content] or self.tags
        if fitting:
            tag = fitting[0]
            words = tag.surrounding if len(tag.surrounding) <= _SHOWN else tag.surrounding[: _SHOWN - 1] + "…"
            shown += f", Absatz {tag.paragraph} („{words}“)"
        return shown


def place_of(error: BaseException, source: str, original: str, part: str) -> Place:
    """Find the place of an error of Jinja.

    Args:
        error: What was raised.
        source: What Jinja read: the part with a line break before each paragraph.
        original: The part as it stands in the template.
        part: Name of the part, such as ``/word/header1.xml``.

    Returns:
        The place, as exact as it can be told.
    """
    label = next((german for word, german in _PARTS.items() if word in part), "")
    line = line_of(error)
    if not line:
        return Place(label)
    before = 0
    wanted: list[int] = []
    for number, content in enumerate(source.split("\n"), start=1):
        count = len(_TAG.findall(content))
        if number == line:
            wanted = list(range(before, before + count))
        before += count
    tags = _tags_of(original)
    if not wanted or before != len(tags):
        # Broken tags cannot be counted; the words of the line still lead there.
        words = " ".join(_MARKUP.sub("", source.split("\n")[line - 1]).split())
        return Place(label, [_find(words, original)])
    return Place(label, [tags[position] for position in wanted])


def _paragraphs(xml: str) -> list[str]:
    return [_MARKUP.sub("", match.group()) for match in _PARAGRAPH.finditer(xml)]


def _tags_of(xml: str) -> list[_Tag]:
    tags: list[_Tag] = []
    for number, text in enumerate(_paragraphs(xml), start=1):
        flat = " ".join(text.split())
        tags += [_Tag(tag, number, flat) for tag in _TAG.findall(text)]
    return tags


def _find(words: str, xml: str) -> _Tag:
    """Find the first paragraph whose text is part of the line that Jinja complained about."""
    for number, text in enumerate(_paragraphs(xml), start=1):
        flat = " ".join(text.split())
        if "{" in flat and (flat in words or words in flat):
            return _Tag(flat, number, flat)
    return _Tag(words, 0, words)
