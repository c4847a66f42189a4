"""Documents drawn from the types of every kind: valid to the reader, and to whatever comes after it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kmut_cli.compare.formate import FORMATE as VERGLEICHSFORMATE
from kmut_cli.compare.formate import schreibe
from kmut_cli.compare.jsonform import vergleichsdaten
from kmut_cli.compare.vergleich import vergleich
from kmut_cli.compare.vergleichsblatt import vergleichsblatt
from kmut_cli.documents.laden import Geladen, lade
from kmut_cli.source.emit import Style, entries
from kmut_cli.source.reader import read_source
from tests.fuzz.pruefen import fehlerfrei, gib_aus, untersuche, zeige_in_fill
from tests.fuzz.schreibweisen import geschrieben
from tests.fuzz.strategien import ALLE, Ausgabe, dokumente
from tests.fuzz.umfang import umfang
from tests.render.word.reading import Docx

je_dokument = pytest.mark.parametrize("eins", ALLE, ids="-".join)
SAAT = st.integers(0, 2**32)
STILE = st.builds(
    Style,
    step=st.integers(1, 4),
    dash=st.integers(0, 4),
    item=st.integers(2, 4),
    blocks=st.booleans(),
    quote=st.sampled_from(["", "'", '"']),
    json=st.booleans(),
)


def gelesen(inhalt: bytes, daten: Any) -> Geladen:
    """A file that holds these data and nothing wrong."""
    geladen = lade(read_source("datei.yaml", inhalt))
    assert geladen.findings == (), inhalt.decode()
    assert geladen.source.data == daten, inhalt.decode()
    return geladen


@je_dokument
@umfang(25)
@given(data=st.data())
def test_what_the_types_allow_is_valid_in_every_notation(eins: Ausgabe, data: st.DataObject) -> None:
    daten = data.draw(dokumente(eins))
    gelesen(geschrieben(daten, data.draw(SAAT)), daten)
    zeilen, _ = entries(daten, 0, data.draw(STILE))
    gelesen(("\n".join(zeilen) + "\n").encode(), daten)


@je_dokument
@umfang(4)
@given(data=st.data())
@pytest.mark.usefixtures("grobe_bilder")
def test_what_is_valid_can_be_checked_shown_and_given_out(eins: Ausgabe, data: st.DataObject) -> None:
    inhalt = geschrieben(data.draw(dokumente(eins)), data.draw(SAAT))
    geladen, _ = untersuche(inhalt)
    assert fehlerfrei(geladen)
    zeige_in_fill(geladen)
    ausgaben = gib_aus(geladen)
    assert ausgaben == gib_aus(geladen)
    assert ausgaben["md"].strip() and any(Docx(ausgaben["docx"]).texts)


@je_dokument
@umfang(6)
@given(data=st.data())
def test_notation_makes_no_difference(eins: Ausgabe, data: st.DataObject) -> None:
    daten = data.draw(dokumente(eins))
    alt, neu = (lade(read_source(name, geschrieben(daten, data.draw(SAAT)))) for name in ("alt.yaml", "neu.yaml"))
    ergebnis = vergleich(alt, neu)
    assert not ergebnis.geaendert
    assert vergleichsdaten([ergebnis], [])
    for format in VERGLEICHSFORMATE:
        if format != "json":
            assert schreibe(format, vergleichsblatt([ergebnis], []))


@je_dokument
@umfang(4)
@given(data=st.data())
def test_any_two_documents_of_a_kind_can_be_compared(eins: Ausgabe, data: st.DataObject) -> None:
    alt, neu = (
        lade(read_source(name, geschrieben(data.draw(dokumente(eins)), 0))) for name in ("alt.yaml", "neu.yaml")
    )
    hin, zurueck = vergleich(alt, neu), vergleich(neu, alt)
    assert hin.geaendert == zurueck.geaendert
    for format in VERGLEICHSFORMATE:
        if format != "json":
            assert schreibe(format, vergleichsblatt([hin], []))
