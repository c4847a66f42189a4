"""How a Handlungskonzept looks: merged cells, years or dates, reasons in place of what is left out on purpose."""

from __future__ import annotations

from kmut_cli.documents.laden import lade
from kmut_cli.documents.zustand import stand
from kmut_cli.render import presentation as p
from kmut_cli.render.darstellung import darstellung
from kmut_cli.render.gestaltung.konzepttabelle import LEGENDE
from kmut_cli.source.reader import read_source

KOPF = "dokument: handlungskonzept\nzeitraum: 2015–2017\n"
PLAN = """\
handlungsfelder:
  - handlungsfeld: Erstkontakt
    entspricht: [partizipation]
    herausforderungen:
      - herausforderung: Das Ankommen gestalten
        ziele:
          - kuerzel: Z1
            ziel: Alle werden begrüßt.
            wichtig: ja
            indikatoren: ["5.1", "5.3"]
            massnahmen:
              - {massnahme: Willkommenspakete, zustaendig: [Meldebehörden, FD 5], beginn: [2015, 2017]}
              - {massnahme: Besuchsdienste, zustaendig: {entfaellt: wer mag}, beginn: {entfaellt: offen}}
          - ziel: Alle kennen ihre Rechte.
            massnahmen: {entfaellt: folgt}
      - herausforderung: Orientierung geben
  - herausforderungen: []
"""


def kapitel(text: str = PLAN, kopf: str = KOPF) -> dict[str, p.Kapitel]:
    geladen = lade(read_source("x.yaml", (kopf + text).encode()))
    assert geladen.dokument is not None, geladen.findings
    return {eins.titel: eins for eins in darstellung(geladen.dokument, stand(geladen)).kapitel}


def bloecke(eines: p.Kapitel, art: type[p.Block]) -> list[p.Block]:
    return [
        block
        for abschnitt in eines.abschnitte
        for frage in abschnitt.fragen
        for block in frage.bloecke
        if isinstance(block, art)
    ]


def tabelle(text: str = PLAN) -> p.Tabelle:
    erste = bloecke(kapitel(text)["Handlungsfelder"], p.Tabelle)[0]
    assert isinstance(erste, p.Tabelle)
    return erste


def test_challenge_and_goal_stand_once_beside_their_measures() -> None:
    eine = tabelle()
    assert eine.kopf == ("Herausforderung", "Ziele", "Zuständigkeit", "Maßnahme", "2015", "2016", "2017")
    assert len(eine.breiten) == len(eine.kopf)
    assert eine.zeilen == (
        (
            "Das Ankommen gestalten",
            "**Z1** Alle werden begrüßt.\n\n(besonders wichtig; Indikatoren 5.1, 5.3)",
            *("Meldebehörden; FD 5", "Willkommenspakete", "X", "", "X"),
        ),
        (None, None, "– (wer mag)", "Besuchsdienste\n\n(ohne Beginn: offen)", "–", "–", "–"),
        (None, "Alle kennen ihre Rechte.", "", "– (folgt)", "", "", ""),
        ("Orientierung geben", "", "", "", "", "", ""),
    )


def test_years_outside_the_period_have_a_column_too() -> None:
    assert tabelle(PLAN.replace("[2015, 2017]", "2019")).kopf[4:] == ("2015", "2016", "2017", "2019")


def test_months_and_days_stand_in_one_column_and_need_no_legend() -> None:
    text = PLAN.replace("beginn: [2015, 2017]", "beginn: 2015-03, ende: 2016, stand: laufend")
    eine = tabelle(text)
    assert eine.kopf[4:] == ("Beginn", "Ende", "Stand")
    assert eine.zeilen[0][4:] == ("03/2015", "2016", "laufend")
    assert eine.zeilen[1][3:] == ("Besuchsdienste\n\n(ohne Beginn: offen)", "–", "", "")
    assert p.Absatz(LEGENDE) not in bloecke(kapitel(text)["Handlungsfelder"], p.Absatz)
    assert p.Absatz(LEGENDE) in bloecke(kapitel()["Handlungsfelder"], p.Absatz)


def test_without_challenges_their_column_is_left_out() -> None:
    ohne = PLAN.replace("herausforderung: Das Ankommen gestalten\n        ", "").replace(
        "      - herausforderung: Orientierung geben\n", ""
    )
    assert tabelle(ohne).kopf[0] == "Ziele"


def test_as_text_measures_stand_below_their_goals() -> None:
    im_einzelnen = kapitel()["Ziele und Maßnahmen im Einzelnen"]
    (text, *_leer) = bloecke(im_einzelnen, p.Absatz)
    assert im_einzelnen.abschnitte[0].fragen[0].wortlaut == "Das Ankommen gestalten"
    assert isinstance(text, p.Absatz)
    assert text.text == (
        "- **Z1:** Alle werden begrüßt.\n\n  (besonders wichtig; Indikatoren 5.1, 5.3)\n\n"
        "  - Willkommenspakete\n\n    Zuständig: Meldebehörden, FD 5; Beginn: 2015, 2017\n"
        "  - Besuchsdienste\n\n    Zuständig: – (wer mag); Beginn: – (offen)\n"
        "- Alle kennen ihre Rechte.\n\n  Ohne Maßnahme: folgt"
    )


