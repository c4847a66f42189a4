"""``kmut log``: entries go in where they belong, come out in order, and get into the report."""

from __future__ import annotations

import csv
import io
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.findings import limits
from kmut_cli.workspace.veranstaltungen.eintrag import eintrag
from kmut_cli.workspace.veranstaltungen.verzeichnis import finde
from tests.cli.conftest import BEISPIELE, BERICHT, Kmut, Schreibe

DATEN = Path(__file__).parents[1] / "workspace" / "daten"
NAME = "veranstaltungen.yaml"
GEMISCHT = (
    "# Notizen\r\n"
    "dokument: 'veranstaltungen'   # so\r\n"
    "\r\n"
    "eintraege:\r\n"
    "- datum: 27./28.04.2015\r\n"
    '  titel: "Konferenz"  # Mainz\r\n'
    "\r\n"
    "# im Mai\r\n"
    "- {datum: 2015-05-12, titel: Treffen}\r\n"
)


@pytest.fixture
def rotenburg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, as the current folder."""
    shutil.copytree(BEISPIELE / "rotenburg-2015", tmp_path / "rotenburg")
    monkeypatch.chdir(tmp_path / "rotenburg")
    return tmp_path / "rotenburg"


def eintraege(kmut: Kmut, *args: str) -> list[dict[str, Any]]:
    liste: list[dict[str, Any]] = kmut("log", "list", "--format", "json", *args).json["entries"]
    return liste


# --- The example ----------------------------------------------------------------------------------------------------


def test_the_paper_of_2015_is_a_clean_log(kmut: Kmut, rotenburg: Path) -> None:
    assert kmut("check", "--strict", "veranstaltungen.yaml").status == 0
    alle = eintraege(kmut)
    assert len(alle) == 18
    assert [eins["date"] for eins in alle] == sorted(eins["date"] for eins in alle)
    assert [eins["place"] for eins in alle if eins["date"] == "2015-04-21"] == ["Rotenburg (Wümme)", "Bremervörde"]
    assert [(eins["date"], eins["until"]) for eins in alle if eins["date"] != eins["until"]] == [
        ("2015-04-27", "2015-04-28")
    ]


def test_what_came_after_the_paper_is_told_apart(kmut: Kmut, rotenburg: Path) -> None:
    geteilt = eintraege(kmut, "--as-of", "16.04.2015")
    assert [eins["coming"] for eins in geteilt] == [False] * 10 + [True] * 8
    text = kmut("log", "list", "--as-of", "2015-04-16").out
    assert "Vor dem 16.04.2015: 10 Einträge" in text
    assert "Ab dem 16.04.2015: 8 Einträge" in text
    assert text.rstrip().endswith("Zusammen 18 Einträge")
    # A span is not over before its last day is.
    assert sum(eins["coming"] for eins in eintraege(kmut, "--as-of", "28.04.2015")) == 6


def test_the_report_takes_its_answers_from_the_log(kmut: Kmut, rotenburg: Path) -> None:
    bericht = rotenburg / "2015" / "taetigkeitsbericht.yaml"
    bericht.parent.mkdir(exist_ok=True)
    bericht.write_text(
        BERICHT + "berichtsjahr: 2015\naufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen}\n"
        "  netzwerkarbeit:\n    netzwerke: {aus: veranstaltungen}\n",
        "utf-8",
    )
    stand = kmut("check", str(bericht), "--format", "json").json
    assert {f["code"] for f in stand["findings"]} == {"KM301", "KM303", "KM403", "KM436"}
    assert next(eins for eins in stand["documents"][0]["sections"] if eins["number"] == "2.7")["answered"] == 1
    assert kmut("render", str(bericht), "--format", "md").status == 0
    text = bericht.with_suffix(".md").read_text("utf-8")
    assert "Vortrag der Koordinierungsstelle darüber, was Integrationslotsen" in text
    assert "Siebte Integrationskonferenz" not in text, "whoever only took part did not organise it"
    assert "KMN-Regionalverbund Nordniedersachsen" in text
    assert "2 Treffen im Jahr" in text


@pytest.mark.parametrize("befehl", ["validate", "check", "render"])
def test_without_its_log_no_report_is_given_out(kmut: Kmut, schreibe: Schreibe, befehl: str) -> None:
    schreibe("bericht.yaml", BERICHT + "aufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen}\n")
    ergebnis = kmut(befehl, "bericht.yaml")
    assert ergebnis.status == 1
    assert "KM431" in ergebnis.out
    assert not Path("bericht.docx").exists()


def test_errors_of_the_log_are_told_once_at_their_place(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe(NAME, "dokument: veranstaltungen\neintraege:\n  - {datum: bald, titel: X}\n")
    rest = "berichtsjahr: 2024\naufgaben:\n  projekte:\n    massnahmen: {aus: veranstaltungen}\n"
    schreibe("2024/bericht.yaml", BERICHT + rest)
    for namen in (["2024/bericht.yaml"], ["."], ["2024/bericht.yaml", NAME]):
        findings = kmut("validate", "--format", "json", *namen).json["findings"]
        assert [(f["code"], Path(f["path"]).name) for f in findings] == [
            ("KM432", "bericht.yaml"), ("KM221", NAME),
        ]  # fmt: skip


@pytest.mark.parametrize("format", ["md", "docx"])
def test_the_log_itself_is_given_out(kmut: Kmut, rotenburg: Path, format: str) -> None:
    assert kmut("render", NAME, "--format", format).status == 0
    ausgabe = rotenburg / f"veranstaltungen.{format}"
    if format == "md":
        text = ausgabe.read_text("utf-8")
        assert text.count("**Datum:**") == 18
        assert "KMN-Regionalverbunds Nordniedersachsen (Netzwerk: KMN-Regionalverbund Nordniedersachsen)" in text
    else:
        from tests.render.word.reading import Docx

        texte = "\n".join(Docx(ausgabe.read_bytes()).texts)
        assert "27./28.04.2015" in texte
        assert "Vortrag, mit eigenem Beitrag" in texte


# --- add ------------------------------------------------------------------------------------------------------------


def test_the_first_entry_makes_the_file(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("kmut.yaml", "kommune: {name: Landkreis Musterland}\n")
    ergebnis = kmut("log", "add", "27./28.04.2015", "Mainz:", "Bundeskonferenz", "--kind", "tagung")
    assert ergebnis.status == 0
    assert ergebnis.out == f"Angelegt: {NAME}\n  27./28.04.2015, Mainz: Bundeskonferenz\n"
    text = (tmp_path / NAME).read_text("utf-8")
    assert text.endswith("  - datum: 27./28.04.2015\n    ort: Mainz\n    titel: Bundeskonferenz\n    art: tagung\n")
    assert kmut("check", "--strict").status == 0


def test_from_the_folder_of_a_year_it_goes_into_the_common_log(
    kmut: Kmut, schreibe: Schreibe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    schreibe("kmut.yaml", "kommune: {name: Landkreis Musterland}\n")
    (tmp_path / "2025" / "anlagen").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "2025" / "anlagen")
    assert kmut("log", "add", "2025-03-01 Fest").status == 0
    assert (tmp_path / NAME).is_file()


@pytest.mark.parametrize(
    ("datum", "davor"),
    [("01.01.2015", "- datum: 27./28.04.2015"), ("28.04.2015", "# im Mai"), ("2015-05-12", ""), ("2016", "")],
)
def test_every_other_byte_stays(kmut: Kmut, schreibe: Schreibe, datum: str, davor: str) -> None:
    datei = schreibe(NAME, GEMISCHT)
    assert kmut("log", "add", f"{datum} Neu").status == 0
    neu = f"- datum: {datum}\r\n  titel: Neu\r\n"
    text = datei.read_bytes().decode()
    assert text.replace(neu, "") == GEMISCHT
    nach = text[text.index(neu) + len(neu) :].lstrip()
    assert nach.startswith(davor) and (davor or not nach)


def test_options_for_everything(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("x", "")
    werte = ["--date", "2025-03-01", "--time", "9–11 Uhr", "--place", "Ort: A", "--title", "- kein Punkt: #1"]
    werte += ["--kind", "Fortbildung", "--partner", "A & B", "--partner", "ja", "--target", "Familien"]
    werte += ["--participants", "120", "--role", "mit eigenem Beitrag", "--network", "KMN", "--note", "=1+1"]
    assert kmut("log", "add", *werte).status == 0
    (eins,) = eintraege(kmut)
    assert eins == {
        "date": "2025-03-01", "until": "2025-03-01", "time": "09:00–11:00", "place": "Ort: A",
        "title": "- kein Punkt: #1", "kind": "fortbildung", "partners": ["A & B", "ja"], "target_groups": ["Familien"],
        "participants": 120, "role": "beitrag", "network": "KMN", "note": "=1+1",
    }  # fmt: skip


def test_text_and_options_together(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("x", "")
    assert kmut("log", "add", "--date", "2025-03-01", "10 Uhr Zeven: Fest").status == 0
    assert kmut("log", "add", "2025-03-02 Vortrag: Integration", "--place", "Bad Ort").status == 0
    assert [(e["time"], e["place"], e["title"]) for e in eintraege(kmut)] == [
        ("10:00", "Zeven", "Fest"), (None, "Bad Ort", "Vortrag: Integration"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("args", "meldung"),
    [
        (["Fest"], "--date"),
        (["2025-03-01"], "--title"),
        ([], "--date"),
        (["30.02.2025 Fest"], "gibt es im Kalender nicht"),
        (["28./27.04.2025 Fest"], "bevor er beginnt"),
        (["2025 Fest", "--kind", "feier"], "netzwerktreffen"),
        (["2025 Fest", "--participants", "viele"], "Zahl"),
        (["2025 Fest", "--time", "früh"], "10:00"),
        (["2025 Fest", "--file", "nirgends/x.yaml"], "Ordner"),
        (["2025 Fest\x07"], "unerlaubtes Zeichen"),
        ([], "Es fehlen Datum und Titel. Schreiben Sie"),
        (["12.03.2026 25:00 Zeven: i"], "„uhrzeit“ erwartet eine Uhrzeit, hier steht „25:00“. Schreiben Sie z. B."),
        (["12.03.2026 1000 Jahre Zeven"], "Gehört „1000“ zum Titel, nennen Sie ihn hinter --title."),
        (["12.03. Fest"], "„12.03.“ ist kein Datum, das kmut lesen kann. Schreiben Sie z. B. 27.04.2015"),
        (["12/03/2026 Fest"], "„12/03/2026“ ist kein Datum"),
        (["1.2.2026 A: e", "--date", "2.2.2026"], "„1.2.2026“ im Text und „2.2.2026“ hinter --date"),
        (["1.2.2026 10:00 A: e", "--time", "11:00"], "„10:00“ im Text und „11:00“ hinter --time"),
        (["1.2.2026 Fest", "--title", "Feier"], "„Fest“ im Text und „Feier“ hinter --title"),
        (["1.2.2026 Zeven:"], "Es fehlt der Titel."),
        (["2025 Fest", "--participants", "ca. 25"], "z. B. 25."),
    ],
)
def test_wrong_entries_are_refused(
    kmut: Kmut, schreibe: Schreibe, args: list[str], meldung: str, tmp_path: Path
) -> None:
    schreibe("x", "")
    ergebnis = kmut("log", "add", *args)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert meldung in ergebnis.err
    assert ergebnis.err.count("\n") == 1
    assert not (tmp_path / NAME).exists()


def test_a_double_needs_force(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("x", "")
    kmut("log", "add", "27./28.04.2015 Mainz: Bundeskonferenz")
    vorher = (tmp_path / NAME).read_bytes()
    ergebnis = kmut("log", "add", "2015-04-27/2015-04-28 mainz:  bundeskonferenz")
    assert (ergebnis.status, "--force" in ergebnis.err) == (2, True)
    assert (tmp_path / NAME).read_bytes() == vorher
    assert kmut("log", "add", "27./28.04.2015 Mainz: Bundeskonferenz", "--force").status == 0
    assert kmut("check", "--format", "json").codes == ["KM434"]


def test_something_like_it_is_pointed_out(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("x", "")
    kmut("log", "add", "27.04.2015 Mainz: Bundeskonferenz")
    assert "Hinweis: Am selben Tag" in kmut("log", "add", "27.04.2015 Bundeskonferenz, Abschluss").out
    assert len(eintraege(kmut)) == 2


@pytest.mark.parametrize("inhalt", [BERICHT, "eintraege:\n", "- x\n", "dokument: [\n", "\x00"])
def test_another_file_is_left_alone(kmut: Kmut, schreibe: Schreibe, inhalt: str) -> None:
    datei = schreibe(NAME, inhalt)
    for befehl in (["add", "2025 Fest"], ["list"]):
        ergebnis = kmut("log", *befehl)
        assert ergebnis.status == 2
        assert NAME in ergebnis.err
    assert datei.read_text("utf-8") == inhalt


# --- list -----------------------------------------------------------------------------------------------------------


def test_selection_by_year_and_kind(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe(NAME, "dokument: veranstaltungen\neintraege:\n  - {datum: 2026, titel: C}\n")
    kmut("log", "add", "30.12.2024–02.01.2025 A", "--kind", "projekt")
    kmut("log", "add", "2025-05 B", "--kind", "tagung")
    assert [eins["title"] for eins in eintraege(kmut)] == ["A", "B", "C"]
    assert [eins["title"] for eins in eintraege(kmut, "--year", "2025")] == ["A", "B"]
    assert [eins["title"] for eins in eintraege(kmut, "--kind", "tagung", "--kind", "projekt")] == ["A", "B"]
    assert "keine Einträge" in kmut("log", "list", "--year", "2020").out


@pytest.mark.parametrize("breite", [60, 80, 120])
def test_the_table_fits_the_terminal(kmut: Kmut, rotenburg: Path, monkeypatch: pytest.MonkeyPatch, breite: int) -> None:
    kmut("log", "list")
    monkeypatch.setenv("COLUMNS", str(breite))
    text = kmut("log", "list").out
    assert max(map(len, text.splitlines())) <= breite
    zeichen = Counter("".join(text.split()))
    titel = Counter("".join("".join(eins["title"].split()) for eins in eintraege(kmut)))
    assert titel <= zeichen, "nothing is cut off"


def test_a_table_for_excel_holds_no_formula_and_comes_back(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("x", "")
    for nummer, titel in enumerate(["=1+1", "+49", "-3", "@x", "'=x", "a;b", 'sagt "ja"']):
        werte = ["--date", f"2025-03-{nummer + 1:02}", "--title", titel, "--partner", titel, "--participants", "12345"]
        assert kmut("log", "add", *werte, "--role", "veranstaltet", "--kind", "gremium", "--time", "9 Uhr").status == 0
    tabelle = kmut("log", "list", "--format", "csv").out
    zeilen = list(csv.reader(io.StringIO(tabelle.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert zeilen[0][:4] == ["Datum", "Uhrzeit", "Ort", "Titel"]
    assert not any(zelle.startswith(("=", "+", "-", "@")) for zeile in zeilen for zelle in zeile)
    vorher = eintraege(kmut)
    (tmp_path / "aus.csv").write_bytes(tabelle.encode())
    assert kmut("log", "import", "aus.csv", "--yes", "--file", "neu.yaml").status == 0
    nachher = eintraege(kmut, "--file", "neu.yaml")
    assert [eins["title"] for eins in nachher] == [eins["title"] for eins in vorher]
    assert [eins for eins in nachher if ";" not in eins["title"]] == [
        eins for eins in vorher if ";" not in eins["title"]
    ]


def test_what_is_wrong_in_the_log_is_said(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe(NAME, "dokument: veranstaltungen\neintraege:\n  - {datum: bald, titel: X}\n  - {datum: 2025, titel: Y}\n")
    ergebnis = kmut("log", "list")
    assert ergebnis.status == 1
    assert "Y" in ergebnis.out
    assert "kmut validate" in ergebnis.err


@pytest.mark.parametrize(
    "args",
    [["--year", "25"], ["--kind", "feier"], ["--as-of", "April"], ["--as-of", "2015-04"], ["--format", "xml"], []],
)
def test_wrong_usage_of_list(kmut: Kmut, schreibe: Schreibe, args: list[str]) -> None:
    schreibe("x", "")
    assert kmut("log", "list", *args).status == 2


# --- import ---------------------------------------------------------------------------------------------------------


def test_a_calendar_is_shown_first_and_written_on_demand(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("termine.ics", (DATEN / "outlook.ics").read_bytes())
    vorschau = kmut("log", "import", "termine.ics")
    assert vorschau.status == 2
    assert "Neu (7):" in vorschau.out
    assert "--yes" in vorschau.err
    assert not (tmp_path / NAME).exists()
    assert kmut("log", "import", "termine.ics", "--yes").status == 0
    assert len(eintraege(kmut)) == 7
    vorher = (tmp_path / NAME).read_bytes()
    nochmal = kmut("log", "import", "termine.ics", "--yes")
    assert nochmal.status == 0
    assert "Schon da (7):" in nochmal.out
    assert (tmp_path / NAME).read_bytes() == vorher
    assert kmut("check", "--strict").status == 0


def test_with_a_bad_row_nothing_is_written_unless_it_is_skipped(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe("export.csv", (DATEN / "outlook.csv").read_bytes())
    ergebnis = kmut("log", "import", "export.csv", "--yes")
    assert ergebnis.status == 1
    assert "export.csv:6: Den Tag 31.6.2025 gibt es im Kalender nicht." in ergebnis.out
    assert not (tmp_path / NAME).exists()
    assert kmut("log", "import", "export.csv", "--yes", "--skip-bad").status == 0
    assert [eins["title"] for eins in eintraege(kmut)] == ["Fachtag für Ehrenämter zweite Zeile", "Klausurtag"]


def test_entries_go_between_those_that_are_there(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe(NAME, GEMISCHT)
    schreibe("t.csv", "Datum;Titel\n2015-05-01;C\n2015-01-01;A\n2015-06-01;E\n2015-05-01;D\n2015-02-01;B\n")
    assert kmut("log", "import", "t.csv", "--yes").status == 0
    assert [eins["title"] for eins in eintraege(kmut)] == ["A", "B", "Konferenz", "C", "D", "Treffen", "E"]
    text = datei.read_bytes().decode()
    for titel, tag in (("A", "01.01"), ("B", "01.02"), ("C", "01.05"), ("D", "01.05"), ("E", "01.06")):
        tag = "-".join(reversed(tag.split(".")))
        text = text.replace(f"- datum: 2015-{tag}\r\n  titel: {titel}\r\n", "")
    assert text == GEMISCHT


def test_what_is_like_an_entry_is_left_out_unless_wanted(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe(NAME, "dokument: veranstaltungen\neintraege:\n  - {datum: 2025-03-01, titel: Ideenwerkstatt Sport}\n")
    schreibe("t.csv", "Datum;Titel\n1.3.2025;Ideenwerkstatt für Sport\n")
    ergebnis = kmut("log", "import", "t.csv", "--yes")
    assert "Fraglich" in ergebnis.out
    assert "ähnelt: 01.03.2025: Ideenwerkstatt Sport" in ergebnis.out
    assert len(eintraege(kmut)) == 1
    assert kmut("log", "import", "t.csv", "--yes", "--doubtful").status == 0
    assert len(eintraege(kmut)) == 2


def test_a_log_that_cannot_be_written_stays(kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch) -> None:
    datei = schreibe(NAME, GEMISCHT)
    schreibe("t.csv", "Datum;Titel\n2015-05-01;C\n2015-01-01;A\n")

    def voll(*_args: object, **_angaben: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kmut_cli.workspace.bearbeitung.write_atomic", voll)
    ergebnis = kmut("log", "import", "t.csv", "--yes")
    assert ergebnis.status == 2
    assert "Der Datenträger ist voll" in ergebnis.err
    assert datei.read_bytes().decode() == GEMISCHT


@pytest.mark.parametrize("name", ["fehlt.ics", "ordner.ics", "notiz.txt", "bild.ics"])
def test_what_cannot_be_read(kmut: Kmut, schreibe: Schreibe, tmp_path: Path, name: str) -> None:
    schreibe("notiz.txt", "x")
    schreibe("bild.ics", b"\x89PNG\0\0")
    (tmp_path / "ordner.ics").mkdir()
    ergebnis = kmut("log", "import", name)
    assert ergebnis.status == 2
    assert name in ergebnis.err


def test_the_closing_line_names_what_stays_out(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe(NAME, "dokument: veranstaltungen\neintraege:\n  - {datum: 2025-03-01, titel: Ideenwerkstatt Sport}\n")
    schreibe("t.csv", "Datum;Titel\n1.3.2025;Ideenwerkstatt für Sport\n2.3.2025;Fest\n3.3.2024;Alt\n")
    ergebnis = kmut("log", "import", "t.csv", "--yes", "--year", "2025")
    assert "Ausgelassen: 1 aus anderen Jahren" in ergebnis.out
    ende = f"Eingetragen in {NAME}: 1 Termin; 1 fraglicher ausgelassen (mit --doubtful eintragen)\n"
    ende += "1 Termin ohne Art oder Rolle; der Bericht übernimmt sie erst, wenn diese Angaben dort stehen.\n"
    assert ergebnis.out.endswith(ende)
    nochmal = kmut("log", "import", "t.csv", "--yes", "--year", "2025")
    assert nochmal.out.endswith("Nichts einzutragen; 1 fraglicher ausgelassen (mit --doubtful eintragen).\n")


def test_kind_role_and_network_for_all_that_name_none(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("t.csv", "Datum;Titel;Art;Rolle\n1.3.2025;A;;\n2.3.2025;B;Tagung;beitrag\n")
    werte = ["--kind", "netzwerktreffen", "--role", "teilgenommen", "--network", "KMN"]
    ergebnis = kmut("log", "import", "t.csv", "--yes", *werte)
    assert "ohne Art oder Rolle" not in ergebnis.out
    assert [(eins["kind"], eins["role"], eins["network"]) for eins in eintraege(kmut)] == [
        ("netzwerktreffen", "teilgenommen", "KMN"), ("tagung", "beitrag", "KMN"),
    ]  # fmt: skip
    assert kmut("log", "import", "t.csv", "--kind", "feier").status == 2


def test_what_came_in_meanwhile_is_not_written_twice(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    schreibe(NAME, "dokument: veranstaltungen\neintraege:\n")
    fest, markt = (eintrag({"datum": "2015-05-01", "titel": titel}) for titel in ("Fest", "Markt"))
    eines, anderes = (finde(str(tmp_path / NAME)) for _ in range(2))
    assert eines.trage_ein([fest], auch_doppelt=False) == [fest]
    assert anderes.trage_ein([fest, markt], auch_doppelt=False) == [markt]
    assert [eins["title"] for eins in eintraege(kmut)] == ["Fest", "Markt"]


# --- Meanwhile, and much at once ------------------------------------------------------------------------------------


@pytest.mark.parametrize("zeile", ["x;", "1.5.2015;Fest;zu;viel", "1.5.2015;Fest"])
def test_too_many_rows_end_the_reading_be_they_right_or_wrong(
    kmut: Kmut, schreibe: Schreibe, monkeypatch: pytest.MonkeyPatch, zeile: str
) -> None:
    monkeypatch.setenv("KMUT_GRENZE_TERMINE", "20")
    schreibe("kmut.yaml", "")
    schreibe("t.csv", "Datum;Titel\n" + f"{zeile}\n" * 21)
    ergebnis = kmut("log", "import", "t.csv", "--yes", "--skip-bad")
    assert ergebnis.status != 0
    assert "mehr als 20 Termine" in ergebnis.err
    assert len(ergebnis.out + ergebnis.err) < 500


def test_a_log_that_comes_up_meanwhile_is_not_overwritten(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    (tmp_path / "kmut.yaml").touch()
    verzeichnis = finde(str(tmp_path / NAME))
    assert not verzeichnis.vorhanden
    schreibe(NAME, GEMISCHT)
    verzeichnis.trage_ein([eintrag({"datum": "2015-05-01", "titel": "Maifest"})])
    inhalt = (tmp_path / NAME).read_bytes().decode()
    assert inhalt == GEMISCHT.replace("# im Mai\r\n", "- datum: 2015-05-01\r\n  titel: Maifest\r\n# im Mai\r\n")


def test_why_a_log_cannot_be_made_is_said(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "")
    ergebnis = kmut("log", "add", "2015-05-01 Maifest", "--file", "fehlt/veranstaltungen.yaml")
    assert ergebnis.status == 2
    assert "lässt sich nicht anlegen: Den Ordner dazu gibt es nicht." in ergebnis.err


def test_a_large_table_is_read_to_its_end(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    fuellung = "x" * 100_000
    zeilen = "".join(f"2025-01-{tag:02};Termin {tag};{fuellung}\n" for tag in range(1, 32))
    zeilen += "".join(f"2025-03-{tag:02};Termin im März {tag};{fuellung}\n" for tag in range(1, 32))
    schreibe("t.csv", f"Datum;Titel;Beschreibung\n{zeilen}")
    assert (tmp_path / "t.csv").stat().st_size > limits.DATEI.vorgabe
    assert kmut("log", "import", "t.csv", "--yes").status == 0
    assert len(eintraege(kmut)) == 62


def test_a_calendar_above_the_limit_is_refused(kmut: Kmut, schreibe: Schreibe, tmp_path: Path) -> None:
    termin = "BEGIN:VEVENT\r\nDTSTART:20250101T100000\r\nSUMMARY:Eins\r\nEND:VEVENT\r\n"
    kalender = f"BEGIN:VCALENDAR\r\n{termin}END:VCALENDAR\r\n"
    schreibe("t.ics", kalender + " " * (limits.TERMINDATEI.vorgabe + 1 - len(kalender)))
    ergebnis = kmut("log", "import", "t.ics", "--yes")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert "größer als 20 Megabyte" in ergebnis.err
    assert not (tmp_path / NAME).exists()


def test_a_log_does_not_grow_beyond_what_can_be_read(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe(NAME, GEMISCHT)
    zeilen = "".join(f"2015-05-{tag:02};T{nummer};{'x' * 6000}\n" for nummer in range(40) for tag in range(1, 25))
    schreibe("t.csv", f"Datum;Titel;Notiz\n{zeilen}")
    ergebnis = kmut("log", "import", "t.csv", "--yes", "--doubtful")
    assert ergebnis.status == 2
    assert "größer als 5 Megabyte" in ergebnis.err
    assert datei.read_bytes().decode() == GEMISCHT


def test_a_folder_stands_for_the_log_in_it(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("ordner/kmut.yaml", "")
    schreibe("t.csv", "Datum;Titel\n2015-05-02;Zweiter\n")
    assert kmut("log", "add", "2015-05-01 Erster", "--file", "ordner").out.startswith(
        f"Angelegt: {Path('ordner', NAME)}"
    )
    assert kmut("log", "import", "t.csv", "--yes", "--file", "ordner").status == 0
    assert [eins["title"] for eins in eintraege(kmut, "--file", "ordner")] == ["Erster", "Zweiter"]


def test_help_without_a_command(kmut: Kmut) -> None:
    assert "import" in kmut("log").out
