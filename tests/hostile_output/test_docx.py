"""A Word template is a ZIP of XML from anybody: what it may not bring is named, nothing is unpacked blindly."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from kmut_cli.render.problems import TemplateProblem
from kmut_cli.render.word import render_docx
from tests.render.word.samples import full_document, shipped

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "word/_rels/document.xml.rels"
Teile = dict[str, bytes]


@cache
def _mitgeliefert() -> tuple[tuple[str, bytes], ...]:
    with zipfile.ZipFile(io.BytesIO(shipped("projektbeschreibung"))) as paket:
        return tuple((name, paket.read(name)) for name in paket.namelist())


def teile() -> Teile:
    return dict(_mitgeliefert())


def gepackt(inhalt: Teile | list[tuple[str, bytes]], **weiter: int) -> bytes:
    ziel = io.BytesIO()
    with zipfile.ZipFile(ziel, "w", zipfile.ZIP_DEFLATED) as paket:
        for name, teil in inhalt.items() if isinstance(inhalt, dict) else inhalt:
            eintrag = zipfile.ZipInfo(name)
            eintrag.filename = eintrag.orig_filename = name
            eintrag.compress_type = weiter.get("art", zipfile.ZIP_DEFLATED)
            paket.writestr(eintrag, teil)
    return ziel.getvalue()


def abgelehnt(inhalt: bytes) -> str:
    with pytest.raises(TemplateProblem) as gefangen:
        render_docx(full_document(draft=True), inhalt, "fremd.docx")
    fund = gefangen.value
    assert fund.template == "fremd.docx"
    assert "\n" not in fund.message + fund.help
    return fund.message


def mit(**neu: bytes) -> bytes:
    return gepackt({**teile(), **{name.replace("__", "/"): teil for name, teil in neu.items()}})


def mit_beziehung(art: str, ziel: str, *, aussen: bool = True, wo: str = RELS) -> bytes:
    modus = ' TargetMode="External"' if aussen else ""
    neu = f'<Relationship Id="rIdX" Type="{OFFICE}/{art}" Target="{ziel}"{modus}/></Relationships>'.encode()
    leer = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    alle = teile()
    return gepackt({**alle, wo: alle.get(wo, leer).replace(b"</Relationships>", neu)})


def mit_absatz(xml: str) -> bytes:
    alle = teile()
    alle["word/document.xml"] = alle["word/document.xml"].replace(b"<w:body>", b"<w:body>" + xml.encode(), 1)
    return gepackt(alle)


def feld(*stuecke: str) -> str:
    innen = "".join(f'<w:r><w:instrText xml:space="preserve">{eins}</w:instrText></w:r>' for eins in stuecke)
    return f"<w:p>{marke('begin')}{innen}{marke('separate')}<w:r><w:t>x</w:t></w:r>{marke('end')}</w:p>"


def marke(art: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{art}"/></w:r>'


def test_what_is_harmless_stays() -> None:
    for inhalt in (
        gepackt(teile()),
        mit_beziehung("hyperlink", "https://example.org/"),
        mit_beziehung("hyperlink", "mailto:a@example.org"),
        mit_absatz(feld(" PAGE ")),
        mit_absatz(feld(" HYPERLINK ", '"https://example.org" ')),
        mit_absatz(feld(' HYPERLINK \\l "anker" ')),
        mit_absatz(feld(" = ", "1 + 1 ")),
        mit_absatz('<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'),
        mit_absatz(feld()),
    ):
        assert render_docx(full_document(draft=True), inhalt, "eigene.docx").content


@pytest.mark.parametrize(
    ("art", "ziel"),
    [
        ("image", "https://example.org/zaehlpixel.png"),
        ("image", r"file://\\rechner\freigabe\x.png"),
        ("oleObject", "file:///C:/x.exe"),
        ("hyperlink", "file:///etc/passwd"),
        ("hyperlink", r"\\rechner\freigabe"),
        ("hyperlink", "javascript:alert(1)"),
        ("hyperlink", "C:/Windows/System32/calc.exe"),
        ("hyperlink", "ms-word:ofe|u|https://example.org/x.docm"),
        ("hyperlink", "{{ dokument.titel }}"),
        ("hyperlink", "http://[x"),
        ("subDocument", "https://example.org/x.docx"),
        ("frame", "https://example.org/"),
        ("mailMergeSource", "file:///C:/x.mdb"),
        ("etwasNeues", "https://example.org/"),
    ],
)
def test_nothing_is_fetched_from_elsewhere(art: str, ziel: str) -> None:
    assert "fremd.docx" in abgelehnt(mit_beziehung(art, ziel))


@pytest.mark.parametrize(
    "art", ["vbaProject", "oleObject", "package", "control", "aFChunk", "attachedToolbars", "webextension"]
)
def test_nothing_is_brought_along_that_runs(art: str) -> None:
    assert "Sie enthält" in abgelehnt(mit_beziehung(art, "word/x.bin", aussen=False))


def test_macros_are_refused_by_type_and_by_name() -> None:
    alle = teile()
    ohne = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    typen = alle["[Content_Types].xml"].replace(ohne, b"vnd.ms-word.document.macroEnabled.main+xml")
    assert typen != alle["[Content_Types].xml"]
    assert "Makros" in abgelehnt(gepackt({**alle, "[Content_Types].xml": typen}))
    assert "Makros" in abgelehnt(gepackt({**alle, "word/vbaProject.bin": b"x"}))


def test_a_template_attached_to_a_template_is_dropped() -> None:
    alle = teile()
    alle["word/settings.xml"] = alle["word/settings.xml"].replace(
        b"<w:zoom", f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/><w:zoom'.encode(), 1
    )
    if b"attachedTemplate" not in alle["word/settings.xml"]:
        einstellung = f'<w:attachedTemplate xmlns:r="{OFFICE}" r:id="rIdX"/></w:settings>'.encode()
        alle["word/settings.xml"] = alle["word/settings.xml"].replace(b"</w:settings>", einstellung)
    alle["word/_rels/settings.xml.rels"] = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdX"'
        f' Type="{OFFICE}/attachedTemplate" Target="https://example.org/x.dotm" TargetMode="External"/></Relationships>'
    ).encode()
    fertig = render_docx(full_document(draft=True), gepackt(alle), "eigene.docx").content
    with zipfile.ZipFile(io.BytesIO(fertig)) as paket:
        assert all(b"attachedTemplate" not in paket.read(name) for name in paket.namelist())
        assert all(b"example.org/x.dotm" not in paket.read(name) for name in paket.namelist())


@pytest.mark.parametrize(
    "absatz",
    [
        feld(' DDEAUTO c:\\\\x "y" '),
        feld("D", "DE", " x"),
        feld(" INCLUDEPICTURE ", '"http://example.org/x.png"'),
        feld("INCLUDETEXT x"),
        feld(" MACROBUTTON x y"),
        feld(' HYPERLINK "file:///C:/x.exe" '),
        feld(r" HYPERLINK \\rechner\x "),
        feld(" LINK Excel.Sheet x"),
        feld("{{ dokument.titel }}"),
        feld("{% if false %}PAGE{% endif %} DDE x"),
        feld(' HYPERLINK \\o "https://example.org" "file:///x" '),
        f"<w:p>{marke('begin')}{marke('begin')}<w:r><w:instrText>QUOTE 68</w:instrText></w:r>{marke('end')}"
        f"<w:r><w:instrText>PAGE</w:instrText></w:r>{marke('end')}</w:p>",
        '<w:p><w:fldSimple w:instr="DDE x"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>',
        "<w:p><w:r><w:instrText>DDE x</w:instrText></w:r></w:p>",
        f"<w:p>{marke('begin')}<w:r><w:instrText>DDE x</w:instrText></w:r></w:p>",
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" href="file:///x"/></w:pict></w:r></w:p>',
        '<w:p><w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml">'
        r'<v:imagedata src="\\rechner\x.png"/></v:rect></w:pict></w:r></w:p>',
    ],
)
def test_fields_and_drawings_start_and_fetch_nothing(absatz: str) -> None:
    abgelehnt(mit_absatz(absatz))


HOLT = 'INCLUDEPICTURE "http://example.org/x.png" \\d '
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
STRENG = "http://purl.oclc.org/ooxml/wordprocessingml/main"
SEITE = feld(" PAGE ")


def lauf(code: str, element: str = "instrText") -> str:
    return f'<w:r><w:{element} xml:space="preserve"> {code} </w:{element}></w:r>'


def fassungen(eine: str, andere: str) -> str:
    """Give the same content twice, of which Word takes one."""
    return (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps">{eine}</mc:Choice>'
        f"<mc:Fallback>{andere}</mc:Fallback></mc:AlternateContent>"
    )


def ganz(code: str) -> str:
    return f"{marke('begin')}{code}{marke('separate')}{marke('end')}"


@pytest.mark.parametrize(
    "absatz",
    [
        f"{marke('begin')}<w:del>{lauf('DATE', 'delInstrText')}</w:del>{lauf(HOLT)}{marke('end')}",
        f"<w:del>{marke('begin')}{lauf('DATE', 'delInstrText')}</w:del>{lauf(HOLT)}{marke('end')}",
        f"<w:moveFrom>{marke('begin')}{lauf('DATE')}</w:moveFrom>{lauf(HOLT)}{marke('end')}",
        ganz(lauf("DATE", "delInstrText") + lauf(HOLT)),
        ganz(f"<w:ins>{lauf('DATE')}</w:ins>{lauf(HOLT)}"),
        ganz(fassungen(lauf("DATE"), lauf(HOLT))),
        ganz(fassungen(lauf("DATE"), "") + lauf(HOLT)),
        f"{fassungen(marke('begin') + lauf('DATE'), marke('begin'))}{lauf(HOLT)}{marke('end')}",
        fassungen(ganz(lauf("DATE")), ganz(lauf(HOLT))),
        ganz(f'<x:x xmlns:x="urn:x">{lauf("DATE")}</x:x>{lauf(HOLT)}'),
        ganz(f"<w:r><w:t>{HOLT}</w:t></w:r>"),
        ganz(f"<w:r><w:t>{HOLT}</w:t></w:r>" + lauf("PAGE")),
        ganz('<w:fldSimple w:instr="QUOTE 68"/>' + lauf("PAGE")),
        f'<w:fldSimple xmlns:x="urn:x" x:instr="PAGE" w:instr="{HOLT.replace(chr(34), "")}"/>',
        f'<s:fldSimple xmlns:s="{STRENG}" s:instr="DDE x"/>',
        f'<w:r><s:instrText xmlns:s="{STRENG}">DDE x</s:instrText></w:r>',
        f'{marke("begin")}<w:r><w:fldChar xmlns:s="{STRENG}" s:fldCharType="end" w:fldCharType="separate"/></w:r>',
    ],
)
def test_no_word_before_it_hides_a_field(absatz: str) -> None:
    assert "Feld" in abgelehnt(mit_absatz(f"<w:p>{absatz}</w:p>"))


@pytest.mark.parametrize(
    "absatz",
    [
        fassungen(ganz(lauf("PAGE")), ganz(lauf("PAGE"))),
        f"<w:ins>{ganz(lauf('PAGE'))}</w:ins>",
        f"<w:ins>{marke('begin')}</w:ins><w:ins>{lauf('PAGE')}</w:ins><w:ins>{marke('end')}</w:ins>",
        "<w:del><w:r><w:delText>alt</w:delText></w:r></w:del>",
        '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" href="https://example.org/"><v:textbox>'
        f"<w:txbxContent>{SEITE}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>",
    ],
)
def test_fields_of_ordinary_templates_stay(absatz: str) -> None:
    assert render_docx(full_document(draft=True), mit_absatz(f"<w:p>{absatz}</w:p>"), "eigene.docx").content


def zeichnung(innen: str, namensraum: str = "urn:schemas-microsoft-com:vml") -> str:
    """Give a paragraph with an older drawing that holds ``innen``."""
    buero = "urn:schemas-microsoft-com:office:office"
    return (
        f'<w:p><w:r><w:pict><v:rect xmlns:v="{namensraum}" xmlns:o="{buero}" xmlns:r="{OFFICE}">{innen}</v:rect>'
        "</w:pict></w:r></w:p>"
    )


ZEICHNUNGEN = [
    '<v:imagedata src="http://example.org/x.png"/>',
    '<v:imagedata src="x.png"/>',
    '<v:imagedata href="http://example.org/x.png"/>',
    '<v:imagedata o:href="http://example.org/x.png"/>',
    '<v:imagedata r:href="rId1"/>',
    '<v:fill althref="file:///x.png"/>',
    '<v:fill o:althref="https://example.org/x.png"/>',
    '<v:stroke src="https://example.org/x.png"/>',
    '<v:shape href="file:///x"/>',
    '<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="rId1"/>',
]


@pytest.mark.parametrize("innen", ZEICHNUNGEN)
def test_drawings_fetch_no_picture(innen: str) -> None:
    assert "Zeichnung" in abgelehnt(mit_absatz(zeichnung(innen)))


def test_a_namespace_that_its_bytes_do_not_show() -> None:
    dort = zeichnung('<v:imagedata src="file://example.org/x.png"/>', "urn:schemas-microsoft-com&#58;vml").encode()
    kopf = teile()["word/header1.xml"].replace(b"</w:hdr>", dort + b"</w:hdr>")
    assert "Zeichnung" in abgelehnt(mit(word__header1_xml=kopf))


def test_a_drawing_put_together_by_the_template_is_seen_in_what_comes_of_it() -> None:
    """A condition that begins in one attribute and ends in that of the next element makes one of both."""
    bild = '<v:imagedata title="{% if not dokument.titel %}"/><w:x w:y="{% endif %}" src="file:///x.png"/>'
    assert "Zeichnung" in abgelehnt(mit_absatz(zeichnung(bild)))


def test_capitals_in_names_of_parts_change_nothing() -> None:
    ziel = f'Type="{OFFICE}/image" Target="https://example.org/x.png" TargetMode="External"'
    raum = "http://schemas.openxmlformats.org/package/2006/relationships"
    beziehung = f'<Relationships xmlns="{raum}"><Relationship Id="rIdX" {ziel}/></Relationships>'.encode()
    assert "ein Bild, das woanders liegt" in abgelehnt(gepackt({**teile(), "word/_rels/footer1.xml.RELS": beziehung}))
    assert "kein XML" in abgelehnt(gepackt({**teile(), "word/x.XML": b"\x4c"}))


def test_no_part_under_any_name_is_in_an_encoding_that_is_not_looked_through() -> None:
    text = f'<w:hdr xmlns:w="{W}"><w:p>{feld("DDE x")}</w:p></w:hdr>'
    for kodierung in ("utf-32-le", "utf-32-be", "utf-32"):
        assert "kein XML" in abgelehnt(gepackt({**teile(), "word/x.bin": text.encode(kodierung)}))
    lang = f"<?xml version='1.0'{' ' * 300}encoding='utf-7'?>" + text.replace("<w:hdr", "+ADwAIQ-DOCTYPE x+AD4 <w:hdr")
    abgelehnt(gepackt({**teile(), "word/x.bin": lang.encode()}))
    lang = f"<?xml version='1.0'{' ' * 300}encoding='iso-8859-1'?><x/>"
    assert "kein XML" in abgelehnt(gepackt({**teile(), "word/x.bin": lang.encode()}))


def test_utf_16_is_read_as_word_reads_it() -> None:
    alle = teile()
    kopf = alle["word/header1.xml"].decode().partition("?>")[2]
    for erklaert in ("", "<?xml version='1.0' encoding='UTF-16'?>"):
        neu = {**alle, "word/header1.xml": (erklaert + kopf).encode("utf-16")}
        assert render_docx(full_document(draft=True), gepackt(neu), "eigene.docx").content


def test_mail_merge_is_refused_without_a_relationship_too() -> None:
    alle = teile()
    serie = b'<w:mailMerge><w:connectString w:val="Data Source=x.mdb"/></w:mailMerge></w:settings>'
    alle["word/settings.xml"] = alle["word/settings.xml"].replace(b"</w:settings>", serie)
    assert "Serienbriefe" in abgelehnt(gepackt(alle))


def test_a_field_put_together_by_the_template_is_seen_in_what_comes_of_it() -> None:
    """What is left of „PAGE DDE x“ once a condition has taken „PAGE“ away."""
    stuecke = [
        marke("begin"),
        "<w:r><w:t>{% if not dokument.titel %}</w:t></w:r>",
        '<w:r><w:instrText xml:space="preserve">PAGE </w:instrText></w:r>',
        "<w:r><w:t>{% endif %}</w:t></w:r>",
        "<w:r><w:instrText>DDE x</w:instrText></w:r>",
        marke("end"),
    ]
    assert "Feld" in abgelehnt(mit_absatz(f"<w:p>{''.join(stuecke)}</w:p>"))


DOCTYPES = [
    b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    b'<!DOCTYPE x [<!ENTITY % a SYSTEM "http://example.org/x.dtd"> %a;]>',
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(20))
    + b"]>",
]


@pytest.mark.parametrize("doctype", DOCTYPES, ids=["datei", "netz", "parameter", "lacher"])
@pytest.mark.parametrize(
    "teil", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", RELS, "word/theme/theme1.xml"]
)
def test_no_part_declares_entities(teil: str, doctype: bytes) -> None:
    alle = teile()
    kopf, _, rest = alle[teil].partition(b"?>") if alle[teil].startswith(b"<?xml") else (b"", b"", alle[teil])
    inhalt = (kopf + b"?>" if kopf else b"") + doctype + rest
    assert "DOCTYPE" in abgelehnt(gepackt({**alle, teil: inhalt}))


def test_no_encoding_hides_an_entity() -> None:
    alle = teile()
    text = alle["word/document.xml"].decode().partition("?>")[2]
    for kodierung in ("utf-16", "utf-16-le", "utf-16-be"):
        abgelehnt(gepackt({**alle, "word/document.xml": ("<!DOCTYPE x>" + text).encode(kodierung)}))
    for kodierung in ("utf-7", "cp037", "utf-32"):
        kopf = f"<?xml version='1.0' encoding='{kodierung}'?><!DOCTYPE x>"
        abgelehnt(gepackt({**alle, "word/document.xml": (kopf + text).encode(kodierung, "replace")}))


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"<a>" * 1_000_000,
        b"<a>" * 5_000 + b"</a>" * 5_000,
        b'<a b="' + b"x" * 11_000_000 + b'"/>',
        b"<w:document/>",
        b"<a" + b" b='1'" * 100_000 + b"/>",
        b"\xff\xfe<\x00",
        b"kein XML",
    ],
    ids=["leer", "Million", "tief", "Attribut", "Vorsilbe", "Attribute", "halb", "Text"],
)
@pytest.mark.parametrize("teil", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", RELS])
def test_xml_that_means_harm_or_nothing(teil: str, xml: bytes) -> None:
    abgelehnt(gepackt({**teile(), teil: xml}))


@pytest.mark.parametrize("teil", list(teile()))
def test_a_part_that_is_missing_is_no_crash(teil: str) -> None:
    ohne = {name: inhalt for name, inhalt in teile().items() if name != teil}
    try:
        assert render_docx(full_document(draft=True), gepackt(ohne), "fremd.docx").content
    except TemplateProblem as problem:
        assert "fremd.docx" in problem.message


@pytest.mark.parametrize(
    "name", ["../x.xml", "word/../../x", "/etc/x", "C:/x", r"word\x", "word//x", "x\x01y", "word/x:strom", ".."]
)
def test_names_that_lead_elsewhere(name: str) -> None:
    abgelehnt(gepackt([*teile().items(), (name, b"x")]))


def test_parts_that_come_twice() -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        zweimal = gepackt([*teile().items(), ("word/document.xml", b"<x/>")])
    assert "zweimal" in abgelehnt(zweimal)
    assert "zweimal" in abgelehnt(gepackt([*teile().items(), ("WORD/Document.xml", b"<x/>")]))


def test_zip_files_that_mean_harm() -> None:
    inhalt = gepackt(teile())
    assert "Kennwort" in abgelehnt(b"\xd0\xcf\x11\xe0" + b"\0" * 5000)
    abgelehnt(inhalt[: len(inhalt) // 2])
    abgelehnt(inhalt[:100] + b"\xff" * 50 + inhalt[150:])
    ende = inhalt.rindex(b"PK\x05\x06")
    for wert in (0, 1, 0xFFFFFFFF):  # where the directory is said to begin
        abgelehnt(inhalt[: ende + 16] + struct.pack("<I", wert) + inhalt[ende + 20 :])
    stelle = inhalt.index(b"PK\x01\x02")
    assert "verschlüsselt" in abgelehnt(inhalt[: stelle + 8] + b"\x01\x00" + inhalt[stelle + 10 :])
    abgelehnt(inhalt[: stelle + 16] + b"\0\0\0\0" + inhalt[stelle + 20 :])  # a wrong checksum
    assert "gepackt" in abgelehnt(gepackt(teile(), art=zipfile.ZIP_LZMA))
    # Two names for the same bytes, a hundred times: the files together are larger than the package.
    erste = inhalt.index(b"PK\x01\x02", stelle + 4)
    abgelehnt(inhalt[:stelle] + inhalt[stelle:erste] * 100 + inhalt[erste:])


def gemessen(inhalt: bytes) -> tuple[str, float]:
    """Give the message, and the megabytes that Python held at most meanwhile."""
    tracemalloc.start()
    try:
        return abgelehnt(inhalt), tracemalloc.get_traced_memory()[1] / 1e6
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("bombe", "grund"),
    [
        (lambda: gepackt({**teile(), "word/media/x.png": b"\0" * 60_000_000}), "ausgepackt größer als 50 Megabyte"),
        (lambda: gepackt({**teile(), **{f"x/{n}": b"" for n in range(2_000)}}), "mehr als 2.000 Teile"),
        (lambda: gepackt(teile()) + b"PK\x01\x02" * 1_000_000, "mehr als 2.000 Teile"),
        (lambda: mit(word__media__x=b"<a/>" * 300_000), "200.000 Elemente"),
        (lambda: b"PK" + b"\0" * 20_000_000, "größer als 20 Megabyte"),
    ],
    ids=["Bombe", "Teile", "Verzeichnis", "Elemente", "Datei"],
)
def test_size_is_bounded(bombe: Callable[[], bytes], grund: str) -> None:
    meldung, megabyte = gemessen(bombe())
    assert grund in meldung
    assert megabyte < 60


def test_a_part_that_says_less_than_it_holds() -> None:
    """A bomb whose directory lies about its size yields only what it says, and then its checksum is wrong."""
    inhalt = gepackt({**teile(), "word/media/x.png": b"\0" * 60_000_000})
    stelle = inhalt.rindex(b"PK\x01\x02")
    luege = inhalt[: stelle + 24] + struct.pack("<I", 1000) + inhalt[stelle + 28 :]
    meldung, megabyte = gemessen(luege)
    assert "beschädigt" in meldung
    assert megabyte < 60


def test_limits_are_those_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_VORLAGENELEMENTE", "10")
    assert "mehr als 10 Elemente" in abgelehnt(gepackt(teile()))
    monkeypatch.setenv("KMUT_GRENZE_VORLAGENPAKET", "1000")
    assert "größer als 1.000 Byte" in abgelehnt(gepackt(teile()))
    monkeypatch.setenv("KMUT_GRENZE_VORLAGENTEILE", "3")
    assert "mehr als 3 Teile." in abgelehnt(gepackt(teile()))


def test_numbers_of_a_template_are_bounded_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    rechnung = mit_absatz("<w:p><w:r><w:t>{{ 11 + 1 }}</w:t></w:r></w:p>")
    assert render_docx(full_document(draft=True), rechnung, "eigene.docx").content
    monkeypatch.setenv("KMUT_GRENZE_VORLAGENZAHL", "10")
    assert "die größte ist 10" in abgelehnt(rechnung)
