"""People type the answer where they read the question; none of it is taken for commands."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kmut_cli.cli.ausfuellen.tasten import HILFE
from tests.cli.fill.conftest import BERICHT, ENTER, ESC, Fuelle


@pytest.mark.parametrize("text", ["Fachdienst Migration", "Wohnungsnot und mehr", "q und z", "kurz"])
def test_die_antwort_gleich_getippt(fuelle: Fuelle, datei: Path, text: str) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von 3").tippe(text + ENTER)
    s.warte(f"Gespeichert: {text}").warte("Frage 2 von 3")
    assert datei.read_text("utf-8").endswith(f"erwartete_problemlagen: {text}\n")


def test_eingefuegter_text_und_esc(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von 3").tippe("\x1b[200~aus der Ablage\x1b[201~").warte("Antwort: ")
    s.warte("Ablage").tippe(ESC).warte("Frage 1 von 3")
    assert datei.read_text("utf-8") == BERICHT


def test_getipptes_ersetzt_eine_kurze_antwort_und_keine_lange(fuelle: Fuelle, datei: Path) -> None:
    fuelle("--section", "1.2", "--all").warte("Frage 1 von 2").tippe("Stab" + ENTER).warte("Gespeichert: Stab")
    assert "zuordnung: 'Stab'   # seit 2019\n" in datei.read_text("utf-8")
    lang = BERICHT.replace("'Fachbereich Soziales'   # seit 2019", "|\n      eins\n      zwei")
    fuelle("--section", "1.2", "--all", inhalt=lang).warte("Frage 1 von 2").tippe("Q").warte("Weiter mit")
    assert datei.read_text("utf-8") == lang


def test_ein_befehl_bleibt_ein_befehl(fuelle: Fuelle) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von 3").tippe("w").warte("Frage 2 von 3").tippe("z")
    s.warte("Frage 1 von 3").tippe("ww").warte("Frage 3 von 3").tippe("k" + ENTER).warte("Frage 3 von 3").tippe("q")
    assert s.ende() == 0


def test_datum_und_liste_gleich_getippt(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "2.1").warte("Frage 1 von 5").tippe("2023" + ENTER).warte("Gespeichert: 2023")
    s = fuelle("--section", "2.2").warte("Frage 1 von 11").tippe("w" * 8).warte("Frage 9 von 11")
    s.tippe("Wohnen" + ENTER).warte("Gespeichert: Wohnen").warte("Eintrag 2").tippe(ENTER).warte("[n] neuer Eintrag")
    s.tippe("leben" + ENTER).warte("Gespeichert: leben")
    assert datei.read_text("utf-8").endswith("    wichtigste_ziele:\n      - Wohnen\n      - leben\n")


def test_esc_im_ersten_eintrag_fuehrt_zur_frage(fuelle: Fuelle, datei: Path) -> None:
    fuelle("--section", "1.1").warte("Frage 1 von 1").tippe(ENTER).warte("Name").tippe(ESC).warte("Frage 1 von 1")
    assert datei.read_text("utf-8") == BERICHT


def test_die_hilfe_passt_auf_80_spalten() -> None:
    assert max(len(zeile) for zeile in HILFE.splitlines()) < 80


@pytest.mark.parametrize("text", ["Kreis", "Mein Text", "Alle", "Wenn noetig", "Zwei", "Quote"])
def test_ein_grosser_buchstabe_beginnt_einen_text_wie_langsam_er_auch_kommt(
    fuelle: Fuelle, datei: Path, text: str
) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von")
    for zeichen in text[:3]:
        s.tippe(zeichen)
        time.sleep(0.35)
    s.tippe(text[3:] + ENTER).warte(f"Gespeichert: {text}")


def test_ein_kleiner_buchstabe_beginnt_einen_text_wenn_der_naechste_folgt(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von")
    for zeichen in "wie":
        s.tippe(zeichen)
        time.sleep(0.1)
    s.tippe(" bisher" + ENTER).warte("Gespeichert: wie bisher")


def test_farben_im_eingefuegten_stuerzen_nicht(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "3.1").warte("Frage 1 von").tippe("\x1b[31m")
    s.tippe("Rot" + ENTER).warte("Gespeichert: Rot")
    assert "Traceback" not in s.seither
