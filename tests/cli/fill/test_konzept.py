"""The deepest answer there is, typed in: field of action → challenge → goal → measure."""

from __future__ import annotations

from pathlib import Path

from tests.cli.fill.conftest import AB, ENTER, ESC, Fuelle
from tests.cli.fill.test_formen import neu

KONZEPT = "dokument: handlungskonzept\nstatus: entwurf\nstand: 2026-03\n"


def test_massnahme_mit_zwei_jahren_in_der_vierten_ebene(fuelle: Fuelle, datei: Path) -> None:
    s = fuelle("--section", "9", inhalt=KONZEPT).warte("Frage 1 von 1").tippe("a").warte("Eintrag 1")
    s.warte("Handlungsfeld (nötig): ").tippe("Ankommen" + ENTER).warte("Gespeichert").warte("Leertaste").tippe(ENTER)
    s.warte("Herausforderungen (Liste, freiwillig)").tippe("n").warte("Herausforderung (Was").tippe(ENTER)
    s.warte("Ziele (Liste, freiwillig)").tippe("n").warte("Nr. (").tippe(ENTER)
    s.warte("Ziel (nötig): ").tippe("Kurse für alle" + ENTER).warte("Gespeichert")
    s.warte("Besonders wichtig").tippe(ENTER).warte("Erreicht").tippe(AB * 2 + ENTER).warte("Gespeichert: teilweise")
    s.warte("Indikatoren (Liste, freiwillig)").tippe(ENTER).warte("Maßnahmen (Liste, freiwillig)").tippe("n")
    s.warte("Maßnahme (nötig): ").tippe("Kursplanung" + ENTER).warte("Gespeichert")
    s.warte("Zuständigkeit (Liste, freiwillig)").tippe("n").warte("Eintrag 1").tippe("VHS" + ENTER)
    s.warte("Eintrag 2").tippe(ENTER).warte("fertig").tippe("f")
    s.warte("Beginn (Liste, freiwillig)").tippe("n").warte("Eintrag 1").tippe("bald" + ENTER).warte(
        "erwartet ein Datum"
    )
    s.tippe("\x15" + "2026-05" + ENTER).warte("Eintrag 2").tippe("2028" + ENTER).warte("Eintrag 3").tippe(ENTER)
    s.warte("fertig").tippe("f").warte("Ende").tippe(ESC)
    assert neu(datei, KONZEPT) == [
        "handlungsfelder:",
        "  - handlungsfeld: Ankommen",
        "    herausforderungen:",
        "      - ziele:",
        "          - ziel: Kurse für alle",
        "            erreicht: teilweise",
        "            massnahmen:",
        "              - massnahme: Kursplanung",
        "                zustaendig:",
        "                  - VHS",
        "                beginn:",
        "                  - 2026-05",
        "                  - 2028",
    ]
