"""Killed at random moments: what was acknowledged is in the file, which always reads, and no other byte has changed."""

from __future__ import annotations

import os
import random
import re
import signal
import time
from pathlib import Path

from kmut_cli.source.reader import read_source
from tests.cli.fill.conftest import ENTER, Sitzung

# `tasks.py` sets 200; without, the tests stay short.
ABSCHUESSE = int(os.environ.get("KMUT_KILLS", "20"))
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


def test_abgeschossen_an_zufaelligen_stellen(tmp_path: Path) -> None:
    zufall = random.Random(20260101)
    datei = tmp_path / "bericht.yaml"
    antworten = ["Beginn0", "Beginn1", "Beginn2"]
    datei.write_bytes(inhalt(antworten))
    bestaetigt = mitten_drin = 0
    for lauf in range(ABSCHUESSE):
        neu = [f"Lauf{lauf}Nr{nummer}" for nummer in range(3)]
        s = Sitzung("bericht.yaml", "--all", "--section", "2.3", cwd=tmp_path)
        s.warte("Frage 1 von 3").tippe("".join(f"k\x15{antwort}{ENTER}" for antwort in neu))
        if bis := zufall.randrange(4):
            s.warte(f"Gespeichert: Lauf{lauf}Nr{bis - 1}")
        time.sleep(zufall.random() * 0.06)
        s.sende(signal.SIGKILL)
        mitten_drin += s.ende() == -signal.SIGKILL
        quittiert = {int(nummer) for nummer in re.findall(rf"Gespeichert: Lauf{lauf}Nr(\d)", s.seither)}
        os.close(s.fd)
        danach = gelesen(datei)
        for nummer in range(3):
            erlaubt = {neu[nummer]} if nummer in quittiert else {neu[nummer], antworten[nummer]}
            assert danach[nummer] in erlaubt, (lauf, nummer, danach)
        assert datei.read_bytes() == inhalt(danach), lauf
        bestaetigt += len(quittiert)
        antworten = danach
    assert bestaetigt >= ABSCHUESSE, "im Mittel quittiert ein Lauf mehr als eine Antwort"
    assert mitten_drin >= ABSCHUESSE // 2, "die meisten Läufe enden durch den Abschuss"
