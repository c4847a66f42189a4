"""The inventory: its areas are those of both outlines, and the report's section 2.1 is made of it."""

from __future__ import annotations

from typing import Any

import pytest

from kmut_cli.documents.antworten import Entfaellt, Erlaeutert
from kmut_cli.documents.bestand.bereiche import Bereich, amtliche_bereiche, belegt
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.documents.projektbeschreibung_2026 import Bereich as BereichDesAntrags
from kmut_cli.documents.taetigkeitsbericht_2020 import Themen
from kmut_cli.documents.umfeld import Quelldatei, Umfeld
from kmut_cli.source.reader import read_source

BESTAND = """\
dokument: bestandsaufnahme
vorgenommen: 2023-05
fortgeschrieben: {entfaellt: erst im nächsten Jahr}
angebote:
  - {angebot: Kurs, anbieter: VHS, bereiche: [bildung_und_qualifikation], sprachniveau: b1}
  - {angebot: Treff, anbieter: Verein, bereiche: [soziales, {sonstiges: Freizeit}], sprachniveau: [a1, a2]}
datenquellen:
  - {name: Register, stelle: Gemeinden, bereiche: [erwerbstaetigkeit_und_arbeitsmarkt], stand: 2025-12-31}
  - {name: Mieten, stelle: Landkreis, bereiche: [{sonstiges: Wohnen}, {sonstiges: Mieten}], stand: 2026}
  - {name: Einbürgerung, bereiche: [{sonstiges: Recht}]}
bereiche:
  - {bereich: bevoelkerung, anmerkung: kommt 2027}
  - {bereich: soziales, anmerkung: nur die Kreisstadt}
"""
FRAGEN = ("zuletzt_vorgenommen", "fortgeschrieben", "themen", "weitere_daten")


def bericht(bestand: str, *fragen: str) -> Geladen:
    def quelle(art: str, jahr: int | None = None) -> Quelldatei:
        geladen = lade(read_source("bestandsaufnahme.yaml", bestand.encode()))
        return Quelldatei("bestandsaufnahme.yaml", art, geladen.dokument, vorhanden=True)

    zeilen = "".join(f"    {name}: {{aus: bestandsaufnahme}}\n" for name in fragen)
    kopf = 'dokument: taetigkeitsbericht\ngliederung: "2020"\nberichtsjahr: 2026\naufgaben:\n  bestandsaufnahme:\n'
    return lade(read_source("bericht.yaml", (kopf + zeilen).encode()), umfeld=Umfeld(quelle=quelle))


def abschnitt(geladen: Geladen) -> Any:
    assert geladen.dokument is not None
    return geladen.dokument.aufgaben.bestandsaufnahme  # type: ignore[attr-defined]


def test_areas_are_those_of_both_outlines() -> None:
    assert set(Bereich.__members__) == set(Themen.model_fields) | set(BereichDesAntrags.__members__)
    assert all(Bereich[eins.name].titel == eins.titel for eins in BereichDesAntrags)
    assert [eins.name for eins in amtliche_bereiche()] == list(Themen.model_fields), "the summarising area is none more"


@pytest.mark.parametrize(
    ("genannt", "erwartet"),
    [
        ([], []),
        (["soziales"], ["soziales"]),
        (["arbeitsmarkt"], ["arbeitsmarkt", "erwerbstaetigkeit_und_arbeitsmarkt"]),
        (
            ["erwerbstaetigkeit_und_arbeitsmarkt"],
            ["arbeitsmarkt", "erwerbstaetigkeit", "erwerbstaetigkeit_und_arbeitsmarkt"],
        ),
        (["sonstiges"], ["sonstiges"]),
    ],
)
def test_one_area_stands_for_another(genannt: list[str], erwartet: list[str]) -> None:
    assert sorted(belegt(genannt)) == erwartet


def test_section_of_the_report_is_taken_from_it() -> None:
    geladen = bericht(BESTAND, *FRAGEN)
    assert geladen.findings == ()
    hier = abschnitt(geladen)
    assert str(hier.zuletzt_vorgenommen) == "05/2023"
    assert hier.fortgeschrieben == Entfaellt(entfaellt="erst im nächsten Jahr")
    themen = {name: wert.antwort if isinstance(wert, Erlaeutert) else wert for name, wert in hier.themen}
    assert themen == {
        "bevoelkerung": False, "bildung_und_qualifikation": True, "erwerbstaetigkeit": True, "arbeitsmarkt": True,
        "soziales": True,
    }  # fmt: skip
    assert hier.themen.soziales.erlaeuterung == "nur die Kreisstadt"
    assert hier.themen.bevoelkerung.erlaeuterung == "kommt 2027"
    assert hier.weitere_daten == "- Wohnen, Mieten: Mieten (Landkreis, Stand 2026)\n- Recht: Einbürgerung"


def test_what_the_inventory_does_not_say_is_told() -> None:
    geladen = bericht("dokument: bestandsaufnahme\nangebote: {entfaellt: keine bekannt}\n", *FRAGEN)
    assert [finding.code for finding in geladen.findings] == ["KM433"] * 4
    assert [getattr(abschnitt(geladen), name) for name in FRAGEN] == [None] * 4


def test_it_counts_what_it_holds() -> None:
    dokument: Any = lade(read_source("x.yaml", BESTAND.encode())).dokument
    assert dokument.zaehlung == ((2, "Angebote"), (3, "Datenquellen"))
    befragt = "dokument: bestandsaufnahme\nbefragung: [{stelle: Kommunen, anzahl: 13}, {stelle: Verein}]\n"
    dokument = lade(read_source("x.yaml", befragt.encode())).dokument
    assert dokument.zaehlung == ((14, "befragte Stellen"),)
