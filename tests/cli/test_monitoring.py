"""``kmut monitoring``: figures of the offices come in once, revisions are told, and everything can be looked at."""

from __future__ import annotations

import os
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Event

import pytest

from kmut_cli.cli import monitoring_import
from kmut_cli.cli.kennzahlen import vorschau, warten
from kmut_cli.cli.kennzahlen.diagramm import Stab, diagramm
from kmut_cli.documents.kennzahlen.text import GESCHUETZT
from kmut_cli.findings.display import cell_len
from kmut_cli.source import edit
from kmut_cli.source.reader import Source, read_source
from tests.cli.conftest import Ergebnis, Kmut, Schreibe

MAPPE = 'kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}\n'
SATZ = (
    "# Kennzahlen des Landkreises\r\n"
    "dokument: monitoring\r\n"
    "indikatoren:\r\n"
    '  - {nummer: "1", name: Bevölkerung, gruppe: Bevölkerung, einheit: Personen, differenzierung: [Geschlecht],'
    ' statistik: ["12411:BEVSTD", IM 1.1.1]}\r\n'
    '  - {nummer: "2", name: Ausländische Bevölkerung, gruppe: Bevölkerung, einheit: Personen,'
    ' statistik: ["12411:BEVSTD NAT=NATA", IM 1.2.1]}\r\n'
    '  - {nummer: "3", name: Anteil, gruppe: Bevölkerung, einheit: "%",'
    ' berechnung: {zaehler: "2", nenner: "1", faktor: 100}}\r\n'
    '  - {nummer: "9", name: Ohne Statistik}\r\n'
)
IM = "Year,Gebietseinheit,GeoCode,Value\n"
IM11 = f"{IM}2023,Musterland,K03999,163200\n2024,Musterland,K03999,163455\n2024,Land,,8010686\n"
IM12 = f"{IM}2023,Musterland,K03999,16320\n2024,Musterland,K03999,17000\n"
FLAT = (
    "statistics_code;statistics_label;time_code;time_label;time;1_variable_code;1_variable_label;"
    "1_variable_attribute_code;1_variable_attribute_label;2_variable_code;2_variable_label;2_variable_attribute_code;"
    "2_variable_attribute_label;value;value_unit;value_variable_code;value_variable_label\n"
)
ZEIT = ("--retrieved", "1.3.2026")


def flat(
    wert: str, merkmal: str = "GES;Geschlecht;;Insgesamt", zeit: str = "2022-12-31", ende: str = "Anzahl;BEVSTD;Stand"
) -> str:
    return f"12411;F;STAG;Stichtag;{zeit};KREISE;Kreise;03999;Musterland;{merkmal};{wert};{ende}\n"


