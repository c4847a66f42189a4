"""KM405 to KM408: goals, the three most important ones, and the dates of measures."""

from __future__ import annotations

import pytest

KONZEPT = "aufgaben:\n  handlungskonzept:\n"
ZIELE = """\
    ziele:
      - kuerzel: Z1
        ziel: Jedes Kind besucht eine Kita.
      - kuerzel: Z 2
        ziel: |
          Wartezeiten auf
          Sprachkurse sinken.
      - ziel: „Offene“ Verwaltung
      - kuerzel: Z12
        ziel: Jedes Kind besucht eine Schule.
"""


def wichtig(*nennungen: str) -> str:
    return KONZEPT + ZIELE + "    wichtigste_ziele:\n" + "".join(f'      - "{eine}"\n' for eine in nennungen)


@pytest.mark.parametrize(
    "nennung",
    [
        "Z1",
        "z1",
        "Z 1",
        "Z2",
        "Z1: Kitaplätze",
        "Z1 – Kitaplätze",
        "Jedes Kind besucht eine Kita",
        "jedes  Kind besucht eine KITA.",
        "Wartezeiten auf Sprachkurse sinken.",
        "Offene Verwaltung",
        "Z12",
        " ",
    ],
)
def test_goal_is_recognised(bericht, nennung: str) -> None:
    assert bericht(wichtig(nennung), "KM406") == []


@pytest.mark.parametrize(
    ("nennung", "hilfe"),
    [
        ("Jedes Kind besucht einen Hort", "Meinten Sie „Z1“ (Jedes Kind besucht eine Kita.)?"),
        ("Offenere Verwaltung", "Meinten Sie „„Offene“ Verwaltung“?"),
        ("Z7", "Schreiben Sie eines der Kürzel: Z1, Z 2, Z12."),
        ("Z1.2", "Meinten Sie"),
        ("Z123", "Meinten Sie „Z12“ (Jedes Kind besucht eine Schule.)?"),
        ("Wohnraum", "Schreiben Sie eines der Kürzel"),
    ],
)
def test_unknown_goal_is_told_with_the_one_that_is_meant(bericht, stelle, nennung: str, hilfe: str) -> None:
    (finding,) = bericht(wichtig("Z1", nennung), "KM406")
    assert hilfe in finding.help
    assert stelle(finding) == f'"{nennung}"'
    assert finding.location == "aufgaben.handlungskonzept.wichtigste_ziele[1]"


@pytest.mark.parametrize(
    "ziele",
    ["", "    ziele:\n", '    ziele: {entfaellt: "siehe Anlage"}\n', "    ziele:\n      - Text\n      - ziel: A\n"],
)
def test_nothing_is_looked_up_while_the_goals_are_open_or_faulty(bericht, ziele: str) -> None:
    assert bericht(KONZEPT + ziele + "    wichtigste_ziele: [A, B, C]\n", "KM406") == []


@pytest.mark.parametrize(
    ("liste", "markiert"),
    [
        ("[A]", "wichtigste_ziele"),
        ("[A, B]", "wichtigste_ziele"),
        ("[A, B, C]", None),
        ("[A, B, C, D, E]", "D"),
        ("[]", None),
        ("[A, B, {c: D}]", None),
        ('{entfaellt: "noch kein Konzept"}', None),
    ],
)
def test_three_goals(bericht, stelle, liste: str, markiert: str | None) -> None:
    gefunden = bericht(f"{KONZEPT}    wichtigste_ziele: {liste}\n", "KM405")
    assert [stelle(finding) for finding in gefunden] == ([markiert] if markiert else [])


def test_the_same_goal_by_mark_and_by_wording_is_named_twice(bericht) -> None:
    (finding,) = bericht(wichtig("Z1", "Z12", "Jedes Kind besucht eine Kita"), "KM405")
    assert finding.location.endswith("wichtigste_ziele[2]")
    assert "„Z1“" in finding.message


def massnahmen(*eintraege: str, terminiert: str = "ja") -> str:
    liste = "".join(f"          - {{{eins}}}\n" for eins in eintraege)
    return f"{KONZEPT}    ziele:\n      - ziel: A\n        massnahmen:\n{liste}    terminiert: {terminiert}\n"


@pytest.mark.parametrize(
    ("text", "erwartet"),
    [
        (massnahmen("massnahme: B, termin: 2025", "massnahme: C"), [("warning", "C")]),
        (massnahmen("massnahme: B", "massnahme: C, termin: "), [("warning", "B"), ("warning", "C")]),
        (massnahmen("massnahme: B, stand: aufgegeben"), []),
        (massnahmen("massnahme: B, termin: irgendwann"), []),
        (massnahmen("massnahme: B, termin: 2025"), []),
        (massnahmen("massnahme: B", terminiert="nein"), []),
        (massnahmen("massnahme: B", terminiert="{antwort: ja, erlaeuterung: überwiegend}"), [("info", "B")]),
        (massnahmen("zustaendig: Amt 50"), [("warning", "{zustaendig: Amt 50}")]),
        (KONZEPT + "    ziele: [{ziel: A}]\n    terminiert: ja\n", [("warning", "ja")]),
        (KONZEPT + "    terminiert: ja\n", []),
        (KONZEPT + '    ziele: {entfaellt: "siehe Anlage"}\n    terminiert: ja\n', []),
    ],
)
def test_measures_without_a_date(bericht, stelle, text: str, erwartet: list[tuple[str, str]]) -> None:
    assert [(str(finding.severity), stelle(finding)) for finding in bericht(text, "KM407")] == erwartet


@pytest.mark.parametrize(
    ("text", "meldet"),
    [
        (massnahmen("massnahme: B, termin: 2025", terminiert="nein"), True),
        (massnahmen("massnahme: B, termin: 2025", "massnahme: C", terminiert="nein"), False),
        (massnahmen("massnahme: B, termin: 2025", terminiert="{antwort: nein, erlaeuterung: nur grob}"), False),
        (massnahmen("massnahme: B, termin: 2025", terminiert="ja"), False),
        (KONZEPT + "    terminiert: nein\n", False),
    ],
)
def test_dates_although_none_are_said_to_be_set(bericht, text: str, meldet: bool) -> None:
    assert bool(bericht(text, "KM408")) is meldet
