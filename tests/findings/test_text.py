from __future__ import annotations

import re

import pytest

from kmut_cli.findings.display import cell_len, one_line, visible
from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.report import Report
from kmut_cli.findings.text import format_finding, format_text, summary

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def found(path: str = "a.yaml", severity: Severity = Severity.ERROR, **more) -> Finding:
    return Finding(**{"code": "KM201", "severity": severity, "path": path, "message": "Falsch."} | more)


def reported(*findings: Finding, paths: tuple[str, ...] = ("a.yaml",)) -> Report:
    return Report(findings=findings, paths=paths, tool_version="0.1.0")


def caret_line(finding: Finding, **options) -> str:
    return format_finding(finding, **options).split("\n")[2].split("| ", 1)[1].removesuffix(" Fehler")


def source_line(finding: Finding, **options) -> str:
    return format_finding(finding, **options).split("\n")[1].split("|", 1)[1].removeprefix(" ")


def test_whole_output(report: Report, clean: Report, golden) -> None:
    golden("text.txt", format_text(report) + "\n=====\n\n" + format_text(clean))


def test_color_adds_nothing_but_color(report: Report) -> None:
    colored = format_text(report, color=True)
    assert ANSI.search(colored)
    assert ANSI.sub("", colored) == format_text(report)


def test_order_is_by_file_then_place() -> None:
    later = found(line=10, column=1, end_column=2, source_line="x")
    earlier = found(line=9, column=7, end_column=8, source_line="0123456789")
    other = found(path="Z.yaml")
    assert reported(later, earlier, other).findings == (other, earlier, later)


@pytest.mark.parametrize(
    ("findings", "paths", "line"),
    [
        ([], (), "Keine Dateien geprüft."),
        ([], ("a",), "In Ordnung: 1 Datei geprüft, keine Befunde."),
        ([], ("a", "b", "a"), "In Ordnung: 2 Dateien geprüft, keine Befunde."),
        ([found("a")], ("a",), "1 Fehler in 1 Datei"),
        ([found("a"), found("b"), found("b", Severity.WARNING)], ("a", "b"), "2 Fehler, 1 Warnung in 2 Dateien"),
        ([found("a", Severity.WARNING)] * 2, ("a", "b"), "Keine Fehler, 2 Warnungen in 1 von 2 Dateien"),
        ([found("a", Severity.INFO)], ("a", "b", "c"), "Keine Fehler, 1 Hinweis in 1 von 3 Dateien"),
        ([found("a"), found("a", Severity.INFO), found("a", Severity.INFO)], (), "1 Fehler, 2 Hinweise in 1 Datei"),
    ],
)
def test_summary(findings: list[Finding], paths: tuple[str, ...], line: str) -> None:
    assert summary(reported(*findings, paths=paths)) == line


@pytest.mark.parametrize(
    ("line", "column", "end_column", "carets"),
    [
        ("themn: ja", 1, 6, "^^^^^"),
        ("a: jein", 4, 8, "   ^^^^"),
        ("a:", 3, 4, "  ^"),
        ("a:", 99, 100, "  ^"),
        ("", 1, 2, "^"),
        ("日本: x", 5, 6, "      ^"),
        ("🙂 x", 1, 2, "^^"),
        ("e\u0301e\u0301: x", 7, 8, "    ^"),
        ("\tx", 2, 3, "    ^"),
        ("a\x1bb", 3, 4, "  ^"),
        ("a\x9bb", 3, 4, "     ^"),
    ],
)
def test_carets_stand_under_the_place(line: str, column: int, end_column: int, carets: str) -> None:
    assert caret_line(found(line=1, column=column, end_column=end_column, source_line=line)) == carets


@pytest.mark.parametrize("before", [0, 1, 5, 30, 99, 100, 101, 5000])
@pytest.mark.parametrize("after", [0, 1, 30, 100, 5000])
@pytest.mark.parametrize("filler", ["a", "日", "\t"])
def test_a_long_line_is_cut_around_the_place(before: int, after: int, filler: str) -> None:
    line = filler * before + "HIER" + filler * after
    finding = found(line=7, column=before + 1, end_column=before + 5, source_line=line)
    shown, carets = source_line(finding, width=60), caret_line(finding, width=60)
    assert cell_len(shown) <= 60
    left, right = shown.split("HIER")
    assert carets == " " * cell_len(left) + "^^^^"
    # What stands on either side is what stood there, up to an ellipsis.
    left_full, right_full = (visible_filler(filler, count) for count in (before, after))
    assert left == left_full or (left[0] == "…" and left_full.endswith(left[1:]))
    assert right == right_full.rstrip() or (right[-1] == "…" and right_full.startswith(right[:-1]))


def visible_filler(filler: str, count: int) -> str:
    return filler.replace("\t", "→   ") * count


def test_a_mark_wider_than_the_frame_is_cut() -> None:
    finding = found(line=1, column=1, end_column=501, source_line="x" * 500)
    assert source_line(finding, width=40).endswith("x…")
    assert caret_line(finding, width=40) == "^" * (len(source_line(finding, width=40)) - 1)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("Łukasz Żółć", 11),
        ("a\u0308", 1),
        ("日本", 4),
        ("🙂", 2),
        ("👍🏽", 2),
        ("👩\u200d🚒", 2),
        ("🏃\u200d♂\ufe0fx", 3),
        ("❤\ufe0f", 2),
        ("🇩🇪", 2),
        ("\u1112\u1161\u11ab", 2),
        ("…", 1),
    ],
)
def test_width_in_terminal_columns(text: str, cells: int) -> None:
    assert cell_len(text) == cells


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Grüße, 日本 👩\u200d🚒", "Grüße, 日本 👩\u200d🚒"),
        ("\x1b[2J", "␛[2J"),
        ("a\nb\tc\x00", "a␊b␉c␀"),
        ("\x7f", "␡"),
        ("\x9b", r"\x9b"),
        ("zu\u200bletzt", r"zu\u200bletzt"),
        ("\u202egnp.exe", r"\u202egnp.exe"),
        ("M\udcfcller", r"M\xfcller"),
        ("\ud800", r"\ud800"),
    ],
)
def test_harmful_and_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_line_breaks_become_spaces() -> None:
    assert one_line("a\nb\r\nc\u2028d") == "a b c d"
