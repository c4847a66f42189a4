"""What is checked of a paper for a committee, and what it draws from the folder."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kmut_cli.__main__ import main

MAPPE = """\
kommune: {name: Landkreis Musterland, ags: "03999", typ: landkreis}
koordinierungsstelle: {ansprechperson: Erika Beispiel / Max Muster}
"""
BERICHT = """\
dokument: taetigkeitsbericht
gliederung: "2020"
berichtsjahr: 2025
organisation:
  personelle_besetzung:
    - name: Dr. Jördis Öztürk-Groß
aufgaben:
  handlungskonzept:
    beschluss: {verabschiedet: ja, gremium: Kreistag, datum: 2024-12-16}
    ziele:
      - ziel: Kurse finden
        massnahmen:
          - {massnahme: Kursfinder, stand: laufend}
          - {massnahme: Sprechstunde, stand: umgesetzt}
          - {massnahme: Faltblatt}
  netzwerkarbeit:
    netzwerke:
      - {name: Frühe Hilfen, rolle: Mitglied, turnus: vierteljährlich}
"""
VERZEICHNIS = """\
dokument: veranstaltungen
eintraege:
  - {datum: 2025-11-05, titel: Vorjahr, netzwerk: Frühe Hilfen}
  - {datum: 2026-01-08, titel: Besprechung, ort: Zeven, partner: [Frau Beispiel], notiz: mit Max Muster, netzwerk: KMN}
  - {datum: 30.04./01.05.2026, titel: Werkstatt, art: veranstaltung}
  - {datum: 2026-04-02, titel: Vortrag von Frau Dr. Öztürk-Groß}
  - {datum: 2027-02-01, titel: Jahrestreffen, netzwerk: KMN}
