"""`kmut compare`: what its arguments name, what it says, and how it ends."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ANTRAG, BERICHT, Kmut, Schreibe
from tests.workspace.git_ordner import UMGEBUNG, checke_ein, git, repository

NAME = "2024/taetigkeitsbericht.yaml"
ANTRAG_NEU, BERICHT_NEU = "2026/projektbeschreibung.yaml", "2026/taetigkeitsbericht.yaml"


def bericht(kmn: str, jahr: int = 2024) -> str:
    return f"{BERICHT}berichtsjahr: {jahr}\naufgaben:\n  kmn: {kmn}\n"


@pytest.fixture
def musterland(tmp_path: Path, beispiele: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example folder, outside any repository, as the current folder."""
    ordner = tmp_path / "mein landkreis ä"
    shutil.copytree(beispiele / "landkreis-musterland", ordner)
    monkeypatch.chdir(ordner)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return ordner


@pytest.fixture
def geschichte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three commits: „eins“ in January, „zwei“ in March with a tag, „drei“ in May; now „vier“ is being written."""
    ordner = repository(tmp_path / "mappe")
    for name, wert in UMGEBUNG.items():
        monkeypatch.setenv(name, wert)
    checke_ein(ordner, {NAME: bericht("eins"), "kmut.yaml": "kommune: {name: Landkreis A}\n"}, "2025-01-10")
    checke_ein(ordner, {NAME: bericht("zwei")}, "2025-03-10")
    git(ordner, "tag", "abgabe-2024")
    checke_ein(ordner, {NAME: bericht("drei"), "kmut.yaml": "kommune: {name: Landkreis B}\n"}, "2025-05-10")
    (ordner / NAME).write_text(bericht("vier"), "utf-8")
    monkeypatch.chdir(ordner)
    return ordner


# --- Files, folders, years ------------------------------------------------------------------------------------------


def test_two_files(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a.yaml", bericht("eins zwei"))
    schreibe("b.yaml", bericht("eins drei"))
    ergebnis = kmut("compare", "a.yaml", "b.yaml")
    assert ergebnis.status == 0
    assert "Alt: a.yaml\nNeu: b.yaml\nAntworten: 1 geändert, 43 unverändert.\n" in ergebnis.out
    assert "2.10 Zusammenarbeit" in ergebnis.out
    assert "~ eins [-zwei-] {+drei+}\n" in ergebnis.out


@pytest.mark.parametrize(
    ("alt", "neu", "satz", "status"),
    [
        (bericht("x"), bericht("x"), "Die Dateien sind gleich.", 0),
        (bericht("x"), "# Notiz\n" + bericht('"x"'), "Alle Antworten sind gleich", 0),
        (bericht("x"), bericht("y"), "Antworten: 1 geändert", 1),
    ],
)
def test_exit_code_like_git(kmut: Kmut, schreibe: Schreibe, alt: str, neu: str, satz: str, status: int) -> None:
    schreibe("a.yaml", alt)
    schreibe("b.yaml", neu)
    ohne, mit = kmut("compare", "a.yaml", "b.yaml"), kmut("compare", "a.yaml", "b.yaml", "--exit-code")
    assert satz in ohne.out
    assert (ohne.status, mit.status) == (0, status)


def test_two_years_of_the_example(kmut: Kmut, musterland: Path) -> None:
    daten = kmut("compare", "2024", "2026", "--format", "json").json
    neu, gleiche = [eins for eins in daten["comparisons"] if eins["new"]["path"] in (ANTRAG_NEU, BERICHT_NEU)]
    assert (neu["old"], neu["new"]["path"]) == (None, ANTRAG_NEU)
    assert gleiche["old"]["path"] == NAME
    assert gleiche["new"]["path"] == BERICHT_NEU
    fragen = {frage["location"]: frage for frage in gleiche["questions"]}
    assert len(fragen) == 44
    assert fragen["organisation.organisatorische_anbindung.zuordnung"]["change"] == "unchanged"
    ziele = fragen["aufgaben.handlungskonzept.ziele"]["differences"]
    assert [(eins["change"], eins["label"][:2], eins["moved"]) for eins in ziele] == [
        ("changed", "Z1", None),
        ("changed", "Z5", {"from": 5, "to": 2}),
        ("changed", "Z2", None),
        ("changed", "Z3", None),
        ("removed", "Z4", None),
        ("changed", "Z6", None),
        ("new", "Z7", None),
    ]
    personen = fragen["organisation.personelle_besetzung"]["differences"]
    assert [eins["change"] for eins in personen] == ["removed", "new", "changed"]


def test_years_are_found_from_inside_the_folder(kmut: Kmut, musterland: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(musterland / "2026")
    assert "Tätigkeitsbericht 2026" in kmut("compare", "2024", "2026").out
    ergebnis = kmut("compare", "taetigkeitsbericht.yaml", "2024")
    assert "Neu: ../2024/taetigkeitsbericht.yaml" in ergebnis.out


def test_a_year_without_documents(kmut: Kmut, musterland: Path) -> None:
    ergebnis = kmut("compare", "2025", "2026")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert "Zum Jahr 2025 gibt es hier kein Dokument. Es gibt: 2024, 2026." in ergebnis.err


@pytest.mark.parametrize(
    ("angaben", "satz"),
    [
        ((NAME, "2023"), "Zum Jahr 2023 gibt es hier kein Dokument. Es gibt: 2024, 2026."),
        (("2023", NAME), "Zum Jahr 2023 gibt es hier kein Dokument."),
        (("2023",), "Zum Jahr 2023 gibt es hier kein Dokument."),
        ((NAME, "fehlt.yaml"), "„fehlt.yaml“ gibt es nicht."),
        (
            ("2026/projektbeschreibung.yaml", "2024"),
            "Zum Jahr 2024 gibt es kein Dokument von der Art wie „2026/projektbeschreibung.yaml“, nur: "
            "2024/taetigkeitsbericht.yaml.",
        ),
    ],
)
def test_a_file_or_a_year_that_is_not_there(kmut: Kmut, musterland: Path, angaben: tuple[str, ...], satz: str) -> None:
    ergebnis = kmut("compare", *angaben)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert satz in " ".join(ergebnis.err.split())


def test_a_file_and_a_year_whose_folder_lies_here(kmut: Kmut, musterland: Path) -> None:
    neu = "2026/taetigkeitsbericht.yaml"
    assert f"Alt: {neu} (Tätigkeitsbericht 2026)\nNeu: {NAME}\n" in kmut("compare", neu, "2024").out
    assert f"Neu: {neu}\n" in kmut("compare", "2024", neu).out


def test_two_folders(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("alt/x.yaml", bericht("eins"))
    schreibe("alt/weg.yaml", ANTRAG)
    schreibe("neu/y.yaml", bericht("zwei"))
    daten = kmut("compare", "alt", "neu", "--format", "json").json["comparisons"]
    assert [(e["old"] and e["old"]["path"], e["new"] and e["new"]["path"]) for e in daten] == [
        ("alt/x.yaml", "neu/y.yaml"),
        ("alt/weg.yaml", None),
    ]


# --- Git ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fassung", "damals", "tag"),
    [
        ("HEAD", "drei", "10.05.2025"),
        ("HEAD~1", "zwei", "10.03.2025"),
        ("HEAD~2", "eins", "10.01.2025"),
        ("abgabe-2024", "zwei", "10.03.2025"),
        ("2025-03-31", "zwei", "10.03.2025"),
        ("01.03.2025", "eins", "10.01.2025"),
        (f"HEAD~2:{NAME}", "eins", "10.01.2025"),
    ],
)
def test_a_file_and_a_revision_in_either_order(
    kmut: Kmut, geschichte: Path, fassung: str, damals: str, tag: str
) -> None:
    for angaben in ((NAME, fassung), (fassung, NAME)):
        ergebnis = kmut("compare", *angaben)
        assert ergebnis.status == 0
        assert f"~ [-{damals}-] {{+vier+}}" in ergebnis.out
        assert f"vom {tag})" in ergebnis.out


def test_a_file_alone_is_compared_with_what_is_checked_in(kmut: Kmut, geschichte: Path) -> None:
    assert "~ [-drei-] {+vier+}" in kmut("compare", NAME).out
    assert "~ [-drei-] {+vier+}" in kmut("compare").out
    assert "~ [-zwei-] {+vier+}" in kmut("compare", "abgabe-2024").out


def test_the_master_data_are_those_of_then(kmut: Kmut, geschichte: Path) -> None:
    ergebnis = kmut("compare", NAME, "HEAD~1", "--format", "json").json["comparisons"][0]
    (kommune,) = ergebnis["head"]
    assert [eins["text"] for eins in kommune["parts"][0]["segments"]] == ["Landkreis", "A", "B"]


def test_answers_taken_from_the_log_are_those_of_then(kmut: Kmut, geschichte: Path) -> None:
    kopf = f"{BERICHT}berichtsjahr: 2024\naufgaben:\n  projekte:\n    massnahmen: {{aus: veranstaltungen}}\n"
    eintrag = "- {datum: 12.03.2024, titel: %s, art: veranstaltung, rolle: veranstaltet}\n"
    log = "dokument: veranstaltungen\neintraege:\n"
    checke_ein(geschichte, {NAME: kopf, "veranstaltungen.yaml": log + eintrag % "Fest"}, "2025-06-01")
    (geschichte / "veranstaltungen.yaml").write_text(log + eintrag % "Fest" + eintrag % "Lesung", "utf-8")
    aus = kmut("compare", NAME).out
    assert "+ Lesung" in aus
    assert "Fest" not in aus


def test_a_folder_and_a_revision(kmut: Kmut, geschichte: Path) -> None:
    checke_ein(geschichte, {"2024/antrag.yaml": ANTRAG}, "2025-06-01")
    (geschichte / NAME).unlink()
    daten = kmut("compare", "2024", "HEAD", "--format", "json").json["comparisons"]
    assert [(bool(e["old"]), bool(e["new"]), e["changed"]) for e in daten] == [(True, True, False), (True, False, True)]


def test_a_renamed_file(kmut: Kmut, geschichte: Path) -> None:
    git(geschichte, "mv", NAME, "2024/bericht.yaml")
    checke_ein(geschichte, {}, "2025-06-01")
    ergebnis = kmut("compare", "2024/bericht.yaml", "HEAD~1")
    assert ergebnis.status == 2
    assert f"Das Dokument hieß damals wohl „{NAME}“" in ergebnis.err
    assert f"kmut compare 2024/bericht.yaml HEAD~1:{NAME}" in ergebnis.err
    ergebnis = kmut("compare", "2024/bericht.yaml", f"HEAD~1:{NAME}")
    assert ergebnis.status == 0
    assert f"„{NAME}“ und heißt jetzt „2024/bericht.yaml“" in " ".join(ergebnis.out.split())


def test_a_renamed_file_in_a_folder(kmut: Kmut, geschichte: Path) -> None:
    (geschichte / NAME).rename(geschichte / "2024/bericht.yaml")
    for angaben in ((".", "HEAD"), ("2024", "HEAD"), ()):
        ergebnis = kmut("compare", *angaben)
        text = " ".join(ergebnis.out.split())
        assert ergebnis.status == 0
        assert f"„{NAME}“ und heißt jetzt „2024/bericht.yaml“." in text
        assert "~ [-drei-] {+vier+}" in text
        assert "Dieses Dokument" not in text


def test_documents_that_could_be_the_same_are_not_guessed(kmut: Kmut, geschichte: Path) -> None:
    (geschichte / NAME).rename(geschichte / "2024/a.yaml")
    (geschichte / "2024/b.yaml").write_text(bericht("fünf"), "utf-8")
    text = kmut("compare", "2024", "HEAD").out
    assert text.count("Dieses Dokument ist neu") == 2
    assert text.count("Dieses Dokument gibt es im neueren Stand nicht") == 1


def test_the_day_of_a_revision_is_told_once(kmut: Kmut, geschichte: Path) -> None:
    for tag in ("10.03.2025", "2025-03-10"):
        assert f"Alt: {NAME} (Fassung vom 10.03.2025)" in kmut("compare", NAME, tag).out
    assert "(Fassung 31.03.2025 vom 10.03.2025)" in kmut("compare", NAME, "31.03.2025").out


def test_a_year_without_documents_beside_a_file(kmut: Kmut, geschichte: Path) -> None:
    for angaben in ((NAME, "2023"), ("2023", NAME), ("2023",)):
        ergebnis = kmut("compare", *angaben)
        assert (ergebnis.status, ergebnis.out) == (2, "")
        assert "Zum Jahr 2023 gibt es hier kein Dokument. Es gibt: 2024." in ergebnis.err


@pytest.mark.parametrize(
    "wort", ["C:\\x\\b.yaml", "C:/x/b.yaml", "x\\b", "weg.yaml", "2024/bericht.YML", "\\\\rechner\\freigabe\\b.yaml"]
)
def test_a_word_that_can_only_be_a_file_is_no_revision(kmut: Kmut, geschichte: Path, wort: str) -> None:
    for angaben in ((NAME, wort), (wort, NAME), (wort,)):
        ergebnis = kmut("compare", *angaben)
        assert (ergebnis.status, ergebnis.out) == (2, "")
        assert f"„{wort}“ gibt es nicht." in ergebnis.err


def test_a_word_with_a_colon_is_a_file_of_a_revision(kmut: Kmut, geschichte: Path) -> None:
    git(geschichte, "branch", "c", "HEAD~2")
    assert "~ [-eins-] {+vier+}" in kmut("compare", NAME, f"c:{NAME}").out


def test_a_file_that_is_new(kmut: Kmut, geschichte: Path) -> None:
    (geschichte / "neu.yaml").write_text(ANTRAG, "utf-8")
    ergebnis = kmut("compare", "neu.yaml")
    assert ergebnis.status == 2
    assert "gibt es „neu.yaml“ nicht." in ergebnis.err


def test_a_year_comes_before_a_tag_of_that_name(kmut: Kmut, geschichte: Path) -> None:
    git(geschichte, "tag", "2024")
    (geschichte / "2025").mkdir()
    (geschichte / "2025/taetigkeitsbericht.yaml").write_text(bericht("neu", 2025), "utf-8")
    ergebnis = kmut("compare", "2024", "2025")
    assert "„2024“ ist hier das Jahr" in ergebnis.out
    assert "~ [-vier-] {+neu+}" in ergebnis.out
    assert "~ [-drei-] {+vier+}" in kmut("compare", NAME, "refs/tags/2024").out


@pytest.mark.parametrize(
    ("fassung", "satz"),
    [
        ("HEAD~9", "reichen die Fassungen nicht"),
        ("abgabe-2042", "Meinten Sie „abgabe-2024“?"),
        ("2019-01-01", "Am 01.01.2019 war noch nichts eingecheckt."),
        ("31.02.2025", "Den Tag 31.02.2025 gibt es im Kalender nicht."),
    ],
)
def test_revisions_that_are_not_there(kmut: Kmut, geschichte: Path, fassung: str, satz: str) -> None:
    ergebnis = kmut("compare", NAME, fassung)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert satz in ergebnis.err


def test_a_shallow_clone_says_what_is_missing(kmut: Kmut, geschichte: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    klon = geschichte.parent / "klon"
    git(geschichte.parent, "clone", "-q", "--depth", "1", geschichte.as_uri(), str(klon))
    monkeypatch.chdir(klon)
    assert "Die Dateien sind gleich." in kmut("compare", NAME).out
    ergebnis = kmut("compare", NAME, "HEAD~2")
    assert ergebnis.status == 2
    assert "git fetch --unshallow" in ergebnis.err


def test_no_repository(kmut: Kmut, musterland: Path) -> None:
    ergebnis = kmut("compare", NAME)
    assert ergebnis.status == 2
    assert "liegt nicht in einem Git-Repository" in ergebnis.err


# --- What cannot be compared ----------------------------------------------------------------------------------------


def test_a_broken_file_is_told(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a.yaml", bericht("x"))
    schreibe("b.yaml", "dokument: [")
    ergebnis = kmut("compare", "a.yaml", "b.yaml")
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert "„b.yaml“ lässt sich nicht vergleichen. Zeile 1:" in ergebnis.err


@pytest.mark.parametrize("ordner", ["alt", "neu"])
def test_a_broken_file_among_others_is_told_and_the_others_are_compared(
    kmut: Kmut, schreibe: Schreibe, ordner: str
) -> None:
    for wo in ("alt", "neu"):
        schreibe(f"{wo}/a.yaml", bericht("x"))
        schreibe(f"{wo}/b.yaml", ANTRAG)
    schreibe(f"{ordner}/b.yaml", f"{ANTRAG}x: [")
    ergebnis = kmut("compare", "alt", "neu")
    assert ergebnis.status == 1
    assert f"„{ordner}/b.yaml“ lässt sich nicht vergleichen. Zeile" in " ".join(ergebnis.out.split())
    assert "Alle Antworten sind gleich" in ergebnis.out or "Die Dateien sind gleich" in ergebnis.out


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
def test_a_file_that_cannot_be_opened_is_told_and_the_others_are_compared(kmut: Kmut, schreibe: Schreibe) -> None:
    for wo in ("alt", "neu"):
        schreibe(f"{wo}/a.yaml", bericht("x"))
    Path("neu/kreis.yaml").symlink_to("kreis.yaml")
    ergebnis = kmut("compare", "alt", "neu", "--format", "json")
    assert ergebnis.status == 1
    assert ergebnis.json["notes"] == ["„neu/kreis.yaml“ lässt sich nicht lesen: die Verknüpfungen führen im Kreis."]
    assert len(ergebnis.json["comparisons"]) == 1


def test_a_file_with_errors_is_compared_and_its_errors_are_told(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a.yaml", bericht("x"))
    schreibe("b.yaml", bericht("y").replace("kmn", "kmmn"))
    ergebnis = kmut("compare", "a.yaml", "b.yaml")
    assert ergebnis.status == 0
    assert "! In „b.yaml“ ist ein Fehler, zuerst: Den Schlüssel „kmmn“" in ergebnis.out


@pytest.mark.parametrize(
    ("angaben", "satz"),
    [
        (("fehlt.yaml", "b"), "„fehlt.yaml“ gibt es nicht."),
        (("eins", "zwei"), "Weder „eins“ noch „zwei“ ist hier eine Datei oder ein Ordner."),
        ((NAME, "."), "Nennen Sie zwei Dateien oder zwei Ordner."),
        (("-",), "Zur Standardeingabe gibt es keine frühere Fassung"),
        (("a", "b", "c"), "genannt sind mehr"),
        (("--plan", "2024"), "gibt es nicht beides, Antrag und Bericht für 2024. Beides gibt es für: 2026."),
        (("--plan", NAME, NAME), "sind nicht ein Antrag und ein Bericht"),
        (("--plan", "quatsch"), "--plan verlangt"),
        (("--format", "pdf"), "--format kennt „pdf“ nicht."),
    ],
)
def test_wrong_usage(kmut: Kmut, musterland: Path, angaben: tuple[str, ...], satz: str) -> None:
    ergebnis = kmut("compare", *angaben)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert satz in ergebnis.err


# --- Plan and report ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "angaben",
    [
        (),
        ("2026",),
        (".",),
        (".", "2026"),
        ("2026/projektbeschreibung.yaml", "2026/taetigkeitsbericht.yaml"),
        ("2026/taetigkeitsbericht.yaml", "2026/projektbeschreibung.yaml"),
    ],
)
def test_the_plan_of_the_example(kmut: Kmut, musterland: Path, angaben: tuple[str, ...]) -> None:
    ergebnis = kmut("compare", "--plan", *angaben)
    assert ergebnis.status == 0
    auffaellig = [zeile.strip() for zeile in ergebnis.out.splitlines() if zeile.strip().startswith("!")]
    assert auffaellig == [
        "! Erwerbstätigkeit und Arbeitsmarkt (im Bericht: „Arbeitsmarkt“)",
        "! fortgeschrieben werden.",
        "! Ehrenamt und bürgerschaftliches Engagement",
        "! Gesundheit und Sprachmittlung",
    ]
    assert kmut("compare", "--plan", *angaben, "--exit-code").status == 1


def test_the_plan_as_data(kmut: Kmut, musterland: Path) -> None:
    daten = kmut("compare", "--plan", "2026", "--format", "json").json
    assert list(daten) == [
        "notes",
        "plan",
        "report",
        "announced_and_reported",
        "announced_not_reported",
        "reported_not_announced",
        "no_counterpart",
        "only_in_report",
    ]
    assert len(daten["announced_not_reported"]) == 4
    assert daten["announced_and_reported"][0] == {
        "what": "Die Aktualisierung der Bestandsaufnahme ist in 2026 geplant.",
        "question": "Die Aktualisierung der Bestandsaufnahme ist in 2026 geplant.",
        "location": "bestandsaufnahme.aktualisierung_geplant",
        "report": "„Wann erfolgte die Fortschreibung einer bereits vorhandenen Bestandsaufnahme?“ 09/2026",
        "places": [
            {"number": "2.1", "section": "Bestandsaufnahme", "location": "aufgaben.bestandsaufnahme.fortgeschrieben"}
        ],
    }


def test_several_years_of_plans(kmut: Kmut, musterland: Path) -> None:
    for name in ("projektbeschreibung", "taetigkeitsbericht"):
        text = (musterland / "2026" / f"{name}.yaml").read_text("utf-8").replace("sjahr: 2026", "sjahr: 2027")
        (musterland / "2027").mkdir(exist_ok=True)
        (musterland / "2027" / f"{name}.yaml").write_text(text, "utf-8")
    assert "Verglichen ist das jüngste Jahr, 2027; außerdem möglich: 2026." in kmut("compare", "--plan").out
    assert "jüngste Jahr" not in kmut("compare", "--plan", "2027").out
    assert "2026/projektbeschreibung.yaml" in kmut("compare", "--plan", "2026").out


# --- Output ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", ["text", "md", "html", "json"])
def test_into_a_file(kmut: Kmut, musterland: Path, format: str) -> None:
    ergebnis = kmut("compare", "2024", "2026", "--format", format, "--out", f"aus/v.{format}")
    assert (ergebnis.status, ergebnis.out) == (0, f"Geschrieben: aus/v.{format}\n")
    assert (musterland / f"aus/v.{format}").read_text("utf-8") == kmut(
        "compare", "2024", "2026", "--format", format
    ).out


def test_the_example_as_pages(kmut: Kmut, musterland: Path, golden: object) -> None:
    for format in ("text", "md", "html"):
        golden(f"compare-plan-2026.{format}", kmut("compare", "--plan", "2026", "--format", format).out)  # type: ignore[operator]
        golden(f"compare-2024-2026.{format}", kmut("compare", "2024", "2026", "--format", format).out)  # type: ignore[operator]


def test_reading_changes_nothing(kmut: Kmut, geschichte: Path) -> None:
    def stand() -> dict[Path, tuple[int, int]]:
        return {p: (p.stat().st_size, p.stat().st_mtime_ns) for p in geschichte.rglob("*") if p.is_file()}

    vorher = stand()
    kmut("compare", NAME, "HEAD~1")
    kmut("compare")
    assert stand() == vorher
