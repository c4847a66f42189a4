"""KM461 to KM463, and KM401 in the inventory."""

from __future__ import annotations

import pytest

from tests.rules.conftest import befunde, marked

KOPF = "dokument: bestandsaufnahme\n"
QUELLE = "datenquellen:\n  - {{name: Register, stelle: Gemeinden, bereiche: [{}]}}\n"
ALLE = "bevoelkerung, bildung_und_qualifikation, erwerbstaetigkeit, arbeitsmarkt, soziales"


def gefragt(**werte: str) -> str:
    return KOPF + "befragung:\n  - stelle: Altenmoor\n" + "".join(f"    {k}: {v}\n" for k, v in werte.items())


@pytest.mark.parametrize(
    ("bereiche", "fehlen"),
    [
        (ALLE, []),
        ("bevoelkerung, bildung_und_qualifikation, erwerbstaetigkeit_und_arbeitsmarkt, soziales", []),
        ("bevoelkerung, bildung_und_qualifikation, erwerbstaetigkeit, soziales", ["Arbeitsmarkt"]),
        (
            "{sonstiges: Wohnen}, bevoelkerung, soziales",
            ["Bildung und Qualifikation", "Erwerbstätigkeit", "Arbeitsmarkt"],
        ),
        ("{sonstiges: Wohnen}", []),
    ],
)
def test_areas_without_an_entry(bereiche: str, fehlen: list[str]) -> None:
    gefunden = befunde(KOPF + QUELLE.format(bereiche), "KM461")
    assert len(gefunden) == bool(fehlen)
    for finding in gefunden:
        assert finding.message.count("„") == len(fehlen)
        assert all(f"„{name}“" in finding.message for name in fehlen)
        assert marked(finding) == "datenquellen"


def test_offers_count_and_a_reason_is_enough() -> None:
    angebot = "angebote:\n  - {angebot: Kurs, anbieter: VHS, bereiche: [bildung_und_qualifikation]}\n"
    (finding,) = befunde(KOPF + angebot, "KM461")
    assert marked(finding) == "angebote"
    rest = "bevoelkerung, erwerbstaetigkeit_und_arbeitsmarkt"
    text = KOPF + angebot + QUELLE.format(rest)
    assert befunde(text, "KM461")
    assert befunde(text + "bereiche: [{bereich: soziales, anmerkung: folgt 2027}]\n", "KM461") == []


@pytest.mark.parametrize("text", ["", "angebote:\n", "angebote: {entfaellt: keine}\n", QUELLE.format("soziale")])
def test_nothing_is_said_of_areas_as_long_as_none_is_named_rightly(text: str) -> None:
    assert befunde(KOPF + text, "KM461") == []


@pytest.mark.parametrize(
    ("werte", "meldet"),
    [
        ({"angefragt": "2024-09-02"}, True),
        ({"angefragt": "2024-09-02", "geantwortet": ""}, True),
        ({"angefragt": "2024-09-02", "geantwortet": "2024-09"}, False),
        ({"angefragt": "2024-09-02", "geantwortet": "{entfaellt: nicht erreicht}"}, False),
        ({"angefragt": "2024-09-02", "geantwortet": "bald"}, False),
        ({"angefragt": ""}, False),
    ],
)
def test_who_was_asked_answers_or_there_is_a_reason(werte: dict[str, str], meldet: bool) -> None:
    gefunden = befunde(gefragt(**werte), "KM462")
    assert [marked(finding) for finding in gefunden] == (["Altenmoor"] if meldet else [])


@pytest.mark.parametrize(
    ("werte", "markiert"),
    [
        ({"angefragt": "2024-09-02", "geantwortet": "2024-08-31"}, ["2024-08-31"]),
        ({"angefragt": "2024-09", "frist": "2024"}, []),
        ({"angefragt": "2024-09", "frist": "08/2024", "geantwortet": "2023"}, ["2023", "08/2024"]),
        ({"angefragt": "2024-09-02", "geantwortet": "2024-09-02"}, []),
    ],
)
def test_answer_or_deadline_before_the_question(werte: dict[str, str], markiert: list[str]) -> None:
    assert [marked(finding) for finding in befunde(gefragt(**werte), "KM463")] == markiert


def test_update_before_the_inventory() -> None:
    (finding,) = befunde(KOPF + "vorgenommen: 2023-05\nfortgeschrieben: 2022\n", "KM401")
    assert (str(finding.severity), marked(finding)) == ("warning", "2022")
