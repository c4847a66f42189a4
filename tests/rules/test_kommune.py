"""KM415 to KM419: the body against the official table."""

from __future__ import annotations

import pytest

from kmut_cli.documents.gebiete import STAEDTE, Gebiet, Gebietstyp, gebiete
from kmut_cli.documents.gebietsname import kandidaten
from kmut_cli.documents.laden import lade_als
from kmut_cli.documents.stammdaten import Stammdaten
from kmut_cli.rules.ags_name import pruefe_kommune
from kmut_cli.source.reader import read_source

CODES = ("KM415", "KM416", "KM417", "KM418")
VORHANDEN = [gebiet for gebiet in gebiete().values() if not gebiet.aufgeloest]


def kommune(name: str | None = None, ags: str | None = None, typ: str | None = None) -> str:
    werte = [("name", name), ("ags", ags), ("typ", typ)]
    return "kommune:\n" + "".join(f'  {schluessel}: "{wert}"\n' for schluessel, wert in werte if wert is not None)


def uebliche_namen(gebiet: Gebiet) -> list[str]:
    """How people and the bodies themselves write the name."""
    ort = gebiet.name.partition(",")[0]
    ohne_klammer = ort.partition(" (")[0]
    namen = [gebiet.name, ort, ohne_klammer, ohne_klammer.upper()]
    match gebiet.typ:
        case Gebietstyp.landkreis:
            vor = ("Landkreis", "LK", "Lk.", "Der Landkreis", "Kreisverwaltung")
        case Gebietstyp.region:
            return ["Region Hannover", "REGION HANNOVER", gebiet.name]
        case _:
            vor = ("Stadt", "Kreisfreie Stadt", "Stadtverwaltung")
    namen += [f"{wort} {ort}" for wort in vor] + [f"{wort} {ohne_klammer}" for wort in vor]
    umlaute = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
    return [*namen, f"{vor[0]} {ort}".translate(umlaute)]


def test_the_table_holds_all_bodies() -> None:
    assert len([gebiet for gebiet in VORHANDEN if gebiet.ags != "03999"]) == 47


@pytest.mark.parametrize("gebiet", VORHANDEN, ids=lambda gebiet: gebiet.ags)
def test_usual_names_of_every_body_pass(bericht, gebiet: Gebiet) -> None:
    for name in uebliche_namen(gebiet):
        for typ in (None, gebiet.typ.name):
            assert bericht("", *CODES, kommune=kommune(name, gebiet.ags, typ)) == [], name


@pytest.mark.parametrize(
    ("name", "ags"),
    [
        ("Heidekreis", "03358"),
        ("Landkreis Heidekreis", "03358"),
        ("Landeshauptstadt Hannover", "03241001"),
        ("Universitätsstadt Göttingen", "03159016"),
        ("Stadt Oldenburg (Oldb)", "03403"),
        ("Oldenburg (Oldb)", "03403"),
        ("Landkreis Nienburg/Weser", "03256"),
        ("Landkreis Grafschaft Bentheim", "03456"),
        ("Landkreis Lüchow-Dannenberg", "03354"),
        ("Landkreis Stade, Amt für Teilhabe", "03359"),
        ("Landkreis Göttingen", "03159"),
    ],
)
def test_further_official_names_pass(bericht, name: str, ags: str) -> None:
    assert bericht("", *CODES, kommune=kommune(name, ags)) == []


@pytest.mark.parametrize(
    ("name", "ags", "hilfe"),
    [
        ("Landkreis Osnabrück", "03404", 'Meinten Sie "03459" (Osnabrück, Landkreis)?'),
        ("Stadt Osnabrück", "03459", 'Meinten Sie "03404" (Osnabrück, kreisfreie Stadt)?'),
        ("Landkreis Oldenburg", "03403", 'Meinten Sie "03458" (Oldenburg, Landkreis)?'),
        ("Oldenburg (Oldb)", "03458", 'Meinten Sie "03403"'),
        ("Oldenburg (Oldenburg)", "03458", 'Meinten Sie "03403"'),
        ("Hansestadt Lüneburg", "03355", "Berichtigen Sie den AGS oder den Namen."),
        ("Region Hannover", "03241001", 'Meinten Sie "03241" (Region Hannover, Landkreis)?'),
        ("Landeshauptstadt Hannover", "03241", 'Meinten Sie "03241001"'),
        ("Landkreis Osterholz", "03359", 'Meinten Sie "03356" (Osterholz, Landkreis)?'),
        ("Göttingen", "03155", 'Meinten Sie "03159" (Göttingen, Landkreis) oder "03159016" (Göttingen, Stadt)?'),
        ("Landkreis Nirgendwo", "03359", "Berichtigen Sie den AGS oder den Namen."),
    ],
)
def test_name_of_another_body(bericht, stelle, name: str, ags: str, hilfe: str) -> None:
    (finding,) = bericht("", *CODES, kommune=kommune(name, ags))
    assert (finding.code, finding.severity, stelle(finding)) == ("KM416", "warning", f'"{ags}"')
    assert hilfe in finding.help


