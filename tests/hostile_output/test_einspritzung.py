"""Text of an answer stays text in every output: it means nothing to Markdown, Word, HTML, tables or Jinja."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree
from markdown_it import MarkdownIt

from kmut_cli.__main__ import main

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOESE = [
    "<script>alert(1)</script>",
    '<img src="https://example.org/x.png" onerror="alert(1)">',
    "<!-- -->",
    "a | b ` c | d",
    "{{ dokument.titel }} {% for x in y %} {# z #}",
    "{{ ''.__class__ }}",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHN)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//example.org/x)",
    r"[x](\\\\rechner\\freigabe)",
    "[x](smb://rechner/freigabe)",
    "[x](ms-word:ofe|u|https://example.org/x.docm)",
    "[x](<file:///C:/Programme und Daten/x.exe>)",
    "<smb://rechner/x>",
    "<javascript:alert(1)>",
    "![x](https://example.org/zaehlpixel.png)",
    "![x](//example.org/zaehlpixel.png)",
    "[![x](https://example.org/a.png)](https://example.org)",
    "![a [b](https://example.org/b) c](https://example.org/a.png)",
    "![](https://example.org/a.png 'Titel')",
    "---\ntitle: x\n---",
    "[x]: https://example.org\n\n[x]",
    "]]> & &lt; &#106;avascript:x <![CDATA[",
    'DDEAUTO c:\\x { HYPERLINK "x" }',
    "=cmd|' /C calc'!A0",
    "\\u202edrehen\\u2066",
    "</w:t></w:r><w:r><w:instrText>DDE</w:instrText></w:r>",
    "\ue0f00\ue0f1",
    "</body></html><iframe src=x>",
    "::error::x\n##vso[task.complete]",
]
ERLAUBT = ("http://", "https://", "mailto:", "tel:")


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def bericht(*texte: str) -> str:
    """A report whose every answer is one of these texts: free, of a list, of a table, a name, a reason."""
    erster = texte[0]
    daten = {
        "dokument": "taetigkeitsbericht",
        "gliederung": "2020",
        "berichtsjahr": "2024",
        "kommune": {"name": " ".join(erster.split())},
        "aufgaben": {
            "kmn": "\n\n".join(texte),
            "handlungskonzept": {
                "wichtigste_ziele": list(texte[:3]),
                "ziele": [{"kuerzel": "Z1", "ziel": eins, "massnahmen": [{"massnahme": eins}]} for eins in texte],
            },
        },
    }
    return json.dumps(daten, ensure_ascii=True)  # JSON is YAML


class Leser(HTMLParser):
    """Collects elements and the addresses that they follow or fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.elemente: set[str] = set()
        self.verweise: list[str] = []
        self.geholt: list[str] = []
        self.ereignisse: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elemente.add(tag)
        for name, wert in attrs:
            if name == "href":
                self.verweise.append(wert or "")
            elif name == "src":
                self.geholt.append(wert or "")
            elif name.startswith("on"):
                self.ereignisse.append(name)


def gelesen(html: str) -> Leser:
    leser = Leser()
    leser.feed(html)
    leser.close()
    return leser


MARKDOWN = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
            "strong", "em", "s", "code", "pre", "a", "img", "hr", "br", "blockquote"}  # fmt: skip


def test_markdown_holds_no_html_and_fetches_nothing(ordner: Path) -> None:
    for nummer, text in enumerate(BOESE):
        Path(f"{nummer}.yaml").write_text(bericht(text), encoding="utf-8")
    Path("alle.yaml").write_text(bericht(*BOESE), encoding="utf-8")
    assert main(["render", ".", "--format", "md"]) == 0
    for datei in sorted(ordner.glob("*.md")):
        ausgabe = datei.read_text(encoding="utf-8").rpartition("<!-- kmut")[0]
        fund = gelesen(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(ausgabe))
        assert fund.elemente <= MARKDOWN, datei.name
        assert not fund.ereignisse
        assert all(weg.startswith(ERLAUBT) for weg in fund.verweise), (datei.name, fund.verweise)
        assert not [weg for weg in fund.geholt if ":" in weg or weg.startswith(("//", "\\"))], datei.name
        assert not ausgabe.startswith("---")


