"""The shipped examples, from YAML through the command line to the finished files."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from kmut_cli.__main__ import main
from tests.render.word.reading import Docx

ROOT = Path(__file__).resolve().parents[2]
BEISPIELE = sorted(
    pfad.relative_to(ROOT)
    for ordner in ("landkreis-musterland", "entwurf", "burgenlandkreis-2018")
    for pfad in (ROOT / "examples" / ordner).rglob("*.yaml")
    if pfad.name != "kmut.yaml"
)


def name(beispiel: Path) -> str:
    return "-".join(beispiel.with_suffix("").parts[1:])


@pytest.mark.usefixtures("grobe_bilder")
@pytest.mark.parametrize("beispiel", BEISPIELE, ids=name)
def test_output_of_the_examples(beispiel: Path, tmp_path: Path, golden: Callable[[str, str | bytes], None]) -> None:
    """What stands in both files is what was looked at, and the one for Word is valid."""
    formate = ["--format", "md", "--format", "docx"]
    assert main(["render", str(ROOT / beispiel), *formate, "--out", str(tmp_path)]) == 0
    word = tmp_path / f"{beispiel.stem}.docx"
    ergebnis = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(word)
    assert [str(fehler) for fehler in ergebnis.errors] == []
    golden(f"{name(beispiel)}.md", (tmp_path / f"{beispiel.stem}.md").read_bytes().decode())
    golden(f"{name(beispiel)}.docx.txt", "\n".join(Docx(word.read_bytes()).texts) + "\n")


def test_bytes_do_not_depend_on_hashes_or_time_zone(tmp_path: Path) -> None:
    """With all files of pictures beside the Markdown; in Word they have few pixels here, which are Python's no more."""
    skript = (
        "import sys; from kmut_cli.__main__ import main; from kmut_cli.render.bild import raster\n"
        "raster.AUFLOESUNG = 10; sys.exit(main(sys.argv[1:]))"
    )
    inhalte = []
    for saat, zone in (("0", "UTC"), ("4711", "Pacific/Auckland")):
        ziel = tmp_path / saat
        quellen = [f"examples/landkreis-musterland/{eine}.yaml" for eine in ("monitoring", "2026/migrationsbericht")]
        befehl = [sys.executable, "-c", skript, "render", *quellen, "--out", str(ziel)]
        umgebung = {**os.environ, "PYTHONHASHSEED": saat, "TZ": zone}
        formate = ["--format", "docx", "--format", "md"]
        subprocess.run([*befehl, *formate], cwd=ROOT, env=umgebung, check=True, capture_output=True)
        dateien = (datei for datei in sorted(ziel.rglob("*")) if datei.is_file())
        inhalte.append({str(datei.relative_to(ziel)): datei.read_bytes() for datei in dateien})
    assert {Path(datei).suffix for datei in inhalte[0]} == {".docx", ".md", ".svg"}
    assert inhalte[0] == inhalte[1]


SCHWIERIG = (
    "A & B <Test> 2025",
    "{{ x }} und {% raw %} und {_{ und ]]>",
    "„Anführung“, ‚halb‘, – Strich, … Auslassung",
    "Łukasz Żółć, Nguyễn Thị Hạnh, e\u0301 mit Akzent, 🎉 und 👩‍👩‍👧",
    "10\u00a0% und 5\u202f€",
    "Bürger*innen und Lehrer*innen, Schüler_innen, Kolleg:innen",
)


@pytest.mark.parametrize("text", SCHWIERIG)
@pytest.mark.parametrize(
    "stelle",
    [
        "aufgaben:\n  kmn: |\n    {}\n",
        "kommune:\n  name: '{}'\n",
        "aufgaben:\n  handlungskonzept:\n    ziele:\n      - ziel: '{}'\n",
    ],
    ids=["antwort", "kopf", "ziel"],
)
def test_text_arrives_in_word_character_for_character(text: str, stelle: str, tmp_path: Path) -> None:
    datei = tmp_path / "bericht.yaml"
    datei.write_text('dokument: taetigkeitsbericht\ngliederung: "2020"\n' + stelle.format(text), "utf-8")
    assert main(["render", str(datei)]) == 0
    assert text in "\n".join(Docx((tmp_path / "bericht.docx").read_bytes()).texts)


def test_a_long_answer_arrives_whole(tmp_path: Path) -> None:
    absaetze = [f"Absatz {nummer}: " + "Grüße aus dem Landkreis. " * 40 for nummer in range(60)]
    assert len("\n".join(absaetze).encode()) > 60_000
    datei = tmp_path / "bericht.yaml"
    text = "\n\n".join("    " + absatz.strip() for absatz in absaetze)
    datei.write_text(f'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n  kmn: |\n{text}\n', "utf-8")
    assert main(["render", str(datei)]) == 0
    texte = Docx((tmp_path / "bericht.docx").read_bytes()).texts
    assert [text for text in texte if text.startswith("Absatz ")] == [absatz.strip() for absatz in absaetze]


def test_open_questions_are_marked_in_a_draft_and_not_in_a_final_version(tmp_path: Path) -> None:
    for status, erwartet in (("entwurf", 43), ("final", 0)):
        datei = tmp_path / f"{status}.yaml"
        kopf = f'dokument: taetigkeitsbericht\ngliederung: "2020"\nstatus: {status}\n'
        datei.write_text(kopf + "kommune:\n  typ: landkreis\n", "utf-8")
        assert main(["render", str(datei), "--format", "docx", "--format", "md"]) == 0
        texte = Docx((tmp_path / f"{status}.docx").read_bytes()).texts
        assert sum("[offen]" in text for text in texte) == erwartet
        assert (tmp_path / f"{status}.md").read_text("utf-8").count("[offen]") == erwartet


def test_a_word_file_that_was_edited_is_not_overwritten_without_force(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    datei = tmp_path / "bericht.yaml"
    datei.write_text('dokument: taetigkeitsbericht\ngliederung: "2020"\n', "utf-8")
    word = tmp_path / "bericht.docx"
    assert main(["render", str(datei)]) == 0
    frisch = word.read_bytes()
    assert main(["render", str(datei)]) == 0, "what kmut wrote itself, it may write again"
    word.write_bytes(frisch + b"bearbeitet")
    assert main(["render", str(datei)]) == 1
    assert "KM505" in capsys.readouterr().out
    assert word.read_bytes() == frisch + b"bearbeitet"
    assert main(["render", str(datei), "--force"]) == 0
    assert word.read_bytes() == frisch


def test_a_foreign_markdown_file_is_not_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    datei = tmp_path / "bericht.yaml"
    datei.write_text('dokument: taetigkeitsbericht\ngliederung: "2020"\n', "utf-8")
    notizen = tmp_path / "bericht.md"
    notizen.write_text("# Meine Notizen\n", "utf-8")
    assert main(["render", str(datei), "--format", "md"]) == 1
    assert "KM505" in capsys.readouterr().out
    assert notizen.read_text("utf-8") == "# Meine Notizen\n"
    assert main(["render", str(datei), "--format", "md", "--force"]) == 0
    assert main(["render", str(datei), "--format", "md"]) == 0
