"""Hostile files: what a person, a broken program or an attacker may send, each with what is to be said of it.

The kinds of case are those that suites of YAML tests hold; the files are our own.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass

KOPF = 'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
GUT = KOPF + "berichtsjahr: 2025\nkommune:\n  name: Landkreis Musterland\n  typ: landkreis\n"


@dataclass(frozen=True)
class Fall:
    """A file.

    Attributes:
        name: What is hostile about it.
        inhalt: Its bytes.
        codes: What ``kmut validate`` says of it; empty if it is valid.
    """

    name: str
    inhalt: bytes
    codes: frozenset[str]


def antwort(text: str) -> str:
    """A report with one answer, each line of it indented as a block."""
    return GUT + "aufgaben:\n  kmn: |\n    " + text.replace("\n", "\n    ") + "\n"


def _wert(wert: str) -> str:
    """A report with one answer as YAML, on one line."""
    return GUT + f"aufgaben:\n  kmn: {wert}\n"


_PERSON = GUT + "organisation:\n  personelle_besetzung:\n    - name: A\n      wochenstunden: "
_STAND = GUT + "aufgaben:\n  bestandsaufnahme:\n    zuletzt_vorgenommen: "
_MASSNAHME = GUT + "aufgaben:\n  projekte:\n    massnahmen:\n      - titel: Fest\n        "
_TERMIN = "dokument: veranstaltungen\neintraege:\n  - titel: Fest\n    datum: "
_TEXT = KOPF + "aufgaben:\n  kmn: Täglich geöffnet\n"

YAML: dict[str, tuple[str, str]] = {
    # --- Scalars: everything is the text that was typed
    "plain over several lines": (_wert("eins\n    zwei\n\n    drei"), ""),
    "plain with colon inside": (_wert("a:b://c"), ""),
    "plain with colon and blank": (_wert("Termin: morgen"), "KM114"),
    "plain with comment": (_wert("Text # Bemerkung"), ""),
    "plain with glued hash": (_wert("Text #5"), "KM141"),
    "plain begins with percent": (_wert("%5 der Fälle"), "KM119"),
    "plain begins with at": (_wert("@kreis"), "KM119"),
    "plain begins with backtick": (_wert("`code`"), "KM119"),
    "plain begins with star": (_wert("*wichtig* ist"), "KM119"),
    "plain begins with ampersand": (_wert("&Co. sagt"), "KM119"),
    "plain begins with exclamation mark": (_wert("!wichtig ja"), "KM135"),
    "plain begins with dash": (_wert("-5 Fälle"), ""),
    "plain begins with question mark": (_wert("?was"), ""),
    "plain begins with tilde": (_wert("~5"), ""),
    "null in all forms": (GUT + "aufgaben: ~\norganisation: null\nproblemfelder_und_ausblick: NULL\n", ""),
    "single quotes doubled": (_wert("'Er sagte ''ja''.'"), ""),
    "single quotes over lines": (_wert("'eins\n    zwei'"), ""),
    "single quote never closed": (_wert("'offen"), "KM116"),
    "double quote never closed": (_wert('"offen'), "KM116"),
    "text behind the closing quote": (_wert('"a" b'), "KM117"),
    "escapes that are allowed": (_wert(r'"\t\u00e4\U0001F600\x41\/\_"'), ""),
    "escape that does not exist": (_wert(r'"C:\Daten"'), "KM121"),
    "escape of a lone surrogate": (_wert(r'"\ud800"'), "KM121"),
    "escape of a surrogate pair": (_wert(r'"\ud83d\ude00"'), "KM121"),
    "escape above Unicode": (_wert(r'"\U00110000"'), "KM121"),
    "escape of a control": (_wert(r'"\a\e\0"'), "KM105"),
    "escape of a line separator": (_wert(r'"a\u2028b"'), "KM105"),
    "escape that is cut off": (_wert(r'"\u12"'), "KM121"),
    "backslash at the end of a line": (_wert('"eins\\\n    zwei"'), ""),
    "literal block": (_wert("|\n    eins\n      zwei\n\n    drei\n"), ""),
    "folded block": (_wert(">\n    eins\n    zwei\n\n    drei\n"), ""),
    "block strip and keep": (_wert("|-\n    a\n\n"), ""),
    "block with indentation sign": (_wert("|2\n     a\n"), ""),
    "block with a wrong header": (_wert("|x\n    a\n"), "KM119"),
    "block with indentation zero": (_wert("|0\n    a\n"), "KM119"),
    "block empty": (_wert("|\n"), ""),
    "block of blank lines": (_wert("|\n\n\n    \n"), ""),
    "block with tabs inside": (_wert("|\n    a\tb\n    \tc\n"), ""),
    # --- Collections
    "flow over lines": (GUT + "aufgaben: {kmn: [a,\n  b], projekte:\n  {zielgruppen: [x]}}\n", "KM211"),
    "flow with trailing comma": (GUT + "aufgaben: {kmn: ja,}\n", ""),
    "flow with two commas": (GUT + "aufgaben: {kmn: a,, b: c}\n", "KM118"),
    "flow never closed": (GUT + "aufgaben: {kmn: a\n", "KM118"),
    "flow closed by the other bracket": (GUT + "aufgaben: {kmn: [a}\n", "KM118"),
    "flow closed twice": (GUT + "aufgaben: {kmn: a}}\n", "KM123"),
    "JSON": ('{"dokument": "taetigkeitsbericht", "gliederung": "2020", "aufgaben": {"kmn": "a"}}', ""),
    "JSON with a duplicate key": (
        '{"dokument": "taetigkeitsbericht", "gliederung": "2020", "gliederung": "x"}',
        "KM130",
    ),
    "complex key": (KOPF + "? [a, b]\n: c\n", "KM133"),
    "mapping as key": (KOPF + "{a: b}: c\n", "KM133"),
    "explicit key": ('? dokument\n: taetigkeitsbericht\n? gliederung\n: "2020"\n', ""),
    "empty key": (KOPF + ": c\n", "KM133"),
    "null key": (KOPF + "~: c\n", "KM133"),
    "key of several lines": (KOPF + "? |\n  a\n  b\n: c\n", "KM210"),
    "duplicate key": (KOPF + "status: entwurf\nstatus: final\n", "KM130"),
    "merge key": (KOPF + "<<: {status: entwurf}\n", "KM134"),
    "sequence at the root": ("- a\n- b\n", "KM132"),
    "scalar at the root": ("ein Satz\n", "KM132"),
    "sequence not indented": (GUT + "organisation:\n  personelle_besetzung:\n  - name: A\n", ""),
    "tab as indentation": (GUT + "organisation:\n\tpersonelle_besetzung: a\n", "KM111"),
    "too little indentation": (GUT + "aufgaben:\n    kmn: a\n  projekte: b\n", "KM112"),
    "key glued to its value": (KOPF + "berichtsjahr:2025\n", "KM113"),
    # --- Anchors, aliases, tags, documents
    "alias": (GUT + "aufgaben:\n  kmn: &a Text\n  projekte: {zielgruppen: *a}\n", ""),
    "alias of nothing": (_wert("*nichts"), "KM136"),
    "alias before its anchor": (GUT + "aufgaben:\n  kmn: *a\nproblemfelder_und_ausblick: &a\n", "KM136 KM140"),
    "anchor that nobody uses": (_wert("&a Text"), "KM140"),
    "cycle in a sequence": (KOPF + "aufgaben: &a [*a]\n", "KM137 KM211"),
    "cycle in a mapping": (KOPF + "aufgaben: &a {kmn: *a}\n", "KM137"),
    "cycle over two": (KOPF + "aufgaben: &a {x: &b [*a, *b]}\n", "KM137 KM210"),
    "alias as key": (KOPF + "status: &a entwurf\n*a : x\n", "KM210"),
    "tag of a type": (_wert("!!str 5"), "KM135"),
    "tag of Python": (_wert("!!python/object/apply:os.system [ls]"), "KM135 KM211"),
    "tag of its own": (_wert("!<tag:example.org,2026:x> y"), "KM135"),
    "tag never declared": (_wert("!e!x y"), "KM119"),
    "directive": ("%YAML 1.2\n---\n" + GUT, ""),
    "directive of the future": ("%YAML 9.9\n---\n" + GUT, "KM110"),
    "directive twice": ("%YAML 1.2\n%YAML 1.2\n---\n" + GUT, "KM110"),
    "second document": (GUT + "---\n" + GUT, "KM131"),
    "end of document": (GUT + "...\n", ""),
    "text behind the end": (GUT + "...\nmehr: 1\n", "KM110"),
    "only comments": ("# nichts\n", "KM104"),
    "only marks": ("---\n...\n", "KM104"),
    "empty": ("", "KM104"),
    "only blanks": ("  \n\t\n", "KM111"),
    "merge conflict": (GUT + "<<<<<<< HEAD\nstatus: a\n=======\n>>>>>>> b\n", "KM106"),
    # --- Bombs and depth
    "alias bomb of lists": (
        KOPF
        + "x0: &x0 [a,a,a,a,a,a,a,a,a]\n"
        + "".join(f"x{n}: &x{n} [{','.join([f'*x{n - 1}'] * 9)}]\n" for n in range(1, 12)),
        "KM138",
    ),
    "alias bomb of text": (
        KOPF + f"x0: &x0 {'a' * 2000}\n" + "x1: [" + "*x0, " * 600 + "]\n",
        "KM138",
    ),
    "flow 10,000 deep": (KOPF + "x: " + "[" * 10_000 + "]" * 10_000 + "\n", "KM139"),
    "flow mappings 10,000 deep": (KOPF + "x: " + "{a: " * 10_000 + "}" * 10_000 + "\n", "KM139"),
    "dashes 10,000 deep": (KOPF + "x:\n  " + "- " * 10_000 + "a\n", "KM139"),
    "keys 400 deep": (KOPF + "".join(" " * n + "x:\n" for n in range(400)), "KM139"),
    "explicit keys 10,000 deep": (KOPF + "? " * 10_000, "KM107 KM133 KM139"),
    "brackets never closed": (KOPF + "x: " + "[" * 100_000, "KM139"),
    # --- Size within the limits
    "20,000 unknown keys": (KOPF + "".join(f"key{n}: 1\n" for n in range(20_000)), "KM210 KM224"),
    "20,000 wrong items": (
        GUT + "aufgaben:\n  handlungskonzept:\n    handlungsfelder: [" + "x, " * 20_000 + "]\n",
        "KM219 KM224",
    ),
    "100,000 items": (GUT + "aufgaben:\n  kmn:\n" + "    - a\n" * 100_000, "KM108"),
    "100,000 empty items": (GUT + "aufgaben:\n  kmn:\n" + "    -\n" * 100_000, "KM108"),
    "10,000 times the same key": (KOPF + "status: entwurf\n" * 10_000, "KM107 KM130"),
    "key of 100,000 characters": (KOPF + "k" * 100_000 + ": 1\n", "KM115"),
    "quoted key of 1,000 characters": (KOPF + '"' + "k" * 1_000 + '": 1\n', "KM210"),
    "line of 300,000 characters": (_wert("a" * 300_000), ""),
    # --- Enormous numbers, impossible dates
    "number of 10^6 digits": (_PERSON + "9" * 1_000_000 + "\n", "KM216"),
    "number with 10^5 points": (_PERSON + "1." * 100_000 + "\n", "KM216"),
    "number in scientific notation": (_PERSON + "1e999999999\n", "KM216"),
    "number NaN": (_PERSON + ".nan\n", "KM216"),
    "number infinite": (_PERSON + "-.inf\n", "KM216"),
    "number negative": (_PERSON + "-39\n", "KM216"),
    "number in Arabic digits": (_PERSON + "٣٩\n", "KM216"),
    "number in superscript": (_PERSON + "³\n", "KM216"),
    "year of 10^6 digits": (KOPF + "berichtsjahr: " + "2" * 1_000_000 + "\n", "KM215"),
    "year 0000": (KOPF + "berichtsjahr: 0000\n", "KM215"),
    "year 10^9": (KOPF + "berichtsjahr: 1000000000\n", "KM215"),
    "AGS of 10^5 digits": (KOPF + "kommune: {name: A, typ: landkreis, ags: " + "3" * 100_000 + "}\n", "KM218"),
    "day that does not exist": (_STAND + "2023-02-30\n", "KM214"),
    "day in a year that is none": (_STAND + "0000-01-01\n", "KM213"),
    "day in the year 10^9": (_STAND + "1000000000-01-01\n", "KM213"),
    "leap day in no leap year": (_STAND + "29.02.2023\n", "KM214"),
    "month 13": (_STAND + "2023-13\n", "KM213"),
    "time stamp": (_STAND + "2023-02-28T25:61:61+99:99\n", "KM213"),
    "date of 10^5 digits": (_STAND + "2" * 100_000 + "\n", "KM213"),
    "count of 10^5 digits": (_MASSNAHME + "teilnehmende: " + "7" * 100_000 + "\n", "KM216"),
    "span of 10^5 signs": (_TERMIN + "1.1.2025 bis " * 10_000 + "\n", "KM221"),
    "span that ends before it begins": (_TERMIN + "02.01.2025 bis 01.01.2025\n", "KM222"),
}

BYTES: dict[str, tuple[bytes, str]] = {
    "UTF-8 with mark": (codecs.BOM_UTF8 + _TEXT.encode(), ""),
    "two marks": (codecs.BOM_UTF8 * 2 + _TEXT.encode(), "KM105 KM210"),
    "mark in the middle": (_TEXT.encode() + codecs.BOM_UTF8 + b"x: 1\n", "KM105 KM210"),
    "UTF-16 with mark": (_TEXT.encode("utf-16"), "KM101"),
    "UTF-16 LE without mark": (_TEXT.encode("utf-16-le"), "KM101"),
    "UTF-16 BE without mark": (_TEXT.encode("utf-16-be"), "KM101"),
    "UTF-16 cut off": (_TEXT.encode("utf-16")[:-1], "KM101"),
    "UTF-16 with a lone surrogate": (_TEXT.encode("utf-16") + b"\x00\xd8", "KM101 KM115"),
    "UTF-32 with mark": (_TEXT.encode("utf-32"), "KM101"),
    "UTF-32 LE without mark": (_TEXT.encode("utf-32-le"), "KM101 KM105 KM132"),
    "UTF-32 BE without mark": (_TEXT.encode("utf-32-be"), "KM102"),
    "Latin-1": (_TEXT.encode("latin-1"), "KM101"),
    "Windows-1252": (_TEXT.replace("Täglich", "„Täglich“").encode("cp1252"), "KM101"),
    "code page 437": (_TEXT.encode("cp437"), "KM101"),
    "EBCDIC": (_TEXT.encode("cp500"), "KM101 KM105 KM132"),
    "UTF-7": (_TEXT.encode("utf-7"), ""),
    "sequence cut off": ("x: ä".encode()[:-1], "KM101 KM201"),
    "overlong sequence": (KOPF.encode() + b"status: \xc0\xae\xe0\x80\xaf\n", "KM101 KM219"),
    "surrogate as bytes": (KOPF.encode() + b"aufgaben:\n  kmn: \xed\xa0\x80\n", "KM101"),
    "above Unicode": (KOPF.encode() + b"aufgaben:\n  kmn: \xf4\x90\x80\x80\n", "KM101"),
    "NUL": (KOPF.encode() + b"aufgaben:\n  kmn: a\0b\n", "KM105"),
    "nothing but NUL": (b"\0" * 1000, "KM105 KM132"),
    "controls": (KOPF.encode() + b"aufgaben:\n  kmn: a\x1b[31mb\x07\x08\x7f\n", "KM105"),
    "one byte": (b"\xff", "KM101 KM132"),
    "mark alone": (codecs.BOM_UTF16_LE, "KM101 KM104"),
    "mixed line ends": (
        b'dokument: taetigkeitsbericht\rgliederung: "2020"\r\naufgaben:\n  kmn: a\r\n\r  projekte:\n',
        "",
    ),
    "line ends of Unicode": ((KOPF + "aufgaben:\n  kmn: a\u2028b\x85c\n").encode(), "KM105"),
    "odd blanks before a key": ((GUT + "aufgaben:\n\u00a0\u00a0kmn: a\n").encode(), "KM142"),
    "text that reorders itself": (antwort("a\u202eb\u2066c\u200b").encode(), ""),
    "non-characters": ((GUT + "aufgaben:\n  kmn: a\ufffe\uffff\n").encode(), "KM105"),
    "ZIP": (b"PK\x03\x04" + bytes(range(256)), "KM102"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "KM102"),
    "Word of old": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "KM102"),
    "picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "KM102"),
    "gzip": (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", "KM102"),
    "all bytes": (bytes(range(256)) * 40, "KM102"),
}

# One answer of nothing but this, as long as an answer may be: nothing may take more than a few seconds over it.
WIEDERHOLT = (
    *("![[", "[", "](", "*", "**a", "_", "`", "~", "<", "<a ", "&", "|", "\\", "> ", "- ", "# ", "(", "=", "+", "@"),
    *("a@", "www.", "http://a ", "TODO ", "hier eintragen ", "…\n", "\n", " ", "\t", "- a\n", "1. a\n", "> a\n"),
    *(
        "|a|b|\n|-|-|\n",
        "Hand-\n",
        "•\n",
        "\u00ad",
        "1.1.2025 ",
        "[a]: b\n",
        "[^1]",
        "<!--",
        "{{",
        "{%",
        "x\u202e",
        ".",
    ),
)


def faelle() -> Iterator[Fall]:
    """Give every case of the corpus."""
    for name, (text, codes) in YAML.items():
        yield Fall(name, text.encode(), frozenset(codes.split()))
    for name, (inhalt, codes) in BYTES.items():
        yield Fall(name, inhalt, frozenset(codes.split()))


def wiederholte(laenge: int) -> Iterator[Fall]:
    """Give the answers of one sign over and over again.

    Args:
        laenge: Characters of each.
    """
    for zeichen in WIEDERHOLT:
        yield Fall(
            f"nothing but {zeichen!r}", antwort("x" + zeichen * (laenge // len(zeichen)) + "x").encode(), frozenset()
        )
