"""README and handbook say what is true today: outputs, examples, commands, codes and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kmut_cli.__main__ import main as kmut
from kmut_cli.documents.laden import lade
from kmut_cli.findings.finding import Severity
from kmut_cli.rules.registry import catalogue
from kmut_cli.source.reader import read_source
from tools.update_docs import ROOT, UNTERBEFEHLE, seiten

HANDBUCH = ROOT / "docs" / "handbuch"
SEITEN = sorted([ROOT / "README.md", ROOT / "examples" / "README.md", *HANDBUCH.glob("*.md")])
# The page of all findings shows wrong YAML on purpose; its examples have a test of their own beside the rules.
MIT_YAML = [seite for seite in SEITEN if seite.name != "befunde.md"]
AUFFRISCHEN = "out of date; run: python3 tasks.py update"

_ABSCHNITT = re.compile(r"^[ \t]*```(?P<art>\w*)\n(?P<inhalt>.*?)^[ \t]*```$", re.MULTILINE | re.DOTALL)
_CODE = re.compile(r"\bKM\d{3}\b")
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<ziel>[^)\s]+)\)")
_UEBERSCHRIFT = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name(seite: Path) -> str:
    return seite.relative_to(ROOT).as_posix()


def bloecke(seite: Path, *arten: str) -> Iterator[str]:
    """The fenced blocks of some kinds; what a list item indents is set back."""
    for treffer in _ABSCHNITT.finditer(seite.read_text("utf-8")):
        if treffer["art"] in arten:
            zeilen = treffer["inhalt"].splitlines(keepends=True)
            rand = min((len(z) - len(z.lstrip(" ")) for z in zeilen if z.strip()), default=0)
            einzug = len(treffer[0]) - len(treffer[0].lstrip(" "))
            yield "".join(zeile[min(rand, einzug) :] if zeile.strip() else zeile for zeile in zeilen)


def prosa(seite: Path) -> str:
    return _ABSCHNITT.sub("", seite.read_text("utf-8"))


# --- What is derived ------------------------------------------------------------------------------------------------


def test_derived_pages_and_outputs_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    alt = [name(seite) for seite, text in seiten().items() if not seite.exists() or seite.read_text("utf-8") != text]
    assert not alt, f"{', '.join(alt)}: {AUFFRISCHEN}"


_SCHRITT = re.compile(
    r"<!-- (?:(?P<neu>datei: (?P<datei>\S+))|(?P<zeile>zeile (?P<nummer>\d+): (?P<ziel>\S+))"
    r"|lauf: (?P<befehl>kmut[^\n]+)) -->"
    r"\n\n```\w+\n(?P<inhalt>.*?)```\n",
    re.DOTALL,
)


def test_first_steps_work_as_told(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """Follows the page: writes files, changes lines, runs commands; `--update-golden` takes the outputs over."""
    seite = HANDBUCH / "erste-schritte.md"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    befehle = []

    def schritt(treffer: re.Match[str]) -> str:
        if treffer["neu"]:
            Path(treffer["datei"]).write_text(treffer["inhalt"], "utf-8", newline="\n")
        elif treffer["zeile"]:
            ziel = Path(treffer["ziel"])
            zeilen = ziel.read_text("utf-8").splitlines(keepends=True)
            schluessel = treffer["inhalt"].partition(":")[0]
            assert zeilen[int(treffer["nummer"]) - 1].startswith(f"{schluessel}:"), f"{ziel}: wrong line {treffer[0]}"
            zeilen[int(treffer["nummer"]) - 1] = treffer["inhalt"]
            ziel.write_text("".join(zeilen), "utf-8", newline="\n")
        else:
            befehle.append(treffer["befehl"])
            kmut(treffer["befehl"].split()[1:])
            ausgabe = capsys.readouterr().out.rstrip()
            return f"<!-- lauf: {treffer['befehl']} -->\n\n```console\n$ {treffer['befehl']}\n{ausgabe}\n```\n"
        return treffer[0]

    vorher = seite.read_text("utf-8")
    nachher = _SCHRITT.sub(schritt, vorher)
    assert {"kmut validate", "kmut check", "kmut render"} <= set(befehle)
    assert Path("antrag.docx").exists()
    if request.config.getoption("--update-golden"):
        seite.write_text(nachher, "utf-8", newline="\n")
    else:
        assert vorher == nachher, f"{name(seite)}: {AUFFRISCHEN}"


# --- What is shown --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seite", MIT_YAML, ids=name)
def test_yaml_examples_are_right(seite: Path) -> None:
    gewollt = [treffer["inhalt"] for treffer in _SCHRITT.finditer(seite.read_text("utf-8")) if treffer["neu"]]
    for text in bloecke(seite, "yaml"):
        if text in gewollt:  # the walk-through shows a mistake, and its own test mends it
            continue
        source = read_source(name(seite), text.encode())
        ganz = re.search("^dokument:", text, re.MULTILINE) is not None
        findings = lade(source).findings if ganz else source.findings
        fehler = [f"{f.code} {f.message}" for f in findings if f.severity is not Severity.INFO and f.code != "KM104"]
        assert not fehler, f"{name(seite)}: {fehler} in\n{text}"


@pytest.mark.parametrize("seite", [seite for seite in MIT_YAML if seite.parent == HANDBUCH], ids=name)
def test_fragments_use_known_keys(seite: Path) -> None:
    """A fragment that begins with a key of a document is one, but for its head."""
    for text in bloecke(seite, "yaml"):
        daten = read_source("fragment", text.encode()).data
        if not isinstance(daten, dict) or "dokument" in daten:
            continue
        for kopf, kennzeichen in KOEPFE.items():
            if daten.keys() & kennzeichen:
                findings = lade(read_source("fragment", (kopf + text).encode())).findings
                assert not findings, f"{name(seite)}: {[f.message for f in findings]} in\n{text}"


KOEPFE = {
    'dokument: taetigkeitsbericht\ngliederung: "2020"\n': {"organisation", "aufgaben", "problemfelder_und_ausblick"},
    'dokument: projektbeschreibung\ngliederung: "2026"\n': {"bestandsaufnahme", "handlungskonzept", "weitere_aufgaben"},
}


# --- What is named --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seite", SEITEN, ids=name)
def test_links_lead_somewhere(seite: Path) -> None:
    for treffer in _LINK.finditer(prosa(seite)):
        ziel, _, anker = treffer["ziel"].partition("#")
        if re.match("[a-z]+:", ziel):
            continue
        datei = (seite.parent / ziel).resolve() if ziel else seite
        assert datei.exists(), f"{name(seite)}: {treffer[0]}"
        if anker:
            anker_dort = {_anker(titel) for titel in _UEBERSCHRIFT.findall(datei.read_text("utf-8"))}
            assert anker in anker_dort, f"{name(seite)}: {treffer[0]}"


def _anker(titel: str) -> str:
    """How GitHub and GitLab name a heading."""
    return re.sub(r"[^\w\- ]", "", titel.lower()).replace(" ", "-")


@pytest.mark.parametrize("seite", SEITEN, ids=name)
def test_codes_exist(seite: Path) -> None:
    unbekannt = set(_CODE.findall(seite.read_text("utf-8"))) - catalogue().keys()
    assert not unbekannt, f"{name(seite)}: {sorted(unbekannt)}"


_INLINE = re.compile(r"`(kmut [^`\n]+)`")
_ZEILE = re.compile(r"^\s*(?:\$ |- run: |entry: |- )?(kmut .+)$", re.MULTILINE)


def befehlszeilen(seite: Path) -> set[str]:
    """Every command that a page names: in the text, and line by line in blocks."""
    zeilen = set(_INLINE.findall(prosa(seite)))
    for text in bloecke(seite, "", "text", "console", "yaml"):
        zeilen |= set(_ZEILE.findall(text))
    return {re.split(r"\s+(?:#|>|\|)\s*", zeile)[0] for zeile in zeilen}


@pytest.mark.parametrize("seite", SEITEN, ids=name)
def test_commands_and_options_exist(seite: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for zeile in befehlszeilen(seite):
        worte = zeile.split()[1:]
        befehl = [wort for wort in worte[:2] if re.fullmatch("[a-z]+", wort)]
        befehl = [] if worte[0].startswith("-") else befehl if worte[0] in UNTERBEFEHLE else befehl[:1]
        assert kmut([*befehl, "--help"]) == 0, f"{name(seite)}: {zeile}"
        hilfe = capsys.readouterr().out
        for option in (wort.partition("=")[0] for wort in worte if wort.startswith("--")):
            assert re.search(rf"(?<!\S){re.escape(option)}(?![\w-])", hilfe), f"{name(seite)}: {zeile} ({option})"


def test_handbook_lists_all_its_pages() -> None:
    verlinkt = {treffer["ziel"] for treffer in _LINK.finditer((HANDBUCH / "README.md").read_text("utf-8"))}
    assert {seite.name for seite in HANDBUCH.glob("*.md")} - {"README.md"} <= verlinkt
