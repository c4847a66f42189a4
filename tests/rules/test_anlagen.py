"""KM303, KM409, KM410, KM411: attachments."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kmut_cli.rules.hilfen.anlagenweg import Art
from kmut_cli.rules.hilfen.anlagenweg import suche as wohin

KONZEPT = "aufgaben:\n  handlungskonzept:\n"
CODES = ("KM409", "KM410", "KM411")


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    """A year's folder below a root, with files good and bad in both."""
    jahr = tmp_path / "kreis" / "2024"
    (jahr / "anlagen").mkdir(parents=True)
    (jahr / "anlagen" / "konzept.pdf").write_bytes(b"%PDF")
    (jahr / "anlagen" / "leer.pdf").write_bytes(b"")
    (jahr / "anlagen" / unicodedata.normalize("NFD", "übersicht.pdf")).write_bytes(b"%PDF")
    (tmp_path / "kreis" / "gemeinsam.pdf").write_bytes(b"%PDF")
    (tmp_path / "fremd.pdf").write_bytes(b"%PDF")
    return jahr


def suche(bericht, ordner: Path, weg: str, final: bool = False):
    text = f"{KONZEPT}    anlage: {weg}\n"
    return bericht(text, *CODES, final=final, ordner=ordner, wurzel=ordner.parent)


@pytest.mark.parametrize(
    "weg",
    [
        "anlagen/konzept.pdf",
        "./anlagen/konzept.pdf",
        "anlagen/../anlagen/konzept.pdf",
        "../gemeinsam.pdf",
        "|\n      anlagen/konzept.pdf\n",
        "anlagen/übersicht.pdf",
        '""',
    ],
)
def test_a_file_within_the_root_is_fine(bericht, ordner: Path, weg: str) -> None:
    assert suche(bericht, ordner, weg) == []


@pytest.mark.parametrize(
    ("weg", "code", "hilfe"),
    [
        ("anlagen/Konzept.PDF", "KM409", "Meinten Sie „anlagen/konzept.pdf“?"),
        ("Anlagen/konzept.pdf", "KM409", "Meinten Sie „anlagen/konzept.pdf“?"),
        ("anlagen/konzept", "KM409", "Meinten Sie „anlagen/konzept.pdf“?"),
        ("../gemeinsan.pdf", "KM409", "Meinten Sie „../gemeinsam.pdf“?"),
        ("ganz/woanders.pdf", "KM409", "beginnt im Ordner dieser Datei"),
        ("anlagen/konzept.pdf/teil", "KM409", ""),
        ('"anlagen/kon\\0zept.pdf"', "KM409", ""),
        ("a" * 5000, "KM409", ""),
        ("anlagen/leer.pdf", "KM410", ""),
        ("anlagen", "KM411", "Nennen Sie die Datei selbst"),
        (".", "KM411", ""),
        ("../../fremd.pdf", "KM411", ""),
        ("../../kreis/../fremd.pdf", "KM411", ""),
        ("/etc/passwd", "KM411", ""),
        ("~/konzept.pdf", "KM411", ""),
        ("H:\\Konzepte\\konzept.pdf", "KM411", ""),
        ("C:/konzept.pdf", "KM411", ""),
        ("\\\\server\\freigabe\\konzept.pdf", "KM411", ""),
        ("anlagen\\konzept.pdf", "KM411", "anlagen/konzept.pdf"),
        ("https://www.landkreis.example/konzept.pdf", "KM411", ""),
        ("file:///home/konzept.pdf", "KM411", ""),
    ],
)
def test_what_is_no_file_of_the_folder(bericht, ordner: Path, weg: str, code: str, hilfe: str) -> None:
    (finding,) = suche(bericht, ordner, weg)
    assert finding.code == code
    assert finding.severity == ("error" if code == "KM411" else "warning")
    assert hilfe in finding.help
    assert [eins.severity for eins in suche(bericht, ordner, weg, final=True)] == ["error"]


def test_links_may_point_within_the_root_only(bericht, ordner: Path) -> None:
    (ordner / "drin.pdf").symlink_to(ordner.parent / "gemeinsam.pdf")
    (ordner / "draussen.pdf").symlink_to(ordner.parent.parent / "fremd.pdf")
    (ordner / "ordner").symlink_to(ordner.parent.parent)
    (ordner / "kreis.pdf").symlink_to(ordner / "kreis.pdf")
    assert suche(bericht, ordner, "drin.pdf") == []
    assert [eins.code for eins in suche(bericht, ordner, "draussen.pdf")] == ["KM411"]
    assert [eins.code for eins in suche(bericht, ordner, "ordner/fremd.pdf")] == ["KM411"]
    assert [eins.code for eins in suche(bericht, ordner, "kreis.pdf")] == ["KM409"]


def test_names_outside_are_not_offered(bericht, ordner: Path) -> None:
    (ordner / "ordner").symlink_to(ordner.parent.parent)
    assert "fremd" not in "".join(eins.help for eins in suche(bericht, ordner, "ordne/fremd.pdf"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_not_opened(bericht, ordner: Path) -> None:
    os.mkfifo(ordner / "rohr.pdf")
    assert [eins.code for eins in suche(bericht, ordner, "rohr.pdf")] == ["KM411"]


def test_without_a_folder_nothing_is_said(bericht) -> None:
    assert bericht(f"{KONZEPT}    anlage: /etc/passwd\n", *CODES) == []


def test_without_a_root_the_folder_is_the_limit(bericht, ordner: Path) -> None:
    text = f"{KONZEPT}    anlage: ../gemeinsam.pdf\n"
    assert [eins.code for eins in bericht(text, *CODES, ordner=ordner)] == ["KM411"]


TEILE = st.sampled_from(
    ["anlagen", "konzept.pdf", "..", "/", ".", "\\", "\0", "~", "C:", "ü", "//", " ", "fremd.pdf", "\ud800"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(weg=st.one_of(st.text(max_size=30), st.lists(TEILE, max_size=8).map("".join)))
def test_any_way_ends_within_the_root_or_with_a_reason(ordner: Path, weg: str) -> None:
    ergebnis = wohin(weg, ordner, ordner.parent)
    if ergebnis.art in (Art.DATEI, Art.LEER):
        assert (ordner / weg).resolve().is_relative_to(ordner.parent.resolve())
    if ergebnis.gemeint is not None:
        assert ergebnis.gemeint != weg


@pytest.mark.parametrize(
    ("text", "final", "erwartet"),
    [
        ("", False, ["info"]),
        ("", True, ["warning"]),
        (KONZEPT + "    anlage:\n", True, ["warning"]),
        (KONZEPT + '    anlage: " "\n', True, ["warning"]),
        (KONZEPT + "    anlage: konzept.pdf\n", True, []),
        (KONZEPT + "    anlage: [konzept.pdf]\n", True, []),
        (KONZEPT + '    erstellt: {entfaellt: "in Arbeit"}\n', True, []),
        (KONZEPT + '    hindernisse: {entfaellt: "keine"}\n', True, ["warning"]),
    ],
)
def test_attachment_that_is_not_named(bericht, text: str, final: bool, erwartet: list[str]) -> None:
    assert [str(finding.severity) for finding in bericht(text, "KM303", final=final)] == erwartet


def test_the_form_has_no_attachment(form) -> None:
    assert form("", "KM303", *CODES) == []
