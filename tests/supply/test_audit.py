"""`tasks.py audit`: a 0 means that every package was looked up and nothing is known, and nothing else does."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tools import audit

GUT = {"name": "click", "version": "8.5.1", "vulns": []}
LUECKE = {"id": "PYSEC-1", "fix_versions": ["8.5.2"], "aliases": ["CVE-2099-1"]}
UNBEKANNT = {"name": "typer", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("gefunden", "status", "zeile"),
    [
        ([GUT, GUT], 0, "Keine bekannte Sicherheitslücke in 1 Paketen.\n"),
        ([GUT, {**GUT, "name": "x", "vulns": [LUECKE]}], 1, "x 8.5.1: PYSEC-1, CVE-2099-1; behoben in 8.5.2\nWeiter"),
        ([GUT, UNBEKANNT], 2, "Nicht geprüft: Der Dienst für Sicherheitslücken kennt 1 von 2 Paketen nicht"),
        ([{**GUT, "vulns": [LUECKE]}, UNBEKANNT], 1, "click 8.5.1: PYSEC-1"),
        ([], 2, ""),
    ],
)
def test_ergebnis(capsys: pytest.CaptureFixture[str], gefunden: list[dict[str, Any]], status: int, zeile: str) -> None:
    assert audit.report(gefunden) == status
    assert capsys.readouterr().out.startswith(zeile)


@pytest.mark.parametrize(
    ("gesagt", "zeile"),
    [
        ("Traceback …\nrequests.exceptions.ConnectionError: Failed to resolve", "nicht zu erreichen. Fehlt die"),
        ("usage: …\npip-audit: error: unrecognized arguments: --x\n", "gescheitert: pip-audit: error: unrecognized"),
        ("", "ohne Meldung gescheitert"),
    ],
)
def test_ohne_ergebnis_ist_nichts_geprueft(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, gesagt: str, zeile: str
) -> None:
    """As when pip-audit ends without writing: out of reach, called wrongly."""

    def ohne(befehl: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(befehl, 1, "", gesagt)

    monkeypatch.setattr(audit.subprocess, "run", ohne)
    assert audit.main([]) == 2
    assert zeile in capsys.readouterr().out


def test_jede_ausgabe_wird_nachgeschlagen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each list that pip-audit gets has a package once, without a marker that would leave it out here."""
    listen = audit.locked()
    for liste in listen:
        namen = [zeile.split("==")[0] for zeile in liste.splitlines()]
        assert len(set(namen)) == len(namen)
        assert ";" not in liste
    alles = json.dumps(listen)
    assert "colorama==" in alles
    monkeypatch.setattr(audit, "look_up", lambda liste, extra: [GUT] * len(liste.splitlines()))
    assert audit.main([]) == 0
