"""Files as they come out of real editing accidents: whatever happens to them, they are told about and never thrown."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kmut_cli.documents.laden import lade
from kmut_cli.findings.text import format_finding
from kmut_cli.source.reader import read_source
from tests.documents.hilfen import alles, pruefe

BEISPIELE = Path(__file__).parents[2] / "examples"
DATEIEN = [
    pfad.read_text("utf-8")
    for pfad in sorted(BEISPIELE.rglob("*.yaml"))
    if pfad.parent.name != "fehlerhaft" and pfad.name != "kmut.yaml"
]
STUECKE = [
    "", " ", "  ", "-", "- ", ":", ": ", "|", ">", "{", "}", "[", "]", "#", "'", '"', "~", "ja", "nein", "entfaellt:",
    "{entfaellt: x}", "{antwort: ja}", "&a ", "*a", "!!str ", "---", "...", "? ", "<<: ", "%", "@", "`", "\t",
    "2023-02-30", "75.000", "03357", "\u00a0", "\u200b", "ä", "🇩🇪", "x" * 200,
]  # fmt: skip

NAMEN = [
    "organisation", "aufgaben", "kmn", "themen", "ziele", "ziel", "massnahmen", "antwort", "erlaeuterung", "entfaellt",
    "bestandsaufnahme", "handlungskonzept", "kommune", "name", "ags", "sonstiges", "bereiche", "=wert", "dokument", "",
]  # fmt: skip


@st.composite
def verfaelscht(draw: st.DrawFn) -> str:
    """An example after a few accidents: lines lost, doubled, moved, indented otherwise, pieces typed in or deleted."""
    zeilen = draw(st.sampled_from(DATEIEN)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        nummer = draw(st.integers(0, len(zeilen) - 1))
        zeile = zeilen[nummer]
        stelle = draw(st.integers(0, len(zeile)))
        match draw(st.sampled_from(["weg", "doppelt", "tausch", "einzug", "stueck", "rest", "wert"])):
            case "weg" if len(zeilen) > 1:
                del zeilen[nummer]
            case "doppelt":
                zeilen.insert(nummer, zeile)
            case "tausch":
                anderswo = draw(st.integers(0, len(zeilen) - 1))
                zeilen[nummer], zeilen[anderswo] = zeilen[anderswo], zeile
            case "einzug":
                zeilen[nummer] = " " * draw(st.integers(0, 8)) + zeile.lstrip()
            case "stueck":
                zeilen[nummer] = zeile[:stelle] + draw(st.sampled_from(STUECKE)) + zeile[stelle:]
            case "rest":
                zeilen[nummer] = zeile[:stelle]
            case "wert":
                zeilen[nummer] = zeile.split(":")[0] + ": " + draw(st.sampled_from(STUECKE))
    return "\n".join(zeilen)


@settings(max_examples=80, deadline=None)
@given(verfaelscht())
def test_verfaelschte_beispiele(text: str) -> None:
    geladen, findings = alles(text)
    pruefe(text, [finding for finding in findings if finding.line])
    assert geladen.dokument is not None or findings
    for finding in findings:
        assert format_finding(finding)
        if finding.code == "KM210":
            hier = geladen.source.data
            assert finding.location
            assert finding.source_line[finding.column - 1 : finding.end_column - 1].strip("\"'")
            assert hier is not None


@settings(max_examples=60, deadline=None)
@given(
    st.recursive(
        st.sampled_from(STUECKE) | st.none(),
        lambda kinder: st.lists(kinder, max_size=3) | st.dictionaries(st.sampled_from(NAMEN), kinder, max_size=4),
        max_leaves=12,
    ),
    st.sampled_from([("taetigkeitsbericht", "2020"), ("projektbeschreibung", "2026")]),
)
def test_beliebige_daten(daten: object, kopf: tuple[str, str]) -> None:
    """Plain data of any shape under every key of the document: read, counted, and told of."""
    art, ausgabe = kopf
    for name in ("organisation", "aufgaben", "handlungskonzept", "kommune", "status"):
        text = json.dumps({"dokument": art, "gliederung": ausgabe, name: daten}, ensure_ascii=False)
        geladen, findings = alles(text)
        pruefe(text, findings)
        assert geladen.dokument is not None or findings


@given(st.binary(max_size=200))
def test_beliebige_bytes(inhalt: bytes) -> None:
    geladen = lade(read_source("x.yaml", inhalt))
    assert geladen.dokument is not None or geladen.findings
