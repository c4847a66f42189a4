"""Reads a .docx without any code of the renderer: what would a person see in it?"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Docx:
    """The parts of a .docx, with views on its text."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            self.entries = package.infolist()
            self.parts = {entry.filename: package.read(entry) for entry in self.entries}
        self.body = self.tree("word/document.xml")[0]

    def tree(self, part: str) -> etree._Element:
        return etree.fromstring(self.parts[part])

    @property
    def texts(self) -> list[str]:
        """The text of each paragraph, with tabs and line breaks."""
        return [text_of(paragraph) for paragraph in self.body.iter(W + "p")]

    def style_names(self) -> dict[str, str]:
        styles = self.tree("word/styles.xml").iter(W + "style")
        return {style.get(W + "styleId"): style.find(W + "name").get(W + "val") for style in styles}

    def links(self) -> dict[str, str]:
        relations = self.tree("word/_rels/document.xml.rels")
        return {node.get("Id"): node.get("Target") for node in relations if node.get("TargetMode") == "External"}

    def list_kinds(self) -> dict[str, tuple[str, str]]:
        """Instance → kind of its numbers, and its start (empty if none is set)."""
        root = self.tree("word/numbering.xml")
        kinds = {
            node.get(W + "abstractNumId"): node.find(f"{W}lvl/{W}numFmt").get(W + "val")
            + node.find(f"{W}lvl/{W}lvlText").get(W + "val")
            for node in root.iter(W + "abstractNum")
        }
        found = {}
        for node in root.iter(W + "num"):
            start = node.find(f".//{W}startOverride")
            kind = kinds[node.find(W + "abstractNumId").get(W + "val")]
            found[node.get(W + "numId")] = (kind, "" if start is None else start.get(W + "val"))
        return found

    def described(self) -> list[str]:
        """Each block of the body in one line: style, list, text with its marks; tables row by row."""
        return [line for block in self.body for line in self._described(block)]

    def _described(self, block: etree._Element) -> list[str]:
        if block.tag == W + "tbl":
            lines = []
            for row in block.findall(W + "tr"):
                cells = [
                    " / ".join(self._paragraph(p) for p in cell.findall(W + "p")) for cell in row.findall(W + "tc")
                ]
                head = "KOPF" if row.find(f"{W}trPr/{W}tblHeader") is not None else "ZEILE"
                lines.append(f"{head} {' | '.join(cells)}")
            return lines
        return [self._paragraph(block)] if block.tag == W + "p" else []

    def _paragraph(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "Normal" if style is None else self.style_names()[style.get(W + "val")]
        number = paragraph.find(f"{W}pPr/{W}numPr")
        words = ""
        if number is not None:
            instance = number.find(W + "numId").get(W + "val")
            kind, start = self.list_kinds()[instance]
            level = number.find(W + "ilvl").get(W + "val")
            words = f"[{kind} Ebene {level}{' ab ' + start if start else ''} #{instance}] "
        aligned = paragraph.find(f"{W}pPr/{W}jc")
        if aligned is not None:
            words += f"({aligned.get(W + 'val')}) "
        return f"{name}: {words}{''.join(self._piece(node) for node in paragraph)}"

    def _piece(self, node: etree._Element) -> str:
        if node.tag == W + "hyperlink":
            inner = "".join(self._piece(child) for child in node)
            tip = node.get(W + "tooltip")
            return f"<a {self.links()[node.get(R + 'id')]}{' ' + tip if tip else ''}>{inner}</a>"
        if node.tag == W + "sdt":
            return "".join(self._piece(child) for child in node.find(W + "sdtContent"))
        if node.tag != W + "r":
            return ""
        text = text_of(node)
        for mark in ("b", "i", "strike"):
            if node.find(f"{W}rPr/{W}{mark}") is not None:
                text = f"<{mark}>{text}</{mark}>"
        style = node.find(f"{W}rPr/{W}rStyle")
        if style is not None and self.style_names()[style.get(W + "val")] == "Code im Text":
            text = f"<code>{text}</code>"
        return text


def text_of(node: etree._Element) -> str:
    """Text below a node, without that of paragraphs nested in it."""
    pieces = {W + "tab": "\t", W + "br": "\n"}
    return "".join(
        (child.text or "") if child.tag == W + "t" else pieces.get(child.tag, "")
        for child in node.iter(W + "t", W + "tab", W + "br")
        if child.getparent().tag == W + "r"
    )
