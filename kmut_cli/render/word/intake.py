"""The door for Word templates: a package from anywhere becomes one that can be read without harm, or is refused.

A .docx file is a ZIP of XML, and may come by mail. So it is unpacked here once, within limits, looked through, and
packed anew; only that copy reaches python-docx and lxml. What a template may not bring is named in a German sentence.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache

from lxml import etree

from kmut_cli.findings.limits import VORLAGENDATEI, VORLAGENELEMENTE, VORLAGENPAKET, VORLAGENTEILE, als_text
from kmut_cli.render.faults import TemplateFault
from kmut_cli.render.word.fields import check_fields
from kmut_cli.render.word.package import packed
from kmut_cli.render.word.relations import checked_relations, parse_part

_ENTRY = b"PK\x01\x02"  # begins the line of each part in the directory of a ZIP
_OLD_WORD = b"\xd0\xcf\x11\xe0"  # a .doc file, and a .docx file that a password protects
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})["']""")
_ENCODINGS = frozenset({b"utf-8", b"utf-16", b"us-ascii", b"ascii"})
_READ = _ENCODINGS | {b"utf-16le", b"utf-16be"}  # what libxml2 may call them
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MACROS = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
# What libxml2 takes for XML in an encoding that is none of those: four bytes for a character, or EBCDIC.
_FOREIGN = (b"\0\0\0<", b"\0\0<\0", b"\0<\0\0", b"<\0\0\0", b"\0\0\xfe\xff", b"\xff\xfe\0\0", b"\x4c\x6f\xa7\x94")
_TYPES = "[content_types].xml"
_SAVE = "Die Vorlage in Word öffnen und als „Word-Dokument (*.docx)“ speichern."


def admitted(content: bytes) -> bytes:
    """Unpack a template, look it through, and pack it anew.

    Args:
        content: Bytes of the file.

    Returns:
        A package with the same parts under plain names, without references to a template on another machine.

    Raises:
        TemplateFault: The file is none that can be used, or brings what a template may not bring.
        zipfile.BadZipFile: It is damaged.
    """
    return _admitted(content, VORLAGENDATEI.wert, VORLAGENPAKET.wert, VORLAGENTEILE.wert, VORLAGENELEMENTE.wert)


@lru_cache(maxsize=8)
def _admitted(content: bytes, largest: int, unpacked: int, most: int, elements: int) -> bytes:
    if len(content) > largest:
        raise TemplateFault(f"Die Datei ist größer als {VORLAGENDATEI.text}.", VORLAGENDATEI.hinweis)
    if content.startswith(_OLD_WORD):
        raise TemplateFault("Sie ist mit einem Kennwort geschützt oder im alten Format .doc gespeichert.", _SAVE)
    if content.count(_ENTRY) > most:  # reading the directory alone would take the memory
        raise TemplateFault(f"Sie hat mehr als {als_text(most, VORLAGENTEILE.einheit)}.", VORLAGENTEILE.hinweis)
    parts = _parts(content, unpacked)
    if any("vbaproject" in name.lower() for name in parts):
        raise TemplateFault("Sie enthält Makros.", _SAVE)
    marks = 0
    for name, part in parts.items():
        plain = _plain(part)
        marks += plain.count(b"<") if plain.startswith(b"<") else 0
        if marks > elements:
            text = f"Sie hat mehr als {als_text(elements, VORLAGENELEMENTE.einheit)} in ihren Teilen."
            raise TemplateFault(text, VORLAGENELEMENTE.hinweis)
        parts[name] = _checked(name, part, plain)
    return packed(parts, compress=False)


def _parts(content: bytes, unpacked: int) -> dict[str, bytes]:
    """Unpack; no part yields more than it says, and all together say no more than is allowed."""
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        if sum(entry.file_size for entry in entries) > unpacked:
            text = f"Sie ist ausgepackt größer als {als_text(unpacked, 'Byte')}."
            raise TemplateFault(text, f"Große Bilder in der Vorlage verkleinern. {VORLAGENPAKET.hinweis}")
        seen: set[str] = set()
        for entry in entries:
            if entry.flag_bits & 1:
                raise TemplateFault("Sie ist verschlüsselt.", _SAVE)
            if entry.compress_type not in _METHODS or not _is_plain(entry.orig_filename):
                raise TemplateFault("Sie ist nicht so gepackt, wie Word es tut.", _SAVE)
            if entry.filename.lower() in seen:
                raise TemplateFault("Ein Teil kommt in ihr zweimal vor.", _SAVE)
            seen.add(entry.filename.lower())
            with package.open(entry) as part:
                parts[entry.filename] = part.read(entry.file_size + 1)  # without a number it would unpack a bomb
    return parts


def _is_plain(name: str) -> bool:
    """Tell whether a name of a part leads down only; a backslash, a drive or NUL could mean more to a program."""
    return not re.search(r'[\x00-\x1f\\:*?"<>|]', name) and all(name.split("/")) and ".." not in name.split("/")


def _plain(part: bytes) -> bytes:
    """Give the bytes of XML as if they were ASCII, whether it is UTF-8 or UTF-16: for looking, not for reading."""
    wide = part.startswith(_MARKS[1:]) or part[:2] in (b"<\0", b"\0<")
    plain = part.replace(b"\0", b"") if wide else part
    for mark in _MARKS:
        plain = plain.removeprefix(mark)
    return plain.lstrip()


def _checked(name: str, part: bytes, plain: bytes) -> bytes:
    """Look a part through; give it without what is dropped. Names of parts mean the same in capitals."""
    foreign = TemplateFault(f"Ihr Teil „{name}“ ist kein XML in UTF-8 oder UTF-16.", _SAVE)
    if part.startswith(_FOREIGN):
        raise foreign
    if not plain.startswith(b"<"):
        if name.lower().endswith((".xml", ".rels")):  # some encoding in which nothing would be seen
            raise foreign
        return part
    declared = _ENCODING.match(plain)
    if declared and declared.group(1).lower() not in _ENCODINGS:
        raise foreign
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        text = f"Ihr Teil „{name}“ erklärt eigene Zeichen (DOCTYPE); in Word-Dokumenten gibt es das nicht."
        raise TemplateFault(text, _SAVE)
    root = parse_part(part)  # each: by a character reference XML says anything without its bytes showing it
    if (root.getroottree().docinfo.encoding or "utf-8").lower().encode() not in _READ:
        raise foreign
    if name.lower() == _TYPES and _MACROS.search(etree.tostring(root)):
        raise TemplateFault("Sie enthält Makros.", _SAVE)
    check_fields(root)
    if not checked_relations(root):
        return part
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