def test_word_holds_no_field_and_no_other_address(ordner: Path) -> None:
    Path("leer.yaml").write_text(bericht(""), encoding="utf-8")
    Path("alle.yaml").write_text(bericht(*BOESE), encoding="utf-8")
    assert main(["render", ".", "--format", "docx"]) == 0
    felder = {}
    for name in ("leer", "alle"):
        with zipfile.ZipFile(f"{name}.docx") as paket:
            wurzel = etree.fromstring(paket.read("word/document.xml"))
            beziehungen = etree.fromstring(paket.read("word/_rels/document.xml.rels"))
        felder[name] = sum(1 for _ in wurzel.iter(f"{W}instrText", f"{W}fldSimple", f"{W}bookmarkStart"))
        draussen = [eine.get("Target", "") for eine in beziehungen if eine.get("TargetMode") == "External"]
        assert all(weg.startswith(ERLAUBT) for weg in draussen)
    assert felder["leer"] == felder["alle"]
    gezeigt = "".join(wurzel.itertext())
    for text in ("<script>alert(1)</script>", "{{ ''.class }}", "{% for x in y %}", "(javascript:alert(1))", "]]>"):
        assert text in gezeigt
    assert "Detaillierter" in gezeigt  # the document's own title stands where the template has it …
    assert "{{ dokument.titel }}" in gezeigt  # … and is not put where somebody typed its name


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_comparison_holds_only_text(form: str, ordner: Path) -> None:
    Path("a.yaml").write_text(bericht(*BOESE), encoding="utf-8")
    Path("b.yaml").write_text(bericht(*(f"{text} neu" for text in reversed(BOESE))), encoding="utf-8")
    assert main(["compare", "a.yaml", "b.yaml", "--format", form, "--out", "aus"]) == 0
    ausgabe = Path("aus").read_text(encoding="utf-8")
    if form == "md":
        ausgabe = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(ausgabe)
        erlaubt = MARKDOWN - {"a", "img", "table"}
    else:
        erlaubt = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "h4", "h5", "h6", "p",
                   "ul", "li", "b", "span", "ins", "del", "strong"}  # fmt: skip
    fund = gelesen(ausgabe)
    assert fund.elemente <= erlaubt
    assert not (fund.verweise or fund.geholt or fund.ereignisse)


def test_json_is_that_of_any_parser(ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.yaml").write_text(bericht(*BOESE), encoding="utf-8")
    Path("b.yaml").write_text(bericht("x"), encoding="utf-8")
    for aufruf in (["compare", "a.yaml", "b.yaml", "--format", "json"], ["check", ".", "--format", "json"],
                   ["check", ".", "--format", "sarif"], ["check", ".", "--format", "gitlab"]):  # fmt: skip
        main(aufruf)
        assert json.loads(capsys.readouterr().out)
    main(["check", ".", "--format", "junit"])
    assert ElementTree.fromstring(capsys.readouterr().out).tag == "testsuites"


ZELLEN = ["=1+1", "+49 30 1", "-5", "@x", "\t=1", " =1", "\\r=1", "'x", "＝1", '"; =1', "a;b", 'a"b', '=HYPERLINK("x")']


def test_no_cell_of_a_table_is_a_formula(ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    eintraege = [{"datum": "2024-05-01", "titel": f"{zelle} a", "ort": zelle, "notiz": zelle} for zelle in ZELLEN]
    daten = {"dokument": "veranstaltungen", "gliederung": "2026", "eintraege": [
        {name: wert for name, wert in eins.items() if name != "notiz"} for eins in eintraege]}  # fmt: skip
    Path("veranstaltungen.yaml").write_text(json.dumps(daten), encoding="utf-8")
    main(["log", "list", "--format", "csv"])
    tabelle = list(csv.reader(io.StringIO(capsys.readouterr().out.lstrip("\ufeff")), delimiter=";"))
    assert len(tabelle) == len(ZELLEN) + 1
    for zeile in tabelle:
        for zelle in zeile:
            assert not zelle.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")), zeile
            assert zelle == zelle.lstrip() or zelle.startswith("'")


def test_a_calendar_has_no_line_of_somebody_else(ordner: Path) -> None:
    name = "Kreis\\nATTACH:file:///etc/passwd\\r\\nEND:VEVENT,;: \\\\n" + "x" * 200
    Path("kmut.yaml").write_text(
        f'kommune:\n  name: "{name}"\nfristen:\n  taetigkeitsbericht:\n    2024: 2099-03-31\n', encoding="utf-8"
    )
    Path("b.yaml").write_text(bericht("x"), encoding="utf-8")
    main(["status", ".", "--ics", "f.ics"])
    zeilen = Path("f.ics").read_bytes().replace(b"\r\n ", b"").split(b"\r\n")
    assert sum(zeile == b"END:VEVENT" for zeile in zeilen) == sum(zeile == b"BEGIN:VEVENT" for zeile in zeilen)
    assert not [zeile for zeile in zeilen if zeile.startswith(b"ATTACH")]
    assert not any(b"\n" in zeile or b"\r" in zeile for zeile in zeilen)


def test_pictures_hold_only_text(ordner: Path) -> None:
    boese = "</text><script>x</script> & ]]> \" '"
    daten = {
        "dokument": "monitoring",
        "gliederung": "2026",
        "indikatoren": [{"nummer": "1", "name": boese, "einheit": boese}],
        "werte": [{"indikator": "1", "zeit": str(jahr), "wert": "5", "quelle": boese} for jahr in range(2020, 2024)],
    }
    Path("monitoring.yaml").write_text(json.dumps(daten), encoding="utf-8")
    main(["render", "monitoring.yaml", "--format", "md"])
    bilder = list(ordner.rglob("*.svg"))
    assert bilder
    for bild in bilder:
        assert not list(etree.parse(bild).iter("{*}script", "{*}a", "{*}image", "{*}foreignObject"))
