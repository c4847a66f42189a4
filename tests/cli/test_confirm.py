"""`kmut confirm`: only marks go, and only those that are meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from kmut_cli.documents.uebernahme import fingerabdruck
from tests.cli.conftest import BERICHT, Kmut, Schreibe
from tests.render.word.reading import Docx

ANTWORTEN = """\
organisation:
  organisatorische_anbindung:
    zuordnung:   'Sachgebiet 50.3'     # bleibt so
    stabsstelle: nein
aufgaben:
  bestandsaufnahme:
    fortgeschrieben: 2023-11
  handlungskonzept:
    fortgeschrieben: 2023
    terminiert: ja
"""
MARKEN = {
    "organisation.organisatorische_anbindung.zuordnung": "Sachgebiet 50.3",
    "organisation.organisatorische_anbindung.stabsstelle": "nein",
    "aufgaben.bestandsaufnahme.fortgeschrieben": "2023-11",
    "aufgaben.handlungskonzept.fortgeschrieben": "2023",
    "aufgaben.handlungskonzept.terminiert": "ja",
}
ENDE = "\r\n"


def bericht(status: str = "entwurf") -> bytes:
    """A report with five unconfirmed answers, with the line ends of Windows."""
    marken = "".join(f'    {pfad}: "{fingerabdruck(wert)}"\n' for pfad, wert in MARKEN.items())
    kopf = BERICHT + f"status: {status}\nberichtsjahr: 2024\nkommune: {{name: Musterland, ags: '03999'}}\n\n"
    block = f"\nuebernommen:\n  # Führt kmut.\n  aus: 2023/bericht.yaml\n  unbestaetigt:\n{marken}"
    return (kopf + ANTWORTEN + block).replace("\n", ENDE).encode()


def offen(kmut: Kmut, datei: Path) -> list[str]:
    (dokument,) = kmut("check", datei, "--format", "json").json["documents"]
    assert dokument["unconfirmed_count"] == len(dokument["unconfirmed"])
    return [eine["location"] for eine in dokument["unconfirmed"]]


def test_without_selection_it_lists(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe("bericht.yaml", bericht())
    ergebnis = kmut("confirm", "bericht.yaml")
    assert (ergebnis.status, datei.read_bytes()) == (0, bericht())
    assert ergebnis.out.startswith("bericht.yaml: aus 2023/bericht.yaml übernommen, noch zu bestätigen (5):\n")
    assert (
        "  2.1   Wann erfolgte die Fortschreibung einer bereits vorhandenen Bestandsaufnahme?\n        → 11/2023\n"
        in (ergebnis.out)
    )
    assert all(pfad in ergebnis.out for pfad in MARKEN)
    assert "kmut confirm bericht.yaml --all" in ergebnis.out


@pytest.mark.parametrize(
    ("auswahl", "bestaetigt"),
    [
        (["2.2"], [3, 4]),
        (["2"], [2, 3, 4]),
        (["1.2", "2.1"], [0, 1, 2]),
        (["zuordnung"], [0]),
        (["terminiert", "stabsstelle"], [1, 4]),
        (["handlungskonzept.fortgeschrieben"], [3]),
        (["aufgaben.bestandsaufnahme.fortgeschrieben"], [2]),
        (["handlungskonzept"], [3, 4]),
        (["aufgaben.handlungskonzept"], [3, 4]),
    ],
)
def test_a_selection_removes_its_lines_and_no_other_byte(
    kmut: Kmut, schreibe: Schreibe, auswahl: list[str], bestaetigt: list[int]
) -> None:
    datei = schreibe("bericht.yaml", bericht())
    ergebnis = kmut("confirm", "bericht.yaml", *auswahl)
    assert ergebnis.status == 0
    fort = [list(MARKEN)[nummer] for nummer in bestaetigt]
    zeilen = bericht().decode().split(ENDE)
    erwartet = [zeile for zeile in zeilen if zeile.strip().split(":")[0] not in fort]
    assert datei.read_bytes().decode().split(ENDE) == erwartet
    assert offen(kmut, datei) == [pfad for pfad in MARKEN if pfad not in fort]
    assert f"Bestätigt in bericht.yaml ({len(fort)}):" in ergebnis.out
    assert f"Noch zu bestätigen: {5 - len(fort)}" in ergebnis.out


def test_with_the_last_one_the_block_goes(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe("bericht.yaml", bericht())
    assert "Damit ist hier alles bestätigt." in kmut("confirm", "bericht.yaml", "--all").out
    assert datei.read_bytes().decode() == bericht().decode().partition("uebernommen:")[0]
    assert kmut("confirm", "bericht.yaml", "--all").out == "Nichts zu bestätigen: bericht.yaml\n"
    assert kmut("confirm", "bericht.yaml").status == 0


def test_an_answer_changed_in_any_editor_counts_as_confirmed(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe("bericht.yaml", bericht().replace(b"stabsstelle: nein", b"stabsstelle: ja"))
    assert "organisation.organisatorische_anbindung.stabsstelle" not in offen(kmut, datei)
    assert "KM305" not in kmut("check", "bericht.yaml").out
    kmut("confirm", "bericht.yaml", "2.1")
    assert b'stabsstelle: "' not in datei.read_bytes(), "the mark of the changed answer goes with the next write"


def test_an_answer_from_a_log_without_entries_is_to_be_confirmed(kmut: Kmut, schreibe: Schreibe) -> None:
    pfad = "aufgaben.netzwerkarbeit.netzwerke"
    bezug = "aufgaben:\n  netzwerkarbeit:\n    netzwerke: {aus: veranstaltungen}\n"
    marke = f'uebernommen:\n  aus: x\n  unbestaetigt: {{{pfad}: "{fingerabdruck({"aus": "veranstaltungen"})}"}}\n'
    datei = schreibe("bericht.yaml", f"{BERICHT}berichtsjahr: 2024\n{bezug}{marke}")
    schreibe("veranstaltungen.yaml", "dokument: veranstaltungen\neintraege: []\n")
    assert offen(kmut, datei) == [pfad]
    assert "→ aus: veranstaltungen\n" in kmut("confirm", "bericht.yaml").out
    assert kmut("render", "bericht.yaml").status == 0
    assert kmut("confirm", "bericht.yaml", pfad).status == 0
    assert datei.read_text() == f"{BERICHT}berichtsjahr: 2024\n{bezug}"
    assert offen(kmut, datei) == []


def test_other_quotes_and_comments_are_no_change(kmut: Kmut, schreibe: Schreibe) -> None:
    datei = schreibe("bericht.yaml", bericht().replace(b"'Sachgebiet 50.3'     # bleibt so", b"Sachgebiet 50.3"))
    assert len(offen(kmut, datei)) == 5


def test_all_changed_by_hand_is_cleaned_up(kmut: Kmut, schreibe: Schreibe) -> None:
    text = bericht().decode().partition("organisation:")
    datei = schreibe("bericht.yaml", text[0] + "uebernommen:" + bericht().decode().partition("uebernommen:")[2])
    ergebnis = kmut("confirm", "bericht.yaml", "--all")
    assert "Aufgeräumt: bericht.yaml" in ergebnis.out
    assert datei.read_bytes().decode() == text[0]


def test_the_closing_hint_belongs_to_the_first_file(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("a.yaml", bericht())
    andere = "organisation.organisatorische_anbindung.zuordnung"
    kmut("confirm", schreibe("b.yaml", bericht()), *(pfad for pfad in list(MARKEN)[:-1]))
    assert andere not in kmut("confirm", "b.yaml").out
    assert "kmut confirm a.yaml 1.2 " in kmut("confirm", ".").out


def test_a_final_document_with_unconfirmed_answers_is_an_error_until_confirmed(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", bericht("final"))
    befunde = [eins for eins in kmut("check", "--format", "json").json["findings"] if eins["code"] == "KM304"]
    assert [eins["severity"] for eins in befunde] == ["error"] * 5
    assert kmut("check", "bericht.yaml").status == 1
    kmut("confirm", "bericht.yaml", "--all")
    assert "KM304" not in kmut("check", "bericht.yaml").out


def test_a_folder_means_all_its_documents(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("kmut.yaml", "kommune: {name: Musterland}\n")
    schreibe("2023/bericht.yaml", BERICHT)
    eins, zwei = schreibe("2024/bericht.yaml", bericht()), schreibe("2025/bericht.yaml", bericht())
    kaputt = schreibe("2026/bericht.yaml", BERICHT + "aufgaben: [\n")
    ergebnis = kmut("confirm", ".")
    assert ergebnis.out.count("noch zu bestätigen (5)") == 2
    assert str(Path("2026/bericht.yaml")) in ergebnis.err
    kmut("confirm", "2024", "2.2")
    assert kmut("confirm", ".", "2.2").status == 0, "a word need mean something in one of them only"
    assert len(offen(kmut, eins)) == len(offen(kmut, zwei)) == 3
    kmut("confirm", ".", "--all")
    assert offen(kmut, eins) == offen(kmut, zwei) == []
    assert kaputt.read_text("utf-8") == BERICHT + "aufgaben: [\n"


@pytest.mark.parametrize(
    ("argumente", "meldung"),
    [
        (["bericht.yaml", "7.1"], "Die Abschnitte gehen von 1.1 bis 3.2."),
        (["bericht.yaml", "zuordnnung"], "Meinten Sie „zuordnung“?"),
        (["bericht.yaml", "ganz_anders_und_lang"], "Ohne Auswahl nennt kmut confirm"),
        (["bericht.yaml", "fortgeschrieben"], "„fortgeschrieben“ passt auf mehrere Fragen: aufgaben.bestandsaufnahme."),
        (["bericht.yaml", "2.3"], "Zu „2.3“ ist nichts zu bestätigen."),
        (["bericht.yaml", "kmn"], "Zu „kmn“ ist nichts zu bestätigen."),
        (["bericht.yaml", "2.2", "kmn"], "Zu „kmn“ ist nichts zu bestätigen."),
        (["bericht.yaml", "2.2", "--all"], "entweder eine Auswahl oder --all"),
        (["bericht.yml"], "Meinten Sie „bericht.yaml“?"),
        (["kaputt.yaml", "--all"], "„kaputt.yaml“ hat in Zeile"),
        (["brief.yaml"], "kmut validate brief.yaml"),
        (["leer"], "kein Dokument"),
        (["-"], "nennen Sie ihren Namen statt „-“"),
        ([], "Es fehlt die Angabe DATEI."),
    ],
)
def test_refusals_say_what_to_do_and_change_nothing(
    kmut: Kmut, schreibe: Schreibe, argumente: list[str], meldung: str
) -> None:
    datei = schreibe("bericht.yaml", bericht())
    schreibe("kaputt.yaml", BERICHT + "aufgaben: [\n")
    schreibe("brief.yaml", "dokument: brief\n")
    schreibe("leer/notiz.txt", "")
    ergebnis = kmut("confirm", *argumente)
    assert (ergebnis.status, ergebnis.out) == (2, "")
    assert meldung in ergebnis.err
    assert datei.read_bytes() == bericht()


def test_text_output_of_check_lists_them_apart(kmut: Kmut, schreibe: Schreibe) -> None:
    schreibe("bericht.yaml", bericht())
    zeilen = kmut("check", "bericht.yaml").out.splitlines()
    liste = zeilen[zeilen.index("Noch zu bestätigen (5):") :]
    assert liste[1:4] == [
        "  1.2   Welchem Fachbereich oder Sachgebiet ist die Koordinierungsstelle innerhalb der",
        "        Kommunalverwaltung zugeordnet?",
        "        bericht.yaml:9:5 KM304 organisation.organisatorische_anbindung.zuordnung",
    ]
    assert "Noch offen (38):" in zeilen
    (gesamt,) = [zeile for zeile in zeilen if zeile.strip().startswith("Gesamt")]
    assert "0/43" in gesamt


def test_drafts_are_marked_and_final_versions_not(kmut: Kmut, schreibe: Schreibe) -> None:
    hinweis = "[unbestätigt] Aus 2023/bericht.yaml übernommen, noch nicht bestätigt."
    for status, erwartet in (("entwurf", 5), ("final", 0)):
        datei = schreibe("bericht.yaml", bericht(status))
        kmut("render", "bericht.yaml", "--format", "md", "--format", "docx")
        md = datei.with_suffix(".md").read_text("utf-8").replace("**[unbestätigt]**", "[unbestätigt]")
        texte = Docx(datei.with_suffix(".docx").read_bytes()).texts
        assert (md.count(hinweis), texte.count(hinweis)) == (erwartet, erwartet)
        datei.with_suffix(".docx").unlink()
        datei.with_suffix(".md").unlink()
