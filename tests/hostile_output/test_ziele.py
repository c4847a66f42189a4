"""Outputs never take the place of a source, and templates never come from outside the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kmut_cli.__main__ import main

BERICHT = b'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2024\n'
VORLAGE = "# {{ dokument.titel }} {{ dokument.jahr }}\n"
QUELLEN = {
    "bericht.yaml": BERICHT,
    "anderer.YML": BERICHT.replace(b"2024", b"2025"),
    "kmut.yaml": b"fristen:\n  taetigkeitsbericht:\n    2024: 2025-03-31\n",
    "veranstaltungen.yaml": b'dokument: veranstaltungen\ngliederung: "2026"\n',
    "monitoring.yaml": b'dokument: monitoring\ngliederung: "2026"\n',
    "werte.csv": b"Jahr;Wert\n",
    "templates/md/taetigkeitsbericht.md.j2": VORLAGE.encode(),
}
VERKNUEPFUNGEN = ["bericht.md", "bericht.docx", "aus.html", "aus.txt", "aus.ics", "taetigkeitsbericht-2020.schema.json"]


@pytest.fixture
def ordner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, inhalt in QUELLEN.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(inhalt)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def unversehrt(ordner: Path) -> bool:
    return all((ordner / name).read_bytes() == inhalt for name, inhalt in QUELLEN.items())


AUFRUFE = [
    ["render", "bericht.yaml", "--format", "md", "--force"],
    ["render", "bericht.yaml", "--force"],
    ["render", ".", "--format", "md", "--format", "docx", "--force"],
    ["render", ".", "--out", ".", "--force"],
    ["render", "bericht.yaml", "--out", "bericht.yaml", "--force"],
    ["render", "bericht.yaml", "--out", "anderer.YML", "--force"],
    ["render", "bericht.yaml", "--out", "werte.csv", "--force"],
    ["render", "bericht.yaml", "--format", "md", "--force", "--out", "templates/md/taetigkeitsbericht.md.j2"],
    ["compare", "bericht.yaml", "anderer.YML", "--out", "bericht.yaml"],
    ["compare", "bericht.yaml", "anderer.YML", "--out", "kmut.yaml"],
    ["compare", "bericht.yaml", "anderer.YML", "--out", "./../{hier}/werte.csv"],
    ["compare", "bericht.yaml", "anderer.YML", "--format", "html", "--out", "aus.html"],
    ["compare", "bericht.yaml", "anderer.YML", "--out", "aus.txt"],
    ["status", ".", "--ics", "bericht.yaml", "--force"],
    ["status", ".", "--ics", "aus.ics", "--force"],
    ["schema", "taetigkeitsbericht", "--out", "."],
    ["schema", "taetigkeitsbericht", "--out", "bericht.yaml"],
    ["template", "copy", "--format", "md"],
    ["template", "copy", "--format", "md", "--out", "bericht.yaml"],
    ["init", ".", "--kommune", "03361", "--year", "2024"],
    ["new", "taetigkeitsbericht", "--year", "2024", "--out", "bericht.yaml"],
    ["log", "list", "--format", "csv"],
    ["monitoring", "show"],
]


@pytest.mark.parametrize("art", ["soft", "hard"])
def test_no_command_writes_over_a_source(art: str, ordner: Path) -> None:
    for name in VERKNUEPFUNGEN:
        if art == "soft":
            (ordner / name).symlink_to("bericht.yaml")
        else:
            os.link(ordner / "bericht.yaml", ordner / name)
    for aufruf in AUFRUFE:
        if art == "soft" or "--out" in aufruf or "--ics" in aufruf:
            main([teil.replace("{hier}", ordner.name) for teil in aufruf])
            assert unversehrt(ordner), aufruf


def test_the_finding_names_the_file(ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ordner / "bericht.docx").symlink_to("bericht.yaml")
    assert main(["render", "bericht.yaml", "--force"]) == 1
    assert "bericht.yaml KM510 „bericht.docx“ ist eine Datei, aus der etwas kommt" in capsys.readouterr().out
    (ordner / "bericht.docx").unlink()
    assert main(["render", "bericht.yaml", "--force"]) == 0


def test_a_template_of_the_command_line_is_not_written_over(ordner: Path) -> None:
    vorlage = ordner / "eigene.docx"
    assert main(["template", "copy", "taetigkeitsbericht", "--format", "docx", "--out", "x"]) == 0
    vorlage.write_bytes((ordner / "x/templates/docx/taetigkeitsbericht.docx").read_bytes())
    vorher = vorlage.read_bytes()
    aufruf = ["render", "bericht.yaml", "--template", "eigene.docx", "--force"]
    assert main([*aufruf, "--out", "eigene.docx"]) == 1
    assert main([*aufruf, "--out", f"../{ordner.name}/eigene.docx"]) == 1
    assert vorlage.read_bytes() == vorher
    assert main([*aufruf, "--out", "fertig.docx"]) == 0


@pytest.mark.parametrize("stelle", ["bericht", "vorlage"])
def test_an_attachment_that_a_document_names_is_a_source(
    stelle: str, ordner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ordner / "2024/anlagen").mkdir(parents=True)
    anlage = ordner / "2024/anlagen/hk.docx"
    anlage.write_bytes(b"PK, von Hand")
    (ordner / "2024/verweis.docx").symlink_to("anlagen/hk.docx")
    inhalt = {
        "bericht": BERICHT + b"aufgaben:\n  handlungskonzept:\n    anlage: anlagen/hk.docx\n",
        "vorlage": b'dokument: sitzungsvorlage\ngliederung: "2026"\nanlagen:\n  - datei: anlagen/hk.docx\n',
    }
    (ordner / "2024/t2.yaml").write_bytes(inhalt[stelle])
    for ziel in ("2024/anlagen/hk.docx", "2024/verweis.docx"):
        assert main(["render", "2024/t2.yaml", "--out", ziel, "--force"]) == 1
        assert "KM510" in capsys.readouterr().out
    assert main(["render", "2024/t2.yaml", "--out", "2024/anlagen/neu.docx", "--force"]) == 0
    assert anlage.read_bytes() == b"PK, von Hand"


def test_a_calendar_takes_the_place_of_a_calendar_only(ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    frist = QUELLEN["kmut.yaml"].replace(b"2025-03-31", b"2099-03-31")
    (ordner / "kmut.yaml").write_bytes(frist)
    (ordner / "anlage.pdf").write_bytes(b"%PDF-1.7\n")
    (ordner / "verweis.ics").symlink_to("anlage.pdf")
    for ziel in ("anlage.pdf", "verweis.ics"):
        for force in ([], ["--force"]):
            assert main(["status", ".", "--ics", ziel, *force]) == 2
            assert "keine Kalenderdatei" in capsys.readouterr().err
    assert (ordner / "anlage.pdf").read_bytes() == b"%PDF-1.7\n"
    (ordner / "MEIN.ICS").write_bytes(b"fremd")
    for _ in range(2):
        main(["status", ".", "--ics", "MEIN.ICS", "--force"])
        assert "Geschrieben: MEIN.ICS" in capsys.readouterr().out


FREMDES = ["Notizen\n", "# Vergleich\n\nvon Hand\n", "%PDF-1.7\n", '{"notes": []}\n', "{", "[" * 100_000,
           "<!DOCTYPE html>\n<html lang=\"de\">\n<title>Vergleich</title>\n", "Alt: a\nNeu: b\n"]  # fmt: skip


@pytest.mark.parametrize("art", [[], ["--plan"]], ids=["vergleich", "plan"])
def test_a_comparison_takes_the_place_of_a_comparison_of_its_form_only(
    art: list[str], ordner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    antrag = b'dokument: projektbeschreibung\ngliederung: "2026"\nbewilligungsjahr: 2024\n'
    (ordner / "alt.yaml").write_bytes(antrag if art else QUELLEN["anderer.YML"])
    (ordner / "neu.yaml").write_bytes(BERICHT)
    formen = ("text", "md", "html", "json")
    for form in formen:
        aufruf = ["compare", *art, "alt.yaml", "neu.yaml", "--format", form, "--out"]
        for _ in range(2):
            assert main([*aufruf, f"aus-{form}"]) == 0
        for inhalt in FREMDES:
            (ordner / "fremd.txt").write_text(inhalt, encoding="utf-8")
            capsys.readouterr()
            assert main([*aufruf, "fremd.txt"]) == 2
            assert "„fremd.txt“ ist keine frühere Ausgabe" in capsys.readouterr().err
            assert (ordner / "fremd.txt").read_text(encoding="utf-8") == inhalt
    for form in formen:
        for andere in formen:
            aufruf = ["compare", *art, "alt.yaml", "neu.yaml", "--format", form, "--out", f"aus-{andere}"]
            assert main(aufruf) == (0 if form == andere else 2)


def test_a_schema_takes_the_place_of_a_schema_only(ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ziel = ordner / "schemas/kmut.schema.json"
    aufruf = ["schema", "kmut", "--out", "schemas"]
    assert main(aufruf) == 0
    unseres = ziel.read_bytes()
    fremd = '{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "https://example.org/x"}'
    for inhalt in ("wichtig\n", "null", "[" * 100_000, "\xff", fremd, '{"$id": "urn:kmut:schema:kmut"', *FREMDES):
        (ordner / "wichtig.txt").write_text(inhalt, encoding="latin-1")
        for verknuepft in (False, True):
            ziel.unlink()
            if verknuepft:
                ziel.symlink_to("../wichtig.txt")
            else:
                ziel.write_text(inhalt, encoding="latin-1")
            capsys.readouterr()
            assert main(aufruf) == 2
            gesagt = " ".join(capsys.readouterr().err.split())
            assert "kmut.schema.json“ ist kein Schema von kmut und bleibt, wie sie ist." in gesagt
            assert ziel.read_text(encoding="latin-1") == inhalt
            assert ziel.is_symlink() == verknuepft
    # An earlier one of ours, also behind a link, of another version, or with the line ends of Windows.
    for frueher in (unseres, unseres.replace(b"schema:kmut", b"schema:anders").replace(b"Kommune", b"K"), b"",
                    unseres.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + unseres):  # fmt: skip
        (ordner / "wichtig.txt").write_bytes(frueher)
        assert main(aufruf) == 0
        assert ziel.is_symlink()
        assert (ordner / "wichtig.txt").read_bytes() == unseres


def test_a_comparison_of_folders_with_hints_and_long_names_is_known_again(ordner: Path) -> None:
    lang = "mit einem Namen von " + "vielen Worten " * 12
    for name in ("alt", "neu"):
        (ordner / name / lang).mkdir(parents=True)
        (ordner / name / lang / "bericht.yaml").write_bytes(BERICHT)
        (ordner / name / "kaputt.yaml").write_bytes(b"dokument: [\n")
    for form in ("text", "md", "html", "json"):
        erste = main(["compare", "alt", "neu", "--format", form, "--out", f"aus-{form}"])
        assert erste != 2
        assert main(["compare", "alt", "neu", "--format", form, "--out", f"aus-{form}"]) == erste


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="the system has no such name")
@pytest.mark.parametrize("name", ["/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"])
def test_a_name_of_the_system_is_no_document(name: str, ordner: Path) -> None:
    programm = "import sys; from kmut_cli.__main__ import main; sys.exit(main(sys.argv[1:]))"
    for wort, status in ((name, 1), ("-", 0))[: 2 if name == "/dev/stdin" else 1]:
        with (ordner / "bericht.yaml").open("rb") as eingabe:
            lauf = subprocess.run(
                [sys.executable, "-c", programm, "render", wort, "--out", "aus"],
                stdin=eingabe, capture_output=True, encoding="utf-8", check=False,
            )  # fmt: skip
        assert lauf.returncode == status, lauf.stderr
        assert ("keine gewöhnliche Datei" in lauf.stdout) == (wort != "-")
        assert (ordner / "aus").exists() == (wort == "-")


@pytest.mark.parametrize(
    ("text", "zeile", "zeichen"),
    [
        ("# Titel\r\nab\x1b[2Jc\n", 2, "Escape-Zeichen (U+001B)"),
        ("# Titel\n\n\x00\n", 3, "Nullzeichen (U+0000)"),
        ("a\rb\u2028c\n", 2, "Zeilentrenner (U+2028)"),
        ("# Titel\n{{ '\\x1b[2J' }}\n", 2, "Escape-Zeichen (U+001B)"),
        ("{% if 1 %}\n{% set x = 'a' ~ '\\x9b' %}{{ x }}{% endif %}\n", 2, "Steuerzeichen (U+009B)"),
    ],
)
def test_a_template_holds_no_control_characters(
    text: str, zeile: int, zeichen: str, ordner: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (ordner / "eigene.md.j2").write_bytes(text.encode())
    assert main(["render", "bericht.yaml", "--format", "md", "--template", "eigene.md.j2"]) == 1
    gesagt = " ".join(capsys.readouterr().out.split())
    assert f"eigene.md.j2:{zeile}:" in gesagt
    assert "KM501" in gesagt
    assert zeichen in gesagt
    assert not (ordner / "bericht.md").exists()


def test_two_names_of_one_file_are_one_target(ordner: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (ordner / "aus").mkdir()
    (ordner / "b").mkdir()
    (ordner / "b/bericht.yaml").write_bytes(BERICHT.replace(b"2024", b"2023"))
    (ordner / "aus/b").symlink_to(".")
    main(["render", ".", "--format", "md", "--out", "aus"])
    assert "KM503" in capsys.readouterr().out
    assert "2023" not in (ordner / "aus/bericht.md").read_text(encoding="utf-8")


def test_a_link_of_that_name_is_not_written_through(ordner: Path) -> None:
    (ordner / "neu/templates/md").mkdir(parents=True)
    (ordner / "neu/templates/md/taetigkeitsbericht.md.j2").symlink_to(ordner / "draussen.txt")
    main(["template", "copy", "--format", "md", "--out", "neu"])
    assert not (ordner / "draussen.txt").exists()


@pytest.mark.parametrize("weg", ["templates", "templates/md", "templates/md/taetigkeitsbericht.md.j2"])
def test_templates_do_not_come_from_outside_through_links(
    weg: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    aussen, innen = tmp_path / "aussen", tmp_path / "innen"
    (aussen / "templates/md").mkdir(parents=True)
    (aussen / "templates/md/taetigkeitsbericht.md.j2").write_text("GEHEIM\n")
    (innen / weg).parent.mkdir(parents=True)
    (innen / weg).symlink_to(aussen / weg)
    (innen / "bericht.yaml").write_bytes(BERICHT)
    monkeypatch.chdir(innen)
    assert main(["render", "bericht.yaml", "--format", "md"]) == 1
    assert "KM501" in (gesagt := capsys.readouterr().out)
    assert "aus dem Ordner hinausführt" in gesagt
    assert not (innen / "bericht.md").exists()
    # Whoever names it means it.
    eigene = str(aussen / "templates/md/taetigkeitsbericht.md.j2")
    assert main(["render", "bericht.yaml", "--format", "md", "--template", eigene]) == 0


def test_a_link_within_the_folder_is_followed(ordner: Path) -> None:
    (ordner / "2024").mkdir()
    (ordner / "2024/bericht.yaml").write_bytes(BERICHT)
    (ordner / "2024/templates").symlink_to("../templates")
    assert main(["render", "2024/bericht.yaml", "--format", "md"]) == 0
    assert (ordner / "2024/bericht.md").read_text(encoding="utf-8").startswith("# ")


def test_templates_are_ordinary_files_of_bearable_size(
    ordner: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(ordner / "rohr.md.j2")
    (ordner / "null.md.j2").symlink_to("/dev/zero")
    for name in ("rohr", "null"):
        assert main(["render", "bericht.yaml", "--format", "md", "--template", f"{name}.md.j2"]) == 2
        assert "keine gewöhnliche Datei" in capsys.readouterr().err
    monkeypatch.setenv("KMUT_GRENZE_VORLAGENDATEI", "10")
    assert main(["render", "bericht.yaml", "--format", "md"]) == 1
    assert "größer als 10 Byte" in capsys.readouterr().out