"""
KOPF = "dokument: sitzungsvorlage\nart: mitteilung\ndatum: 2026-05-01\n"


@pytest.fixture
def ordner(tmp_path: Path) -> Path:
    for name, text in {
        "kmut.yaml": MAPPE,
        "veranstaltungen.yaml": VERZEICHNIS,
        "2025/taetigkeitsbericht.yaml": BERICHT,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "2026" / "vorlagen").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def befunde(ordner: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., list[dict[str, Any]]]:
    def pruefe(text: str, *codes: str) -> list[dict[str, Any]]:
        datei = ordner / "2026" / "vorlagen" / "vorlage.yaml"
        datei.write_text(text, "utf-8")
        main(["check", str(datei), "--format", "json"])
        alle = json.loads(capsys.readouterr().out)["findings"]
        return [eins for eins in alle if eins["code"] in codes]

    return pruefe


@pytest.fixture
def oparl(ordner: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], dict[str, Any]]:
    def gib_aus(text: str) -> dict[str, Any]:
        datei = ordner / "2026" / "vorlagen" / "vorlage.yaml"
        datei.write_text(text, "utf-8")
        assert main(["render", str(datei), "--format", "oparl"]) == 0, capsys.readouterr().out
        objekt: dict[str, Any] = json.loads(datei.with_suffix(".oparl.json").read_text("utf-8"))
        return objekt

    return gib_aus


def test_names_of_the_staff_are_marked_at_their_place(befunde: Callable[..., list[dict[str, Any]]]) -> None:
    text = KOPF + (
        "sachverhalt: |\n  Nach dem Fragebogen hat\n  Frau Beispiel die Gemeinden besucht.\n"
        "bezeichnung: Bericht von Max Musters Arbeit\n"
        "netzwerk: [Runde bei J. Öztürk-Groß]\n"
        "unterschrift: {name: Erika Beispiel}\n"
    )
    orte = [(eins["line"], eins["column"], eins["location"]) for eins in befunde(text, "KM466")]
    assert orte == [(6, 3, "sachverhalt"), (7, 26, "bezeichnung"), (8, 22, "netzwerk[0]")]
    assert all(eins["severity"] == "error" for eins in befunde(text + "status: final\n", "KM466"))
    assert befunde(text + "oeffentlich: nein\n", "KM466") == []


def test_own_address_and_number_and_names_of_files_are_marked(
    ordner: Path, befunde: Callable[..., list[dict[str, Any]]]
) -> None:
    stelle = "{telefon: 04261 983-2857, email: e.beispiel@kreis.example, ansprechperson: Erika Beispiel-Łoś}"
    (ordner / "kmut.yaml").write_text(
        f"kommune: {{name: Landkreis Musterland}}\nkoordinierungsstelle: {stelle}\n", "utf-8"
    )
    text = KOPF + (
        "status: final\nsachverhalt: Fragen an 04261/983 2857, e.beispiel@kreis.example oder mut@kreis.example.\n"
        "anlagen: [{bezeichnung: Kurse, datei: anlagen/joerdis-oeztuerk_gross.pdf}]\n"
    )
    gefunden = befunde(text, "KM466")
    assert [(eins["column"], eins["severity"], eins["location"]) for eins in gefunden] == [
        (24, "warning", "sachverhalt"),
        (40, "error", "sachverhalt"),
        (47, "error", "anlagen[0].datei"),
    ]
    assert "Benennen Sie die Datei um" in gefunden[2]["help"]
    zentrale = stelle.replace("-2857", "-0").replace("e.beispiel", "mut")
    (ordner / "kmut.yaml").write_text(f"koordinierungsstelle: {zentrale}\n", "utf-8")
    assert (
        befunde(text.replace("983 2857", "983-0").replace("e.beispiel", "mut").replace("joerdis", "kurse"), "KM466")
        == []
    )


def test_drawn_appointments_name_no_staff_and_leave_out_what_is_personal(
    ordner: Path, befunde: Callable[..., list[dict[str, Any]]], oparl: Callable[[str], dict[str, Any]]
) -> None:
    text = KOPF + "termine: {aus: veranstaltungen}\n"
    (hinweis,) = befunde(text, "KM467")
    assert (hinweis["severity"], hinweis["location"]) == ("info", "termine.aus")
    assert "Vortrag von Frau Dr. Öztürk-Groß" in hinweis["message"]
    verzeichnis = VERZEICHNIS + "  - {datum: 2026-04-03, titel: Fest mit Frau Beispiel}\n"
    (ordner / "veranstaltungen.yaml").write_text(verzeichnis, "utf-8")
    (hinweis,) = befunde(text, "KM467")
    assert "nennen: „Vortrag von Frau Dr. Öztürk-Groß“ und „Fest mit Frau Beispiel“." in hinweis["message"]
    ganz = json.dumps(oparl(text), ensure_ascii=False)
    assert "Vortrag von N. N. (Koordinierungsstelle)" in ganz
    assert not [name for name in ("Öztürk", "Beispiel", "Muster;", "Max") if name in ganz]


def test_appointments_are_those_of_the_year_and_the_coming_ones_by_the_day_of_the_paper(
    oparl: Callable[[str], dict[str, Any]],
) -> None:
    text = oparl(KOPF + "termine: {aus: veranstaltungen}\n")["mainFile"]["text"]
    vorbei, geplant = text.split("Wahrgenommen wurden:")[1].split("Geplant sind:")
    assert [zeile.split("; ")[0] for zeile in vorbei.strip().splitlines()] == ["Datum", "08.01.2026", "02.04.2026"]
    assert "08.01.2026; Zeven; Besprechung" in vorbei
    tage = [zeile.split("; ")[0] for zeile in geplant.strip().splitlines()]
    assert tage == ["Datum", "30.04.–01.05.2026", "01.02.2027"]


def test_span_and_kinds_of_appointments_can_be_chosen(oparl: Callable[[str], dict[str, Any]]) -> None:
    spanne = KOPF + "termine: {aus: veranstaltungen, von: 2025, bis: 2026-01}\n"
    text = oparl(spanne)["mainFile"]["text"]
    assert "Vorjahr" in text
    assert "Besprechung" in text
    assert "Werkstatt" not in text
    text = oparl(KOPF + "termine: {aus: veranstaltungen, arten: [veranstaltung]}\n")["mainFile"]["text"]
    assert "Werkstatt" in text
    assert "Besprechung" not in text


def test_networks_tasks_and_state_of_the_concept_are_drawn(
    ordner: Path, oparl: Callable[[str], dict[str, Any]]
) -> None:
    text = oparl(KOPF + "netzwerk: {aus: veranstaltungen, weitere: [Runder Tisch]}\n")["mainFile"]["text"]
    assert "- KMN (bisher ein Treffen)\n- Runder Tisch" in text
    assert "Frühe Hilfen" not in text  # of the year before
    bericht = "{aus: taetigkeitsbericht}"
    drei = KOPF + "".join(f"{name}: {bericht}\n" for name in ("aufgaben", "netzwerk", "stand_handlungskonzept"))
    text = oparl(drei)["mainFile"]["text"]
    assert "- Kursfinder\n" in text
    assert "Sprechstunde" not in text
    assert "- Frühe Hilfen (Mitglied, vierteljährlich)" in text
    assert "umfasst 1 Ziel und 3 Maßnahmen. Verabschiedet wurde es am 16.12.2024 von: Kreistag." in text
    assert "Von den Maßnahmen sind 1 laufend und 1 umgesetzt. Zu 1 Maßnahme ist kein Stand angegeben." in text


def test_concept_is_drawn_and_must_not_be_of_a_later_day(
    ordner: Path, befunde: Callable[..., list[dict[str, Any]]], oparl: Callable[[str], dict[str, Any]]
) -> None:
    ziele = "{ziel: Kurse, massnahmen: [{massnahme: Kursfinder, stand: begonnen}, {massnahme: Flyer, stand: geplant}]}"
    felder = f"handlungsfelder: [{{handlungsfeld: Sprache, herausforderungen: [{{ziele: [{ziele}]}}]}}]\n"
    konzept = ordner / "handlungskonzept.yaml"
    text = KOPF + "aufgaben: {aus: handlungskonzept}\nstand_handlungskonzept: {aus: handlungskonzept}\n"
    konzept.write_text(f"dokument: handlungskonzept\nstand: 2026-06\n{felder}", "utf-8")
    orte = [eins["location"] for eins in befunde(text, "KM471")]
    assert orte == ["aufgaben.aus", "stand_handlungskonzept.aus"]
    konzept.write_text(f"dokument: handlungskonzept\nstand: 2026-05\n{felder}", "utf-8")
    assert befunde(text, "KM471") == []
    gedruckt = oparl(text)["mainFile"]["text"]
    assert "- Kursfinder\n" in gedruckt
    assert "Handlungskonzept (Stand 05/2026) umfasst 1 Handlungsfeld, 1 Ziel und 2 Maßnahmen." in gedruckt
    assert "Von den Maßnahmen sind 1 geplant und 1 begonnen." in gedruckt


def test_deliberation_comes_after_the_paper_and_in_order(befunde: Callable[..., list[dict[str, Any]]]) -> None:
    folge = "beratungsfolge:\n  - {gremium: A, datum: 2026-06-15}\n  - {gremium: B, datum: 2026-04-30}\n"
    gefunden = befunde(KOPF + folge, "KM468", "KM469", "KM470")
    assert [(eins["code"], eins["location"]) for eins in gefunden] == [
        ("KM468", "beratungsfolge[1].datum"),
        ("KM469", "beratungsfolge[1].datum"),
    ]
    am_selben_tag = KOPF + "beratungsfolge:\n  - {gremium: A, datum: 2026-05-01}\n  - {gremium: B, datum: 2026-05}\n"
    (ohne_tag,) = befunde(am_selben_tag, "KM468", "KM469", "KM470")
    assert (ohne_tag["code"], ohne_tag["severity"]) == ("KM470", "info")


def test_resolution_is_owed_only_if_there_is_one_to_take(befunde: Callable[..., list[dict[str, Any]]]) -> None:
    def offen(text: str) -> bool:
        return "beschlussvorschlag" in {eins["location"] for eins in befunde(text, "KM301")}

    assert not offen(KOPF)
    assert offen(KOPF.replace("mitteilung", "beschluss"))


def test_attached_files_are_looked_up(ordner: Path, befunde: Callable[..., list[dict[str, Any]]]) -> None:
    text = KOPF + "anlagen:\n  - {bezeichnung: Kurse, datei: kurse.pdf}\n"
    (fehlt,) = befunde(text, "KM409")
    assert fehlt["location"] == "anlagen[0].datei"
    (ordner / "2026" / "vorlagen" / "kurse.pdf").write_bytes(b"%PDF-1.7\n")
    assert befunde(text, "KM409") == []


def test_nothing_that_is_given_out_names_the_staff(ordner: Path) -> None:
    eigene = ordner / "templates" / "md" / "sitzungsvorlage.md.j2"
    eigene.parent.mkdir(parents=True)
    eigene.write_text("# {{ dokument.titel }}\n{% for name, wert in dokument.stammdaten %}{{ wert }}{% endfor %}\n")
    (ordner / "kmut.yaml").write_text(MAPPE.replace("ansprech", "telefon: 04261 1, anschrift: Am Markt, ansprech"))
    datei = ordner / "2026" / "vorlagen" / "vorlage.yaml"
    for oeffentlich in ("ja", "nein"):
        datei.write_text(KOPF + f"termine: {{aus: veranstaltungen}}\noeffentlich: {oeffentlich}\n", "utf-8")
        assert main(["render", str(datei), "--format", "md", "--format", "docx", "--force"]) == 0
        text = datei.with_suffix(".md").read_text("utf-8")
        assert "Am Markt" in text
        with zipfile.ZipFile(datei.with_suffix(".docx")) as word:
            teile = "".join(word.read(name).decode("utf-8", "replace") for name in word.namelist())
        genannt = [name for name in ("Erika Beispiel", "04261", "Öztürk") if name in text + teile]
        assert genannt == ([] if oeffentlich == "ja" else ["Erika Beispiel", "04261", "Öztürk"])


def test_a_new_paper_does_not_keep_half_a_span(
    ordner: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ordner)
    spanne = "{aus: veranstaltungen, von: 2025-07, bis: 2026-06-30, arten: [tagung]}"
    (ordner / "2026" / "vorlagen" / "alt.yaml").write_text(KOPF + f"termine: {spanne}\n", "utf-8")
    assert main(["new", "sitzungsvorlage", "2031", "--from", "2026/vorlagen/alt.yaml"]) == 0
    erzaehlt = capsys.readouterr().out
    assert "Zeitraum aus 2026" in erzaehlt
    assert "termine.von" in erzaehlt
    neu = (ordner / "2031" / "vorlagen" / "2031-sitzungsvorlage.yaml").read_text("utf-8")
    assert "termine:\n  aus: veranstaltungen\n  arten:\n    - tagung\n" in neu


def test_what_is_missing_in_a_draft_says_what_it_is(ordner: Path) -> None:
    datei = ordner / "2026" / "vorlagen" / "vorlage.yaml"
    datei.write_text(KOPF + "status: entwurf\n", "utf-8")
    assert main(["render", str(datei), "--format", "md"]) == 0
    text = datei.with_suffix(".md").read_text("utf-8")
    assert [name for name in ("Beratungsfolge:", "Unterschrift:", "Drucksachen-Nr.:") if name not in text] == []


def test_several_papers_of_a_year_are_found_and_a_new_one_begins_with_an_earlier(
    ordner: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ordner)
    alte = ordner / "2026" / "vorlagen" / "2026-03-01-haushalt.yaml"
    alte.write_text(KOPF + "federfuehrend: Amt 50\ntermine: {aus: veranstaltungen}\n", "utf-8")
    assert main(["new", "sitzungsvorlage", "2026", "--from", "2026", "--out", "2026/vorlagen/zweite.yaml"]) == 0
    assert main(["new", "sitzungsvorlage", "2031"]) == 0
    neue = (ordner / "2026" / "vorlagen" / "zweite.yaml").read_text("utf-8")
    assert "federfuehrend: Amt 50" in neue
    assert "drucksache:\n" in neue
    assert (ordner / "2031" / "vorlagen" / "2031-sitzungsvorlage.yaml").is_file()
    (ordner / "2026" / "vorlagen" / "zweite.yaml").write_text(neue.replace("\ndatum:\n", "\ndatum: 2026-09\n"), "utf-8")
    capsys.readouterr()
    assert main(["new", "sitzungsvorlage", "--from", "2026"]) == 2  # which of the two?
    assert "2026-03-01-haushalt.yaml" in capsys.readouterr().err
    main(["status", "--format", "json"])
    zeilen = json.loads(capsys.readouterr().out)["documents"]
    vorlagen = [(eine["year"], eine["path"]) for eine in zeilen if eine["document"] == "sitzungsvorlage"]
    assert (2026, "2026/vorlagen/2026-03-01-haushalt.yaml") in vorlagen
    assert len(vorlagen) == 3


def test_render_names_whom_a_public_paper_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who gives a paper out without checking it is told all the same."""
    (tmp_path / "kmut.yaml").write_text("koordinierungsstelle: {ansprechperson: Erika Beispiel}\n")
    datei = tmp_path / "2026" / "vorlagen" / "v.yaml"
    datei.parent.mkdir(parents=True)
    datei.write_text("dokument: sitzungsvorlage\ndatum: 2026-03-01\nsachverhalt: Bericht von Erika Beispiel.\n")
    assert main(["render", str(datei), "--format", "md"]) == 0
    assert "KM466" in capsys.readouterr().out
    datei.write_text(datei.read_text().replace("datum", "oeffentlich: nein\ndatum"))
    assert main(["render", str(datei), "--format", "md"]) == 0
    assert "KM466" not in capsys.readouterr().out