@pytest.fixture
def ordner(schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a monitoring, as the current one."""
    monkeypatch.setattr(monitoring_import, "heute", lambda: date(2026, 11, 20))
    schreibe("kmut.yaml", MAPPE)
    schreibe("im-niedersachsen-1-1-1.csv", IM11)
    return schreibe("monitoring.yaml", SATZ.encode()).parent


def lies_ein(kmut: Kmut, datei: str = "im-niedersachsen-1-1-1.csv", *mehr: str) -> Ergebnis:
    return kmut("monitoring", "import", datei, "--yes", *ZEIT, *mehr)


def zeilen(text: str) -> list[str]:
    """Lines with plain blanks, so that tests can be read."""
    return text.replace(GESCHUETZT, " ").splitlines()


# --- Coming in ------------------------------------------------------------------------------------------------------


def test_values_come_in_with_where_they_come_from_and_nothing_else_changes(kmut: Kmut, ordner: Path) -> None:
    ergebnis = lies_ein(kmut)
    assert (ergebnis.status, ergebnis.err) == (0, "")
    assert "1         2023  Insgesamt  163 200  neu" in zeilen(ergebnis.out)
    assert ergebnis.out.endswith("Eingetragen in monitoring.yaml: 2 neue Werte\n")
    neu = (ordner / "monitoring.yaml").read_bytes().decode()
    assert neu.startswith(SATZ)
    assert neu.removeprefix(SATZ) == (
        "werte:\r\n"
        '  - indikator: "1"\r\n    zeit: 2023\r\n    wert: 163200\r\n'
        "    quelle: Integrationsmonitoring Niedersachsen\r\n    tabelle: IM 1.1.1\r\n    abruf: 2026-03-01\r\n"
        '  - indikator: "1"\r\n    zeit: 2024\r\n    wert: 163455\r\n'
        "    quelle: Integrationsmonitoring Niedersachsen\r\n    tabelle: IM 1.1.1\r\n    abruf: 2026-03-01\r\n"
    )
    assert kmut("validate", "monitoring.yaml").status == 0


def test_a_second_import_adds_nothing(kmut: Kmut, ordner: Path) -> None:
    lies_ein(kmut)
    davor = (ordner / "monitoring.yaml").read_bytes()
    ergebnis = lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update")
    assert ergebnis.status == 0
    assert zeilen(ergebnis.out)[-1] == "Nichts einzutragen."
    assert "Zusammen: 2 schon da" in ergebnis.out
    assert (ordner / "monitoring.yaml").read_bytes() == davor


def test_equal_numbers_and_words_in_another_notation_are_known(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    wert = 'gebiet: Landkreis Musterland, merkmale: {geschlecht: Weiblich}, wert: "82844,0"'
    werte = f'werte:\n  - {{indikator: "1", zeit: 31.12.2022, {wert}}}\n'
    schreibe("monitoring.yaml", SATZ.replace("\r\n", "\n") + werte)
    schreibe("12411-01-01-4.csv", FLAT + flat("82844", "GES;Geschlecht;GESW;weiblich"))
    assert "Nichts einzutragen" in lies_ein(kmut, "12411-01-01-4.csv").out


def test_a_changed_value_is_reported_and_stays(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    lies_ein(kmut)
    davor = (ordner / "monitoring.yaml").read_bytes()
    schreibe("im-niedersachsen-1-1-1.csv", IM11.replace("163455", "163999"))
    ergebnis = lies_ein(kmut)
    assert ergebnis.status == 0
    assert "1         2024  Insgesamt  163 455 → 163 999  geändert" in zeilen(ergebnis.out)
    assert "im-niedersachsen-1-1-1.csv:3:24 KM199 " in ergebnis.out
    assert zeilen(ergebnis.out)[-1] == "Nichts einzutragen; 1 geänderter Wert nicht übernommen (mit --update)."
    assert (ordner / "monitoring.yaml").read_bytes() == davor


def test_update_takes_a_revision_and_notes_the_former_value(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    lies_ein(kmut)
    davor = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    schreibe("monitoring.yaml", davor.replace("wert: 163455", "wert: 163455  # vorläufig"))
    schreibe("im-niedersachsen-1-1-1.csv", IM11.replace("163455", "163999"))
    assert lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update").out.endswith(": 1 geänderter Wert\n")
    neu = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert neu == davor.replace("wert: 163455", "wert: 163999  # vorläufig") + (
        "    revidiert: 163455\n    bemerkung: revidiert mit Abruf vom 01.03.2026\n"
    )
    assert kmut("validate", "monitoring.yaml").status == 0
    assert "Berichtigt 2024: früher 163\u00a0455" in kmut("monitoring", "show", "1").out


def test_signs_stay_signs_and_may_be_revised(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("12411-01-01-4.csv", FLAT + flat("-") + flat("(12)", "GES;Geschlecht;GESW;weiblich"))
    lies_ein(kmut, "12411-01-01-4.csv")
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert 'zeichen: "-"' in text
    assert "wert: 0" not in text
    assert "    wert: 12\n    zeichen: ()\n" in text.replace('"()"', "()")
    schreibe("12411-01-01-4.csv", FLAT + flat("...") + flat("(12)", "GES;Geschlecht;GESW;weiblich"))
    assert "- → ..." in lies_ein(kmut, "12411-01-01-4.csv", "--update").out
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert 'revidiert: "-"' in text
    assert kmut("validate", "monitoring.yaml").status == 0
    schreibe("12411-01-01-4.csv", FLAT + flat("7") + flat("12", "GES;Geschlecht;GESW;weiblich"))
    lies_ein(kmut, "12411-01-01-4.csv", "--update")
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert "zeichen" not in text
    assert kmut("validate", "monitoring.yaml").status == 0


@pytest.mark.parametrize("ziffern", [16, 4_301])
def test_a_number_that_no_office_has_is_none(kmut: Kmut, schreibe: Schreibe, ordner: Path, ziffern: int) -> None:
    """Not even one that Python would not turn into text."""
    schreibe("12411-01-01-4.csv", FLAT + flat("9" * ziffern))
    ergebnis = kmut("monitoring", "import", "12411-01-01-4.csv", *ZEIT, "--yes")
    assert ergebnis.status == 1
    assert "12411-01-01-4.csv:2:" in ergebnis.out
    assert "KM194" in ergebnis.out
    assert (ordner / "monitoring.yaml").read_bytes() == SATZ.encode()


@pytest.mark.parametrize("anfang", ["", "Jahr;Wert\n"])
def test_a_quote_without_end_is_told(kmut: Kmut, schreibe: Schreibe, ordner: Path, anfang: str) -> None:
    schreibe("t.csv", f'{anfang}"{"x" * 131_073}')
    ergebnis = kmut("monitoring", "import", "t.csv", *ZEIT, "--yes")
    assert (ergebnis.status, ergebnis.err) == (1, "")
    assert "t.csv:1:1 KM191" in ergebnis.out


def test_values_go_where_they_belong(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    werte = (
        'werte:\n  - {indikator: "1", zeit: 2024, wert: 163455}\n  - {indikator: "9", zeit: 2020, wert: 1}  # letzte\n'
    )
    schreibe("monitoring.yaml", SATZ.replace("\r\n", "\n") + werte)
    lies_ein(kmut)
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8").partition("werte:\n")[2]
    assert text.index("zeit: 2023") < text.index("zeit: 2024") < text.index("zeit: 2020")
    assert text.endswith('  - {indikator: "9", zeit: 2020, wert: 1}  # letzte\n')


def test_a_part_of_a_table_feeds_an_indicator_of_its_own(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    kopf = FLAT.replace(
        "value;", "3_variable_code;3_variable_label;3_variable_attribute_code;3_variable_attribute_label;value;", 1
    )
    ges, nat = (
        ("GES;Geschlecht;;Insgesamt", "GES;Geschlecht;GESW;weiblich"),
        ("NAT;N;;Insgesamt", "NAT;N;NATA;ausländisch"),
    )
    schreibe(
        "12411-02-03-4.csv",
        kopf + "".join(flat(f"{i}{k}", f"{g};{n}") for i, g in enumerate(ges, 1) for k, n in enumerate(nat)),
    )
    tafel = [zeile.split("  ") for zeile in zeilen(lies_ein(kmut, "12411-02-03-4.csv").out) if "31.12.2022" in zeile]
    gelesen = [tuple(teil.strip() for teil in zeile if teil.strip()) for zeile in tafel]
    assert ("2", "31.12.2022", "Insgesamt", "11", "neu") in gelesen
    assert ("2", "31.12.2022", "weiblich", "21", "neu") in gelesen
    assert ("1", "31.12.2022", "ausländisch", "11", "neu") in gelesen
    assert len(gelesen) == 6


def test_long_names_of_breakdowns_become_the_indicators_own(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("12411-01-01-4.csv", FLAT + flat("5", "GES;Geschlecht (ohne divers);GESW;weiblich"))
    lies_ein(kmut, "12411-01-01-4.csv")
    assert "Geschlecht: weiblich" in (ordner / "monitoring.yaml").read_text(encoding="utf-8")


# --- The file of values ---------------------------------------------------------------------------------------------


def test_a_file_of_values_is_appended_to_byte_for_byte(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("monitoring.yaml", SATZ + "wertedatei: werte.csv\r\n")
    kopf = "\ufeffindikator;zeit;wert;zeichen;quelle;tabelle;abruf;revidiert;bemerkung"
    alt = f'{kopf}\r\n1;2023;"163200";;"Quelle; eigene";;;;\r\n1;2024;163000;;;;;;'
    schreibe("werte.csv", alt.encode())
    davor = (ordner / "monitoring.yaml").read_bytes()
    assert "1 geänderter Wert" in lies_ein(kmut).out
    assert (ordner / "werte.csv").read_bytes() == alt.encode()
    schreibe("im-niedersachsen-1-1-1.csv", IM11 + "2025,Musterland,K03999,163.5\n")
    assert lies_ein(kmut).out.endswith(
        "Eingetragen in werte.csv: 1 neuer Wert; 1 geänderter Wert nicht übernommen (mit --update)\n"
    )
    neu = "1;2025;163,5;;Integrationsmonitoring Niedersachsen;IM 1.1.1;2026-03-01;;\r\n"
    assert (ordner / "werte.csv").read_bytes().decode() == f"{alt}\r\n{neu}"
    lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update")
    vermerk = "revidiert mit Abruf vom 01.03.2026"
    ersetzt = f"1;2024;163455;;Integrationsmonitoring Niedersachsen;IM 1.1.1;2026-03-01;163000;{vermerk}"
    assert (ordner / "werte.csv").read_bytes().decode() == f"{alt}\r\n{neu}".replace("1;2024;163000;;;;;;", ersetzt)
    assert (ordner / "monitoring.yaml").read_bytes() == davor
    assert kmut("validate", "monitoring.yaml").status == 0
    assert "Nichts einzutragen." in lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update").out


def test_a_file_of_values_is_made_where_there_is_none(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("monitoring.yaml", SATZ + "wertedatei: werte.csv\r\n")
    assert "Eingetragen in werte.csv: 2 neue Werte" in lies_ein(kmut).out
    text = (ordner / "werte.csv").read_bytes().decode()
    assert text.startswith("\ufeffindikator;zeit;")
    assert kmut("validate", "monitoring.yaml").status == 0
    assert "Nichts einzutragen." in lies_ein(kmut).out


def test_a_column_that_is_missing_is_asked_for(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("monitoring.yaml", SATZ + "wertedatei: werte.csv\r\n")
    schreibe("werte.csv", "indikator;zeit;wert\n")
    ergebnis = lies_ein(kmut)
    assert ergebnis.status == 1
    assert "fehlen die Spalten quelle, tabelle und abruf" in ergebnis.err
    assert "je" not in ergebnis.err.rpartition("Ergänzen Sie")[2].split()
    assert (ordner / "werte.csv").read_text(encoding="utf-8") == "indikator;zeit;wert\n"


# --- Another source, and several revisions --------------------------------------------------------------------------

VON_HAND = (
    'werte:\n  - indikator: "1"\n    zeit: 2024\n    wert: 100\n    quelle: Einwohnermeldeamt\n    tabelle: T1\n'
    "    bruch: Umstellung\n    bemerkung: wichtig\n"
)


def test_a_number_of_another_source_is_no_revision(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("monitoring.yaml", SATZ.replace("\r\n", "\n") + VON_HAND)
    assert "Mit --update tritt die Zahl der Datei an seine Stelle" in lies_ein(kmut).out
    ausgabe = lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update").out
    assert "bisher 100. Der bisherige stammt aus anderer Quelle: Einwohnermeldeamt." in ausgabe
    assert "Hilfe: Die Zahl der Datei tritt an seine Stelle; der bisherige steht dann in der Bemerkung." in ausgabe
    assert "Hinweis: Der Bruch „Umstellung“ bleibt" in ausgabe
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert "    bruch: Umstellung\n" in text
    assert "    bemerkung: wichtig; vorher 100 laut Einwohnermeldeamt, Tabelle T1\n" in text
    assert "revidiert" not in text
    assert "tabelle: T1\n" not in text


def test_revisions_leave_a_chain_of_the_numbers_before(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("monitoring.yaml", SATZ + "wertedatei: werte.csv\r\n")
    for wert in ("100", "105", "107", "110"):
        schreibe("im-niedersachsen-1-1-1.csv", f"{IM}2024,Musterland,K03999,{wert}\n")
        lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update")
    vermerk = "revidiert mit Abruf vom 01.03.2026"
    kette = f"107;{vermerk} (vorher 100); {vermerk} (vorher 105); {vermerk}"
    erwartet = kette.replace("107;", '107;"') + '"\n'
    assert (ordner / "werte.csv").read_text(encoding="utf-8").endswith(erwartet)
    assert kmut("validate", "monitoring.yaml").status == 0


@pytest.mark.parametrize(
    ("antworten", "uebernommen"), [([True, False, True], "F"), ([True, True, False], "E"), ([True, False, False], "")]
)
def test_a_number_of_another_source_needs_a_yes_of_its_own(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, monkeypatch: pytest.MonkeyPatch,
    antworten: list[bool], uebernommen: str,
) -> None:  # fmt: skip
    eigener = '  - {indikator: "1", zeit: 2023, wert: 90, quelle: Integrationsmonitoring Niedersachsen}\n'
    schreibe("monitoring.yaml", SATZ.replace("\r\n", "\n") + VON_HAND + eigener)
    schreibe("im-niedersachsen-1-1-1.csv", IM11 + "2025,Musterland,K03999,7\n")
    fragen: list[str] = []

    def frage_ja(frage: str, *, vorgabe: bool) -> bool:
        fragen.append(frage)
        return antworten.pop(0)

    monkeypatch.setattr(monitoring_import, "kann_fragen", lambda: True)
    monkeypatch.setattr(monitoring_import, "frage_ja", frage_ja)
    assert kmut("monitoring", "import", "im-niedersachsen-1-1-1.csv", *ZEIT).status == 0
    assert fragen[2].startswith("Auch 1 Wert aus anderer Quelle (Einwohnermeldeamt) ersetzen")
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert ("wert: 163455" in text, "wert: 163200" in text) == (uebernommen == "F", uebernommen == "E")


# --- Many values ----------------------------------------------------------------------------------------------------


def test_the_file_is_read_a_few_times_however_many_values_change(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gelesen: list[int] = []
    lies = read_source

    def gezaehlt(path: str, content: bytes) -> Source:
        gelesen.append(len(content))
        return lies(path, content)

    monkeypatch.setattr(edit, "read_source", gezaehlt)
    for plus in (0, 1, 2):
        zeile = "{0},Musterland,K03999,{1}\n".format
        schreibe("im-niedersachsen-1-1-1.csv", IM + "".join(zeile(1900 + nr, nr + plus) for nr in range(60)))
        assert lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--update").status == 0
    assert "vorher 59" in (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert len(gelesen) <= 6


def test_many_values_are_counted_in_groups_and_better_stand_in_a_file_of_values(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vorschau, "VIELE", 1)
    assert "wertedatei: monitoring-werte.csv" in lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--dry-run").out
    assert vorschau.werte(20000, "", "neue").replace(GESCHUETZT, " ") == "20 000 neue Werte"
    assert vorschau.geaenderte(12345).replace(GESCHUETZT, " ") == "12 345 geänderte Werte"


def test_on_a_terminal_a_word_comes_when_it_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with warten.warte("Umsonst"):
        pass
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with warten.warte("Noch nicht"):
        pass
    gesagt = Event()
    monkeypatch.setattr(warten, "GEDULD", 0.0)

    def sage(text: str, **_strom: object) -> None:
        sys.stderr.write(text)
        gesagt.set()

    monkeypatch.setattr(warten, "print", sage, raising=False)
    with warten.warte("Dauert …"):
        assert gesagt.wait(5)
    assert capsys.readouterr().err == "Dauert …"


# --- What stops an import -------------------------------------------------------------------------------------------


def test_without_a_yes_nothing_is_written(kmut: Kmut, ordner: Path) -> None:
    davor = (ordner / "monitoring.yaml").read_bytes()
    ergebnis = kmut("monitoring", "import", "im-niedersachsen-1-1-1.csv")
    assert ergebnis.status == 2
    assert "Trägt 2 neue Werte in „monitoring.yaml“ ein: derselbe Befehl mit --yes" in ergebnis.err
    ergebnis = kmut("monitoring", "import", "im-niedersachsen-1-1-1.csv", "--dry-run", "--yes")
    assert (ergebnis.status, zeilen(ergebnis.out)[-1]) == (0, "Nichts geändert (--dry-run).")
    assert (ordner / "monitoring.yaml").read_bytes() == davor


@pytest.mark.parametrize(
    ("geaendert", "mehr", "antworten", "ende"),
    [
        ("163455", (), [True], "2 neue Werte"),
        ("163455", (), [False], "Abgebrochen, nichts eingetragen."),
        ("", (), [False], "Nichts eingetragen."),
        ("", (), [True], "1 geänderter Wert"),
        ("", ("--update",), [True], "1 geänderter Wert"),
        ("", ("--update",), [False], "Abgebrochen, nichts eingetragen."),
    ],
)
def test_on_a_terminal_it_asks(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, monkeypatch: pytest.MonkeyPatch,
    geaendert: str, mehr: tuple[str, ...], antworten: list[bool], ende: str,
) -> None:  # fmt: skip
    if not geaendert:
        lies_ein(kmut)
        schreibe("im-niedersachsen-1-1-1.csv", IM11.replace("163455", "163999"))
    monkeypatch.setattr(monitoring_import, "kann_fragen", lambda: True)
    monkeypatch.setattr(monitoring_import, "frage_ja", lambda _frage, *, vorgabe: antworten.pop(0))
    ergebnis = kmut("monitoring", "import", "im-niedersachsen-1-1-1.csv", *mehr)
    assert (ergebnis.status, antworten) == (0, [])
    assert zeilen(ergebnis.out)[-1].endswith(ende)


@pytest.mark.parametrize(
    ("inhalt", "code"),
    [
        ("", "KM191"),
        ("Jahr;Wert\n2024;1\n", "KM191"),
        (IM11.replace("Musterland", "Musterländle").encode().decode("cp1252"), "KM192"),
        (IM11 + "2025,Mu", "KM193"),
        (IM11.replace("163455", "viele"), "KM194"),
        (IM11.replace("K03999", "K03357"), "KM196"),
        (IM11 + "2024,Musterland,K03999,1\n", "KM198"),
    ],
)
def test_a_file_that_is_wrong_changes_nothing(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, inhalt: str, code: str
) -> None:
    davor = (ordner / "monitoring.yaml").read_bytes()
    schreibe("im-niedersachsen-1-1-1.csv", inhalt)
    ergebnis = lies_ein(kmut)
    assert ergebnis.status == 1
    assert f" {code} " in ergebnis.out
    assert zeilen(ergebnis.out)[-1] == "Nichts eingelesen, nichts geändert."
    assert (ordner / "monitoring.yaml").read_bytes() == davor


def test_what_no_indicator_asks_for_is_named(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe(
        "13111-01-03-4.csv", FLAT + flat("5", "NAT;Nationalität;NATA;ausländisch", ende="Anzahl;ERW032;Beschäftigte")
    )
    ergebnis = lies_ein(kmut, "13111-01-03-4.csv")
    assert ergebnis.status == 1
    assert "KM197" in ergebnis.out
    assert 'statistik: ["12411:ERW032"]' in ergebnis.out
    assert "NAT=NATA (Nationalität: ausländisch)" in ergebnis.out
    assert lies_ein(kmut, "13111-01-03-4.csv", "--indicator", "9").status == 0
    assert lies_ein(kmut, "13111-01-03-4.csv", "--indicator", "99").status == 2
    beides = FLAT + flat("5", ende="Anzahl;ERW032;Beschäftigte") + flat("6")
    schreibe("12411-01-01-4.csv", beides)
    assert "Keiner Kennzahl zugeordnet: „12411:ERW032“ Beschäftigte (1)." in lies_ein(kmut, "12411-01-01-4.csv").out
    ergebnis = lies_ein(kmut, "12411-01-01-4.csv", "--indicator", "9")
    assert (ergebnis.status, "enthält mehreres" in ergebnis.out) == (1, True)
    assert lies_ein(kmut, "12411-01-01-4.csv", "--indicator", "9", "--variable", "12411:bevstd").status == 0
    assert "steht nicht in der Datei" in lies_ein(kmut, "12411-01-01-4.csv", "--variable", "x").err


def test_two_indicators_that_ask_for_the_same_are_named(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("monitoring.yaml", SATZ.replace("IM 1.2.1", "IM 1.1.1"))
    ergebnis = lies_ein(kmut)
    assert ergebnis.status == 1
    assert "„IM 1.1.1“ steht bei mehreren Kennzahlen unter statistik: 1, 2." in ergebnis.out


def test_other_reasons_not_to_begin(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "„fehlt.csv“ gibt es nicht." in lies_ein(kmut, "fehlt.csv").err
    assert "kennt „strich“ nicht" in lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--decimal", "strich").err
    schreibe("leer/kmut.yaml", MAPPE)
    assert "kein Monitoring" in lies_ein(kmut, "im-niedersachsen-1-1-1.csv", "--file", "kmut.yaml").err
    monkeypatch.chdir(ordner / "leer")
    assert "kmut new monitoring" in lies_ein(kmut, "../im-niedersachsen-1-1-1.csv").err
    monkeypatch.chdir(ordner)
    schreibe("monitoring.yaml", SATZ + "werte: [{indikator: 1, zeit: gestern, wert: 5}]\r\n")
    assert "wären so nicht zu erkennen" in lies_ein(kmut).err
    schreibe("monitoring.yaml", SATZ)
    schreibe("kmut.yaml", "kommune: {name: Landkreis Musterland}\n")
    ergebnis = lies_ein(kmut)
    assert (ergebnis.status, "KM195" in ergebnis.out) == (1, True)
    schreibe("kmut.yaml", 'kommune:\n  name: Landkreis Musterland\n  ags: "3999"\n')
    ergebnis = lies_ein(kmut)
    assert ergebnis.out.startswith("kmut.yaml:3:8 KM195 „3999“ ist kein Amtlicher Gemeindeschlüssel; 03999 gemeint?")


def test_the_status_says_whether_a_file_or_the_command_is_wrong(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    for inhalt in ("", "dokument: [monitoring\n", "dokument: monitorring\n", SATZ + "werte: [{zeit: gestern}]\n"):
        schreibe("monitoring.yaml", inhalt)
        assert (lies_ein(kmut).status, kmut("monitoring", "show").status) == (1, 1)
    schreibe("monitoring.yaml", "dokument: projektbeschreibung\ngliederung: '2026'\n")
    assert (lies_ein(kmut).status, kmut("monitoring", "show").status) == (2, 2)
    schreibe("monitoring.yaml", SATZ)
    for ort in (".", os.devnull):
        ergebnis = lies_ein(kmut, ort)
        assert (ergebnis.status, ergebnis.err.endswith("Nennen Sie eine CSV-Datei.\n")) == (2, True)


def test_a_day_of_retrieval_has_been(kmut: Kmut, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitoring_import, "heute", lambda: date(2026, 2, 28))
    ergebnis = lies_ein(kmut)
    assert (ergebnis.status, "kann nicht in der Zukunft liegen" in ergebnis.err) == (2, True)
    assert "Abruf: 28.02.2026" in kmut("monitoring", "import", "im-niedersachsen-1-1-1.csv", "--dry-run").out


def test_the_zeros_behind_the_key_of_a_county_may_be_written(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("kmut.yaml", MAPPE.replace("03999", "03999000"))
    assert "2 Werte für 03999 (Landkreis Musterland)" in lies_ein(kmut).out


def test_a_file_under_another_name_has_no_table(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    schreibe("download.csv", IM11)
    assert "Quelle: Integrationsmonitoring Niedersachsen\n" in lies_ein(kmut, "download.csv", "--indicator", "9").out
    assert "tabelle" not in (ordner / "monitoring.yaml").read_text(encoding="utf-8")


def test_an_entry_that_no_file_can_match_is_told(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    gut = ["IM 1.1.1", "12411:BEVSTD", "12411:BEV__CH0004 ALT=unter 3 GES=GESW", "IM 1.2.1 Staatsangehörigkeit=Türkei"]
    schlecht = ["12411 BEVSTD GES =", "12411:BEVSTD GES=", "12411:BEVSTD GES", "BEVSTD", "IM", "12411: BEVSTD", "IM 1"]
    zeilen = "".join(f'      - "{eins}"\n' for eins in gut + schlecht)
    kopf = 'dokument: monitoring\nindikatoren:\n  - nummer: "1"\n    name: A\n    statistik:\n'
    schreibe("monitoring.yaml", kopf + zeilen)
    findings = [eins for eins in kmut("check", "--format", "json").json["findings"] if eins["code"] == "KM477"]
    assert [eins["line"] for eins in findings] == list(range(10, 17))


def test_a_huge_file_is_not_read(kmut: Kmut, ordner: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KMUT_GRENZE_STATISTIKDATEI", "50")
    ergebnis = lies_ein(kmut)
    assert (ergebnis.status, "größer als" in ergebnis.out) == (1, True)


def test_without_a_date_the_files_own_is_taken_and_said(kmut: Kmut, ordner: Path) -> None:
    os.utime(ordner / "im-niedersachsen-1-1-1.csv", (1_767_268_800, 1_767_268_800))
    ergebnis = kmut("monitoring", "import", "im-niedersachsen-1-1-1.csv", "--yes", "--source", "Land")
    assert "Abruf: 01.01.2026; das ist der Änderungstag der Datei" in ergebnis.out
    text = (ordner / "monitoring.yaml").read_text(encoding="utf-8")
    assert "abruf: 2026-01-01" in text
    assert "quelle: Land\n" in text


def test_a_year_beside_a_reference_date_is_told(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    lies_ein(kmut)
    schreibe("12411-01-01-4.csv", FLAT + flat("163400", zeit="2024-12-31"))
    ausgabe = lies_ein(kmut, "12411-01-01-4.csv").out
    assert "Kennzahl 1 hat dann für 2024 einen Wert zum Jahr und einen zum Stichtag" in ausgabe


# --- Looking at it --------------------------------------------------------------------------------------------------


@pytest.fixture
def voll(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> Path:
    """The monitoring with values of two indicators."""
    lies_ein(kmut)
    schreibe("im-1-2-1.csv", IM12)
    lies_ein(kmut, "im-1-2-1.csv")
    return ordner


def test_the_set_at_a_glance(kmut: Kmut, voll: Path) -> None:
    ergebnis = kmut("monitoring", "show")
    assert ergebnis.status == 0
    assert zeilen(ergebnis.out) == [
        "Nr.  Kennzahl                  Zeit      Letzter Wert  Veränderung",
        "",
        "Bevölkerung",
        "1    Bevölkerung               2024  163 455 Personen  +0,2 % seit 2023",
        "2    Ausländische Bevölkerung  2024   17 000 Personen  +4,2 % seit 2023",
        "3    Anteil                    2024          b 10,4 %  +0,4 Prozentpunkte seit 2023",
        "",
        "Ohne Gruppe",
        "9    Ohne Statistik                                 –",
        "",
        "4 Kennzahlen, 3 mit Werten. Eine davon: kmut monitoring show NUMMER",
        "Zeichen: b berechnet aus anderen Kennzahlen, nicht veröffentlicht",
    ]


def test_one_indicator_with_table_chart_and_source(kmut: Kmut, voll: Path) -> None:
    assert zeilen(kmut("monitoring", "show", "3").out) == [
        "3 Anteil (%)",
        "Gruppe: Bevölkerung",
        "Berechnet als: 2 / 1 × 100",
        "",
        "Zeit  Insgesamt         Veränderung",
        "2023     b 10,0",
        "2024     b 10,4  +0,4 Prozentpunkte",
        "",
        "Verlauf: Insgesamt",
        "     │ Skala von 10 bis 10,5, nicht von 0 an",
        "2023 │● b 10,0",
        f"2024 │{' ' * 68}● b 10,4",
        "",
        "Quelle: Integrationsmonitoring Niedersachsen, Tabelle IM 1.2.1, Abruf 01.03.2026",
        "Quelle: Integrationsmonitoring Niedersachsen, Tabelle IM 1.1.1, Abruf 01.03.2026",
        "Zeichen: b berechnet aus anderen Kennzahlen, nicht veröffentlicht",
    ]


def test_breakdowns_stand_side_by_side_and_a_single_time_is_drawn_by_parts(
    kmut: Kmut, schreibe: Schreibe, ordner: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    teile = (
        flat("90", "GES;Geschlecht;GESM;männlich")
        + flat("/", "GES;Geschlecht;GESW;weiblich")
        + flat("30", "GES;Geschlecht;GESD;divers")
    )
    schreibe("12411-01-01-4.csv", FLAT + flat("120") + teile)
    lies_ein(kmut, "12411-01-01-4.csv")
    ausgabe = zeilen(kmut("monitoring", "show", "1").out)
    assert ausgabe[4:6] == [
        "Zeit        Insgesamt  divers  männlich  weiblich",
        "31.12.2022        120      30        90         /",
    ]
    assert ausgabe[7] == "Am 31.12.2022"
    balken = {zeile.split(" ")[0]: zeile.count("█") for zeile in ausgabe[8:11]}
    assert balken["männlich"] > 2.5 * balken["divers"] > 0 == balken["weiblich"]
    assert "Zeichen: / keine Angabe, da Zahlenwert nicht sicher genug" in ausgabe
    monkeypatch.setenv("COLUMNS", "30")
    schmal = zeilen(kmut("monitoring", "show", "1").out)
    assert sum(zeile.startswith("31.12.2022") for zeile in schmal) > 1
    assert max(map(len, schmal[3:7])) <= 30


def test_json_for_programs(kmut: Kmut, voll: Path) -> None:
    alle = kmut("monitoring", "show", "--format", "json").json
    assert [(eins["number"], eins["values"]) for eins in alle["indicators"]] == [("1", 2), ("2", 2), ("3", 2), ("9", 0)]
    assert alle["indicators"][0]["latest"]["value"] == 163455
    eine = kmut("monitoring", "show", "3", "--format", "json").json
    assert eine["indicator"]["formula"] == "2 / 1 × 100"
    werte = eine["series"][0]["values"]
    assert [(wert["time"], wert["computed"]) for wert in werte] == [("2023", True), ("2024", True)]
    assert werte[0]["value"] == 10
    assert werte[1]["change"]["since"] == "2023"
    erste = kmut("monitoring", "show", "1", "--format", "json").json["series"][0]["values"][0]
    assert (erste["source"], erste["retrieved"]) == ("Integrationsmonitoring Niedersachsen", "2026-03-01")


def test_show_without_values_and_with_wrong_numbers(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    assert "Noch keine Werte." in kmut("monitoring", "show", "1").out
    ergebnis = kmut("monitoring", "show", "11")
    assert (ergebnis.status, "Meinten Sie „1“?" in ergebnis.err) == (2, True)
    schreibe("monitoring.yaml", "dokument: monitoring\n")
    assert "noch keine Kennzahlen" in kmut("monitoring", "show").out
    assert kmut("monitoring", "show", "1").status == 2
    schreibe("monitoring.yaml", SATZ + "werte: [{indikator: 1, zeit: 2024, wert: viele}]\r\n")
    ergebnis = kmut("monitoring", "show")
    assert (ergebnis.status, "einen Fehler" in ergebnis.err) == (1, True)


def test_bars_begin_at_zero_and_negative_ones_lie_left_of_it() -> None:
    staebe = [Stab("a", Decimal(-10), "−10"), Stab("b", Decimal(20), "20", "neue Zählung"), Stab("c", None, ".")]
    assert list(diagramm(staebe, 38)) == [
        "a │" + "█" * 10 + " −10",
        "╌╌┼╌ Bruch: neue Zählung",
        "b │" + " " * 10 + "█" * 20 + " 20",
        "c │ .",
    ]
    nahe = list(diagramm([Stab("a", Decimal(100), "100"), Stab("b", Decimal(105), "105")], 44))
    assert nahe[0] == "  │ Skala von 100 bis 105, nicht von 0 an"
    assert nahe[1] == "a │● 100"
    assert list(diagramm([Stab("a", Decimal(1), "1")], 40)) == []
    assert [zeile[:3] for zeile in diagramm([Stab("a", Decimal(0), "0"), Stab("b", Decimal(0), "0")], 40)] == [
        "a │",
        "b │",
    ]


@pytest.mark.parametrize("breite", [40, 60, 80])
def test_nothing_is_wider_than_the_terminal(
    kmut: Kmut, schreibe: Schreibe, voll: Path, monkeypatch: pytest.MonkeyPatch, breite: int
) -> None:
    lang = "Anteil der Schulanfängerinnen und Schulanfänger mit Sprachförderbedarf"
    text = (voll / "monitoring.yaml").read_text(encoding="utf-8").replace("name: Bevölkerung", f"name: {lang}")
    teile = "".join(
        f"  - {{indikator: '1', zeit: 2022, merkmale: {{Herkunft: {lang} {nr}}}, wert: {nr}, bruch: {lang}}}\r\n"
        for nr in (1, 2)
    )
    schreibe("monitoring.yaml", text + teile)
    monkeypatch.setenv("COLUMNS", str(breite))
    for nummer in ((), ("1",), ("2",), ("3",), ("9",)):
        ausgabe = kmut("monitoring", "show", *nummer).out
        assert max(cell_len(zeile) for zeile in ausgabe.splitlines()) <= breite
    satz = " ".join(kmut("monitoring", "show").out.split())
    assert "163 455 Personen" in satz.replace("\u00a0", " ")
    assert "+0,2 % seit 2023" in satz


def test_one_indicator_is_one_and_former_numbers_are_grouped(kmut: Kmut, schreibe: Schreibe, ordner: Path) -> None:
    werte = "werte: [{indikator: '1', zeit: 2024, wert: 161702, revidiert: 161655}]\r\n"
    schreibe("monitoring.yaml", "dokument: monitoring\r\nindikatoren: [{nummer: '1', name: A}]\r\n" + werte)
    assert "\n1 Kennzahl, 1 mit Werten." in kmut("monitoring", "show").out
    assert "früher 161 655" in kmut("monitoring", "show", "1").out.replace("\u00a0", " ")


def test_of_very_many_faults_the_limit_is_named(kmut: Kmut, ordner: Path) -> None:
    (ordner / "viele.csv").write_text(IM11 + "2025\n" * 22, encoding="utf-8")
    ergebnis = lies_ein(kmut, "viele.csv")
    assert ergebnis.status == 1
    ende = "2 weitere Befunde sind nicht gezeigt. Diese Grenze setzt die Umgebungsvariable KMUT_GRENZE_STATISTIKFEHLER."
    assert ende in zeilen(ergebnis.out)
