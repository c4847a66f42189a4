"""Killed while it writes: what was acknowledged is in the file, which always reads, and no other byte has changed."""

from __future__ import annotations

import os
import random
import re
import signal
import time
from pathlib import Path

import pytest

from kmut_cli.source.reader import read_source
from tests.cli.fill.conftest import ENTER, Sitzung

# `tasks.py` sets 40; without, the tests stay short.
ABSCHUESSE = int(os.environ.get("KMUT_KILLS", "20"))
REIHEN = 4
"""Series that run beside each other where tests do."""
FRAGEN = ("optimierungsansaetze", "beispiele", "probleme")
VORLAGE = (
    "\ufeff# Bericht; die Umlaute äöü bleiben\r\ndokument: taetigkeitsbericht\r\ngliederung: '2020'\r\n"
    "berichtsjahr:   2025  # Jahr\r\nkommune: {typ:  region}\r\n\r\naufgaben:\r\n    buendelung:   # 2.3\r\n"
    "        # zuerst\r\n        optimierungsansaetze: {0}\r\n\r\n        beispiele:    {1}   # dazu\r\n"
    "        probleme: {2}\r\n# Ende\r\n"
)


def inhalt(antworten: list[str]) -> bytes:
    """Give the file with these answers, byte for byte."""
    text = VORLAGE
    for nummer, antwort in enumerate(antworten):
        text = text.replace(f"{{{nummer}}}", antwort)
    return text.encode()


def gelesen(datei: Path) -> list[str]:
    """Give the answers in the file, which must be readable without a finding."""
    source = read_source("bericht.yaml", datei.read_bytes())
    assert not source.findings
    return [source.data["aufgaben"]["buendelung"][name] for name in FRAGEN]


@pytest.mark.parametrize("reihe", range(REIHEN))
def test_abgeschossen_beim_schreiben(tmp_path: Path, reihe: int) -> None:
    """A question follows the last answer, so that the program still runs whenever it is killed.

    How long writing takes differs by machine: the pause before the kill begins with what the first answer needed. It
    grows when the kill came too early and shrinks when it came too late, and so stays around the moment of writing.
    """
    zufall = random.Random(20260101 + reihe)
    datei = tmp_path / "bericht.yaml"
    antworten = ["Beginn0", "Beginn1", "Beginn2"]
    datei.write_bytes(inhalt(antworten))
    pause, vorher, nachher = 0.0, 0, 0
    for lauf in range(ABSCHUESSE // REIHEN):
        neu = [f"Lauf{lauf}Nr{nummer}" for nummer in range(3)]
        letzte = zufall.randrange(1, 3) if not lauf else zufall.randrange(3)
        s = Sitzung("bericht.yaml", "--all", "--section", "2.3,2.4", cwd=tmp_path).warte("Frage 1 von 6")
        for antwort in neu[:letzte]:
            beginn = time.monotonic()
            s.tippe(f"k\x15{antwort}{ENTER}").warte(f"Gespeichert: {antwort}")
            pause = pause or time.monotonic() - beginn
        s.tippe(f"k\x15{neu[letzte]}{ENTER}")
        time.sleep(pause * 2 * zufall.random())
        s.sende(signal.SIGKILL)
        assert s.ende() == -signal.SIGKILL
        quittiert = {*range(letzte)} | {
            int(nummer) for nummer in re.findall(rf"Gespeichert: Lauf{lauf}Nr(\d)", s.seither)
        }
        os.close(s.fd)
        danach = gelesen(datei)
        for nummer in range(3):
            moeglich = {neu[nummer]} if nummer in quittiert else {antworten[nummer]}
            moeglich |= {neu[nummer]} if nummer == letzte else set()
            assert danach[nummer] in moeglich, (lauf, nummer, danach)
        assert datei.read_bytes() == inhalt(danach), lauf
        geschrieben = danach[letzte] == neu[letzte]
        nachher, vorher = nachher + geschrieben, vorher + (not geschrieben)
        pause *= 0.8 if geschrieben else 1.25
        antworten = danach
    if ABSCHUESSE // REIHEN >= 50:  # of a few, all may come on one side
        assert vorher, "mancher Abschuss kommt vor dem Schreiben"
        assert nachher, "mancher Abschuss kommt danach"