def test_the_timeline_is_a_picture_that_says_what_it_shows() -> None:
    (bild,) = bloecke(kapitel()["Zeitplan"], p.Bild)
    assert isinstance(bild, p.Bild)
    assert "Maßnahmen" in bild.alt
    assert "Willkommenspakete" in bild.svg
    assert kapitel() == kapitel()


def test_the_author_chooses_among_the_forms() -> None:
    assert list(kapitel()) == ["Grundlagen", "Handlungsfelder", "Ziele und Maßnahmen im Einzelnen", "Zeitplan"]
    assert list(kapitel("darstellung: [zeitplan]\n" + PLAN)) == ["Grundlagen", "Zeitplan"]
    nummern = [eins.nummer for eins in kapitel("darstellung: [text, zeitplan]\n" + PLAN).values()]
    assert nummern == ["1", "2", "3"]


def test_a_draft_says_what_is_still_open() -> None:
    leer = kapitel("")
    assert list(leer) == ["Grundlagen", "Handlungsfelder"]
    assert len(bloecke(leer["Grundlagen"], p.Offen)) == 3
    assert len(bloecke(leer["Handlungsfelder"], p.Offen)) == 1
    luecke = kapitel(PLAN.replace("ziel: Alle kennen ihre Rechte.", "kuerzel: Z2"))
    assert bloecke(luecke["Handlungsfelder"], p.Offen) == [p.Offen("Es fehlt noch: Ziel, Handlungsfeld.")]


LUECKEN = """\
handlungsfelder:
  - {}
  - handlungsfeld: Leer
  - handlungsfeld: Mit Absicht
    herausforderungen: {entfaellt: folgen 2027}
  - herausforderungen:
      - {herausforderung: Ohne, ziele: {entfaellt: folgen 2028}}
      - herausforderung: Offen
      - ziele: [{ziel: Alle kommen an.}]
"""


def test_numbers_have_no_gaps_and_below_each_heading_stands_something() -> None:
    for titel in ("Handlungsfelder", "Ziele und Maßnahmen im Einzelnen"):
        eines = kapitel(LUECKEN)[titel]
        nummern = [eins.nummer for eins in eines.abschnitte]
        assert nummern == [f"{eines.nummer}.{n}" for n in range(1, len(nummern) + 1)]
        assert all(frage.bloecke for eins in eines.abschnitte for frage in eins.fragen)
    *_vorn, letzter = kapitel(LUECKEN)["Ziele und Maßnahmen im Einzelnen"].abschnitte
    assert [(frage.wortlaut, frage.bloecke) for frage in letzter.fragen] == [
        ("Ohne", (p.Absatz("Ohne Ziele: folgen 2028"),)),
        ("Offen", (p.Absatz("Noch ohne Ziele."),)),
        ("Herausforderung 3", (p.Absatz("- Alle kommen an."),)),
    ]
    texte = bloecke(kapitel(LUECKEN)["Handlungsfelder"], p.Absatz)
    assert texte[:2] == [
        p.Absatz("Noch ohne Herausforderungen und Ziele."),
        p.Absatz("Ohne Herausforderungen: folgen 2027"),
    ]


def test_basics_are_labelled() -> None:
    text = "erstellt: 2015-02\nfortgeschrieben: {entfaellt: erste Fassung}\nstand: 04.02.2015\n"
    grundlagen = kapitel(text)["Grundlagen"]
    beschluss = next(eins for eins in grundlagen.abschnitte if eins.titel == "Beschluss").fragen[0].bloecke
    assert beschluss[:3] == (
        p.Angabe("Erstellt", "02/2015"),
        p.Angabe("Zuletzt fortgeschrieben", ""),
        p.Entfallen("erste Fassung"),
    )
    assert p.Angabe("Stand der Angaben", "04.02.2015") in bloecke(grundlagen, p.Angabe)


def test_in_the_report_a_goal_without_measures_says_why() -> None:
    text = (
        'dokument: taetigkeitsbericht\ngliederung: "2020"\naufgaben:\n  handlungskonzept:\n    ziele:\n'
        "      - {kuerzel: Z1, ziel: A, massnahmen: [{massnahme: Kurse}]}\n"
        "      - {kuerzel: Z2, ziel: B, massnahmen: {entfaellt: folgt aus Z1}}\n"
    )
    aufgaben = kapitel(text, kopf="")["Wahrnehmung der Aufgaben"]
    assert p.Absatz("**Maßnahmen:** entfällt: folgt aus Z1") in bloecke(aufgaben, p.Absatz)
    assert len(bloecke(aufgaben, p.Tabelle)) == 1
