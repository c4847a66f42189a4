"""Lists of answers as Word's own lists: one definition a kind, one instance for each ordered list."""

from __future__ import annotations

from kmut_cli.render.word.xml import Element, element, qname, value

LEVELS = 9  # Word knows no more
LARGEST_START = 32_767  # the largest number Word counts from
INDENT = 360  # twips a level

_BULLETS = ("•", "–", "▪")


class Numbering:
    """The lists of one document.

    Args:
        root: ``w:numbering`` of the document; what is needed is added to it.
    """

    def __init__(self, root: Element) -> None:
        self._root = root
        self._bullets = 0
        instances = root.findall(qname("w:num"))
        self._last = max((int(node.get(qname("w:numId"), "0")) for node in instances), default=0)

    def bullets(self) -> int:
        """Give the list instance that all bullet lists share.

        Returns:
            Its ``w:numId``.
        """
        if not self._bullets:
            self._bullets = self._instance(self._definition("KMUT Punkte", ""))
        return self._bullets

    def ordered(self, level: int, start: int, closing: str) -> int:
        """Make an instance for one ordered list, so that it counts for itself.

        Args:
            level: Depth from 0 to 8.
            start: First number, up to ``LARGEST_START``.
            closing: What stands behind the number, ``.`` or ``)``.

        Returns:
            Its ``w:numId``.
        """
        name = "KMUT Zahlen" if closing == "." else "KMUT Zahlen mit Klammer"
        override = element("w:lvlOverride", {"w:ilvl": str(level)}, value("w:startOverride", start))
        return self._instance(self._definition(name, closing), override)

    def _definition(self, name: str, closing: str) -> int:
        """Find the abstract list of that name, or add it; ``closing`` is empty for bullets."""
        highest = -1
        definitions = self._root.findall(qname("w:abstractNum"))
        for node in definitions:
            number = int(node.get(qname("w:abstractNumId"), "0"))
            label = node.find(qname("w:name"))
            if label is not None and label.get(qname("w:val")) == name:
                return number
            highest = max(highest, number)
        node = abstract_list(highest + 1, name, closing)
        # The schema wants all definitions before all instances (but behind picture bullets).
        pictures = self._root.findall(qname("w:numPicBullet"))
        self._root.insert(len(pictures) + len(definitions), node)
        return highest + 1

    def _instance(self, abstract: int, *overrides: Element) -> int:
        self._last += 1
        node = element("w:num", {"w:numId": str(self._last)}, value("w:abstractNumId", abstract), *overrides)
        cleanup = self._root.find(qname("w:numIdMacAtCleanup"))
        if cleanup is None:
            self._root.append(node)
        else:
            cleanup.addprevious(node)
        return self._last


def abstract_list(number: int, name: str, closing: str) -> Element:
    """Define a list of nine levels.

    Args:
        number: Its ``w:abstractNumId``.
        name: Name by which it is found again.
        closing: What stands behind a number; empty for bullets.

    Returns:
        A ``w:abstractNum``.
    """
    node = element(
        "w:abstractNum",
        {"w:abstractNumId": str(number)},
        # Word tells lists apart by this number; it must be stable and differ from list to list.
        value("w:nsid", f"4B4D{number:04X}"),
        value("w:multiLevelType", "multilevel"),
        value("w:name", name),
    )
    for level in range(LEVELS):
        text = f"%{level + 1}{closing}" if closing else _BULLETS[level % len(_BULLETS)]
        indent = {"w:left": str(INDENT * (level + 1)), "w:hanging": str(INDENT)}
        node.append(
            element(
                "w:lvl",
                {"w:ilvl": str(level)},
                value("w:start", 1),
                value("w:numFmt", "decimal" if closing else "bullet"),
                value("w:lvlText", text),
                value("w:lvlJc", "left"),
                element("w:pPr", None, element("w:ind", indent)),
            )
        )
    return node