@pytest.mark.parametrize("gebiet", VORHANDEN, ids=lambda gebiet: gebiet.ags)
def test_the_name_of_one_body_is_never_taken_for_another(gebiet: Gebiet) -> None:
    vor = "Stadt" if gebiet.typ in STAEDTE else "Landkreis"
    assert kandidaten(f"{vor} {gebiet.name.partition(',')[0]}") == [gebiet]


@pytest.mark.parametrize(
    ("name", "ags", "hilfe"),
    [
        ("Landkreis Stade", "03395", 'Meinten Sie "03359" (Stade, Landkreis)?'),
        ("Kreis in Bayern", "09162", "Prüfen Sie die Ziffern"),
        (None, "03359000", 'Meinten Sie "03359" (Stade, Landkreis)?'),
    ],
)
def test_key_that_is_not_in_the_table(bericht, name: str | None, ags: str, hilfe: str) -> None:
    (finding,) = bericht("", *CODES, kommune=kommune(name, ags))
    assert finding.code == "KM415"
    assert hilfe in finding.help


@pytest.mark.parametrize("ags", ["03152", "03156"])
def test_dissolved_county(bericht, ags: str) -> None:
    (finding,) = bericht("", *CODES, kommune=kommune("Landkreis Göttingen", ags))
    assert (finding.code, finding.severity) == ("KM418", "error")
    assert '"03159"' in finding.help


@pytest.mark.parametrize(
    ("ags", "typ", "richtig"),
    [
        ("03459", "kreisfreie_stadt", "landkreis"),
        ("03402", "stadt", "kreisfreie_stadt"),
        ("03241", "landkreis", "region"),
    ],
)
def test_kind_that_contradicts_the_key(bericht, stelle, ags: str, typ: str, richtig: str) -> None:
    (finding,) = bericht("", *CODES, kommune=kommune(None, ags, typ))
    assert (finding.code, stelle(finding), finding.help) == ("KM417", f'"{typ}"', f"Schreiben Sie: typ: {richtig}")


def test_without_a_key_nothing_is_compared(bericht) -> None:
    assert bericht("", *CODES, kommune=kommune("Landkreis Stade", None, "kreisfreie_stadt")) == []
    assert bericht("", *CODES, kommune="") == []
    assert bericht("", *CODES, kommune=kommune("Landkreis Stade", "3359")) == []


def test_master_data_of_the_folder_are_checked_in_their_own_file() -> None:
    source = read_source("kmut.yaml", kommune("Landkreis Stade", "03357").encode())
    stammdaten = lade_als(Stammdaten, source)[0]
    (finding,) = pruefe_kommune(source, stammdaten.kommune)
    assert (finding.path, finding.code, finding.line) == ("kmut.yaml", "KM416", 3)


GEMEINDEN = "aufgaben:\n  einbeziehung_der_gemeinden:\n    gemeinden_einbezogen: {}\n"


@pytest.mark.parametrize(
    ("daten", "antwort", "meldet"),
    [
        (kommune("Stadt Emden", "03402"), "ja", True),
        (kommune("Stadt Emden", None, "kreisfreie_stadt"), "nein", True),
        (kommune("Landeshauptstadt Hannover", "03241001"), "{antwort: ja, erlaeuterung: mit dem Umland}", True),
        (kommune("Stadt Emden", "03402"), '{entfaellt: "kreisfreie Stadt"}', False),
        (kommune("Stadt Emden", "03402"), "", False),
        (kommune("Landkreis Stade", "03359"), "ja", False),
        (kommune("Region Hannover", "03241"), "ja", False),
        (kommune("Stadt Emden"), "ja", False),
    ],
)
def test_answer_to_a_question_that_cannot_apply(bericht, daten: str, antwort: str, meldet: bool) -> None:
    gefunden = bericht(GEMEINDEN.format(antwort), "KM419", kommune=daten)
    assert [(str(finding.severity), finding.line) for finding in gefunden] == (
        [("info", 4 + daten.count("\n") + 2)] if meldet else []
    )
