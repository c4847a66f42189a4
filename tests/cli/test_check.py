"""What is open, what counts, and what a run says about it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kmut_cli.documents.gebiete import gebiete
from tests.cli.conftest import ANTRAG, BERICHT, Ergebnis, Kmut, Schreibe

ALLE, STADT = 43, 40


def _dokument(ergebnis: Ergebnis) -> dict[str, Any]:
    (dokument,) = ergebnis.json["documents"]
    return dict(dokument)


@pytest.mark.parametrize(
    ("kommune", "offen"),
    [
        ("", ALLE),
        ("kommune:\n  typ: landkreis\n", ALLE),
        ("kommune:\n  typ: region\n", ALLE),
        ("kommune:\n  typ: kreisfreie_stadt\n", STADT),
        ("kommune:\n  typ: landeshauptstadt\n", STADT),
        ("kommune:\n  typ: stadt\n", STADT),
        ('kommune:\n  ags: "03999"\n', ALLE),
        ('kommune:\n  ags: "03404"\n', STADT),  # Osnabrück
        ('kommune:\n  ags: "03241"\n', ALLE),  # Region Hannover
        ('kommune:\n  ags: "03241001"\n', STADT),  # Landeshauptstadt Hannover
        ('kommune:\n  ags: "03159016"\n', STADT),  # Göttingen
        ('kommune:\n  ags: "00000"\n', ALLE),
        ('kommune:\n  ags: "03404"\n  typ: landkreis\n', ALLE),  # what is said counts; a warning tells of it
    ],
)
@pytest.mark.parametrize("status", ["entwurf", "final"])
def test_nur_der_kopf(kmut: Kmut, schreibe: Schreibe, kommune: str, offen: int, status: str) -> None:
    schreibe("bericht.yaml", f"{BERICHT}status: {status}\nberichtsjahr: 2024\n{kommune}")
    dokument = _dokument(kmut("check", "bericht.yaml", "--format", "json"))
    assert (dokument["answered"], dokument["applicable"], len(dokument["open"])) == (0, offen, offen)


def test_jede_ags_zaehlt_wie_ihre_art(kmut: Kmut, schreibe: Schreibe) -> None:
    erwartet = {}
    for ags, gebiet in gebiete().items():
        name = f"{ags}.yaml"
        schreibe(name, f'{BERICHT}kommune:\n  ags: "{ags}"\n')
        erwartet[name] = STADT if gebiet.typ is not None and "tadt" in gebiet.typ.titel else ALLE
    dokumente = kmut("check", "--format", "json").json["documents"]
    assert {eins["path"]: len(eins["open"]) for eins in dokumente} == erwartet
    assert STADT in erwartet.values()


def test_antrag_mit_nur_dem_kopf(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("antrag.yaml", ANTRAG + "bewilligungsjahr: 2027\n")
    dokument = _dokument(kmut("check", "antrag.yaml", "--format", "json"))
    assert (dokument["applicable"], len(dokument["open"])) == (10, 10)
    assert dokument["open"][1] == {
        "number": "2",
        "question": "Die Aktualisierung der Bestandsaufnahme ist in 2027 geplant.",
        "location": "bestandsaufnahme.aktualisierung_geplant",
    }


@pytest.mark.parametrize("schalter", [[], ["--strict"]])
def test_fertiges_beispiel(kmut: Kmut, beispiele: Path, schalter: list[str]) -> None:
    ergebnis = kmut("check", beispiele / "landkreis-musterland", "--format", "json", *schalter)
    assert ergebnis.status == 0
    assert ergebnis.json["findings"] == []
    for dokument in ergebnis.json["documents"]:
        assert (dokument["status"], dokument["open"]) == ("final", [])
        assert dokument["answered"] == dokument["applicable"] > 0


def test_status_entscheidet_ueber_das_gewicht(kmut: Kmut, schreibe: Schreibe) -> None:
    for status, schwere, ende, streng in (("entwurf", "info", 0, 1), ("final", "error", 1, 1)):
        schreibe("bericht.yaml", f"{BERICHT}status: {status}\nberichtsjahr: 2024\nkommune: {{name: Musterland}}\n")
        ergebnis = kmut("check", "bericht.yaml", "--format", "json")
        offene = [eins for eins in ergebnis.json["findings"] if eins["code"] == "KM301"]
        assert (ergebnis.status, len(offene), {eins["severity"] for eins in offene}) == (ende, 43, {schwere})
        assert kmut("check", "bericht.yaml", "--strict").status == streng
        assert kmut("validate", "bericht.yaml", "--strict").status == 0


def test_strenge_trifft_auch_warnungen(kmut: Kmut, beispiele: Path) -> None:
    entwurf = beispiele / "entwurf"
    assert kmut("check", entwurf).status == 0
    assert kmut("check", entwurf, "--strict").status == 1


def test_form_der_befunde(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", BERICHT + "statuss: final\n")
    ergebnis = kmut("validate", "bericht.yaml", "--format", "json")
    assert ergebnis.json["findings"] == [
        {
            "code": "KM210",
            "severity": "error",
            "path": "bericht.yaml",
            "line": 3,
            "column": 1,
            "location": "statuss",
            "message": "Den Schlüssel „statuss“ kennt die Gliederung an dieser Stelle nicht.",
            "help": "Meinten Sie „status“?",
        }
    ]
    assert "documents" not in ergebnis.json


def test_form_der_dokumente(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", BERICHT + "berichtsjahr: 2024\naufgaben:\n  kmn: Vier Treffen.\n")
    dokument = _dokument(kmut("check", "bericht.yaml", "--format", "json"))
    pflicht = {"path", "document", "edition", "status", "answered", "applicable", "open"}
    assert pflicht <= set(dokument)
    assert {name: dokument[name] for name in pflicht - {"open"}} == {
        "path": "bericht.yaml", "document": "taetigkeitsbericht", "edition": "2020", "status": "entwurf",
        "answered": 1, "applicable": 43,
    }  # fmt: skip
    assert all(set(eins) == {"number", "question", "location"} for eins in dokument["open"])


def test_offene_fragen_tragen_den_amtlichen_wortlaut(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml")
    offen = _dokument(kmut("check", "bericht.yaml", "--format", "json"))["open"]
    umriss = kmut("outline", "taetigkeitsbericht", "--format", "json").json
    assert offen == [
        {"number": abschnitt["number"], "question": frage["text"], "location": frage["location"]}
        for abschnitt in umriss["sections"]
        for frage in abschnitt["questions"]
    ]


AUFGABEN = "aufgaben:\n"
BESTAND = "aufgaben:\n  bestandsaufnahme:\n"
KONZEPT = "aufgaben:\n  handlungskonzept:\n"
ANTWORTEN = [
    # answer in the file, answered, applicable, open (without a document of its own: 0, 43, 43)
    ("organisation:\n", 0, 43, 43),
    ("organisation: {}\n", 0, 43, 43),
    (AUFGABEN + "  kmn:\n", 0, 43, 43),
    (AUFGABEN + "  kmn: ''\n", 0, 43, 43),
    (AUFGABEN + "  kmn: '  '\n", 0, 43, 43),
    (AUFGABEN + "  kmn: |\n", 0, 43, 43),
    (AUFGABEN + "  kmn: 12\n", 1, 43, 42),
    (AUFGABEN + "  kmn: nein\n", 1, 43, 42),
    (AUFGABEN + "  kmn: {entfaellt: Der Verbund ruhte.}\n", 0, 42, 42),
    (AUFGABEN + "  kmn: {entfaellt: ''}\n", 0, 43, 42),
    (AUFGABEN + "  kmn: {entfaellt: ' '}\n", 0, 43, 42),
    (AUFGABEN + "  kmn: {entfaellt: }\n", 0, 43, 42),  # faulty: neither answered nor open
    (AUFGABEN + "  kmn: {entfaellt: ja}\n", 0, 43, 42),  # no reason either
    (AUFGABEN + "  kmn: [a]\n", 0, 43, 42),
    (AUFGABEN + "  kmn: {}\n", 0, 43, 42),
    (BESTAND + "    themen: {}\n", 0, 43, 43),
    (BESTAND + "    themen: {bevoelkerung: ja, soziales: nein}\n", 0, 43, 43),
    (
        BESTAND
        + "    themen: {bevoelkerung: ja, bildung_und_qualifikation: nein, erwerbstaetigkeit: true, arbeitsmarkt: JA,"
        " soziales: {antwort: ja, erlaeuterung: drei Gemeinden}}\n",
        1, 43, 42,
    ),
    (
        BESTAND
        + "    themen: {bevoelkerung: ja, bildung_und_qualifikation: nein, erwerbstaetigkeit: ja, arbeitsmarkt: ja,"
        " soziales: {erlaeuterung: drei Gemeinden}}\n",
        0, 43, 43,
    ),
    (
        BESTAND
        + "    themen: {bevoelkerung: ja, bildung_und_qualifikation: nein, erwerbstaetigkeit: ja, arbeitsmarkt: ja,"
        " soziales: {entfaellt: nicht erhoben}}\n",
        1, 43, 42,
    ),
    (BESTAND + "    themen: {bevoelkerung: vielleicht, soziales: ja}\n", 0, 43, 42),
    (BESTAND + "    fortgeschrieben: 2024-11\n", 1, 43, 42),
    (BESTAND + "    fortgeschrieben: {antwort: 2024-11}\n", 1, 43, 42),
    (BESTAND + "    fortgeschrieben: {erlaeuterung: bald}\n", 0, 43, 43),
    (BESTAND + "    fortgeschrieben: {antwort: , erlaeuterung: bald}\n", 0, 43, 43),
    (BESTAND + "    fortgeschrieben: {antwort: bald}\n", 0, 43, 42),
    (BESTAND + "    fortgeschrieben: {entfaellt: erste Bestandsaufnahme}\n", 0, 42, 42),
    ("organisation:\n  personelle_besetzung: []\n", 0, 43, 43),
    ("organisation:\n  personelle_besetzung:\n    - name: A\n      qualifizierung: B\n", 0, 43, 43),
    ("organisation:\n  personelle_besetzung:\n    - {}\n", 0, 43, 43),
    ("organisation:\n  personelle_besetzung:\n    - {name: A, qualifizierung: B, wochenstunden: '19,5'}\n", 1, 43, 42),
    ("organisation:\n  personelle_besetzung:\n    - {name: A, qualifizierung: B, wochenstunden: viele}\n", 0, 43, 42),
    (KONZEPT + "    handlungsfelder: []\n", 0, 43, 43),
    (KONZEPT + "    handlungsfelder: [ehrenamt]\n", 1, 43, 42),
    (KONZEPT + "    handlungsfelder: {antwort: [ehrenamt], erlaeuterung: ab Mai}\n", 1, 43, 42),
    (KONZEPT + "    handlungsfelder: [ehrenamt, ehrenammt]\n", 0, 43, 42),
    (KONZEPT + "    beschluss: {verabschiedet: ja}\n", 0, 43, 43),
    (KONZEPT + "    beschluss: {verabschiedet: ja, verbindlich: nein}\n", 1, 43, 42),
    (KONZEPT + "    ziele: [{massnahmen: [{massnahme: M}]}]\n", 0, 43, 43),
    (KONZEPT + "    ziele: [{ziel: Z, massnahmen: [{stand: geplant}]}]\n", 0, 43, 43),
    (KONZEPT + "    ziele: [{ziel: Z}]\n", 1, 43, 42),
    (KONZEPT + "    wichtigste_ziele: ['', ' ']\n", 0, 43, 43),
    (AUFGABEN + "  projekte:\n    massnahmen: Eine Messe.\n", 1, 43, 42),
    (AUFGABEN + "  projekte:\n    massnahmen: [{titel: Messe, teilnehmende: 120}]\n", 1, 43, 42),
    (AUFGABEN + "  projekte:\n    massnahmen: [{zeitraum: Mai}]\n", 0, 43, 43),
    ("organisation: [a]\n", 0, 43, 40),  # everything below is faulty
    (AUFGABEN + "  kmnn: Vier Treffen.\n", 0, 43, 43),  # a mistyped key answers nothing
]  # fmt: skip


@pytest.mark.parametrize(("text", "beantwortet", "anwendbar", "offen"), ANTWORTEN, ids=[eine[0] for eine in ANTWORTEN])
def test_was_zaehlt(kmut: Kmut, schreibe: Schreibe, text: str, beantwortet: int, anwendbar: int, offen: int) -> None:
    schreibe("bericht.yaml", BERICHT + "kommune: {typ: landkreis}\n" + text)
    dokument = _dokument(kmut("check", "bericht.yaml", "--format", "json"))
    assert (dokument["answered"], dokument["applicable"], len(dokument["open"])) == (beantwortet, anwendbar, offen)
    assert sum(eins["answered"] for eins in dokument["sections"]) == beantwortet
    assert sum(eins["applicable"] for eins in dokument["sections"]) == anwendbar


def test_ein_fehler_verdeckt_den_rest_nicht(kmut: Kmut, schreibe: Schreibe) -> None:
    """A faulty answer of any shape leaves the others checked and counted."""
    schreibe("bericht.yaml", BERICHT + BESTAND + "    hindernisse: Keine.\n    weitere_daten: {entfaellt: [a]}\n")
    dokument = _dokument(kmut("check", "bericht.yaml", "--format", "json"))
    assert (dokument["answered"], dokument["applicable"], len(dokument["open"])) == (1, 43, 41)


def test_luecken_werden_genannt(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", BERICHT + "organisation:\n  personelle_besetzung:\n    - name: A\n    - name: B\n")
    text = kmut("check", "bericht.yaml").out
    assert "(es fehlt: Qualifizierung, Wochenstunden)" in " ".join(text.split())
    befunde = kmut("check", "bericht.yaml", "--format", "json").json["findings"]
    (finding,) = [eins for eins in befunde if eins["location"] == "organisation.personelle_besetzung[0]"]
    ort = "zuerst unter organisation.personelle_besetzung[0]"
    assert finding["help"] == f"Es fehlt noch: Qualifizierung, Wochenstunden ({ort})."


def test_gemeinden_einer_stadt_entfallen(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", BERICHT + "kommune: {typ: kreisfreie_stadt}\n")
    abschnitte = _dokument(kmut("check", "bericht.yaml", "--format", "json"))["sections"]
    (gemeinden,) = [eins for eins in abschnitte if eins["number"] == "2.9"]
    assert gemeinden["applicable"] == 0
    zeile = next(zeile for zeile in kmut("check", "bericht.yaml").out.splitlines() if " 2.9 " in zeile)
    assert zeile.endswith("entfällt")


def test_text_zeigt_balken_und_summe(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", BERICHT + "kommune: {name: Musterland, typ: landkreis}\naufgaben:\n  kmn: Ja.\n")
    ergebnis = kmut("check", "bericht.yaml")
    zeilen = ergebnis.out.splitlines()
    assert ergebnis.status == 0
    (kmn,) = [zeile for zeile in zeilen if zeile.startswith("  2.10")]
    assert kmn.split()[-4:] == ["██████████", "1/1", "100", "%"]
    (gesamt,) = [zeile for zeile in zeilen if zeile.strip().startswith("Gesamt")]
    assert gesamt.split()[-4:] == ["░░░░░░░░░░", "1/43", "2", "%"]
    assert "Noch offen (42):" in zeilen
    anfang = zeilen.index("bericht.yaml: Tätigkeitsbericht ohne Jahr, Entwurf")
    assert max(len(zeile) for zeile in zeilen[anfang:] if "KM301" not in zeile) <= 100


def test_text_nennt_den_ort_jeder_offenen_frage(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", BERICHT + "aufgaben:\n  kmn:\n")
    text = kmut("check", "bericht.yaml").out
    assert "bericht.yaml:4:3 KM301 aufgaben.kmn" in text
    assert "bericht.yaml:3:1 KM301 aufgaben.oeffentlichkeit" in text
    assert "bericht.yaml:1:1 KM301 organisation.personelle_besetzung" in text


def test_mehrere_dokumente_in_einem_lauf(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a/bericht.yaml")
    schreibe("b/antrag.yaml", ANTRAG)
    schreibe("c/kaputt.yaml", BERICHT + "aufgaben: [\n")
    ergebnis = kmut("check", "--format", "json")
    assert ergebnis.status == 1
    pfade = [eins["path"] for eins in ergebnis.json["documents"]]
    assert pfade == [str(Path("a/bericht.yaml")), str(Path("b/antrag.yaml"))]
    assert kmut("check").out.count("Gesamt") == 2


def test_beispiele_fehlerhaft(kmut: Kmut, beispiele: Path) -> None:
    ergebnis = kmut("validate", beispiele / "fehlerhaft", "--format", "json")
    assert ergebnis.status == 1
    for finding in ergebnis.json["findings"]:
        zeilen = Path(finding["path"]).read_bytes().decode("latin-1").splitlines()
        assert 0 <= finding["line"] <= len(zeilen)
