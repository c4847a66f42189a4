"""One made-up Tätigkeitsbericht after the Mustergliederung of 2020, of a wanted size, with or without an error.

All 43 questions are answered as an office would: persons, goals with measures, projects and networks as lists, dates
and numbers, choices, reasons, and long answers in blocks. What is chosen depends on `number` alone.
"""

from __future__ import annotations

from random import Random

from benchmarks.words import (
    DINGE,
    FAECHER,
    GRUPPEN,
    MONATE,
    NACHNAMEN,
    ORTE,
    PARTNER,
    ROLLEN,
    STAENDE,
    THEMEN,
    TURNUS,
    VORNAMEN,
    Writer,
)

TOLERANCE = 0.05
"""How far a report's size may be from the wanted one, as a share of it."""

ERRORS = (
    ("zuletzt_vorgenommen: 20", "zuletzt_vorgenomen: 20"),  # a misspelt key
    ("    terminiert: ja", "    terminiert: vielleicht"),  # no choice
    ("    fortgeschrieben: ", "    fortgeschrieben: 2023-13 # "),  # no month
    ("      wochenstunden: ", "      wochenstunden: ca. "),  # no number
    ("      - partizipation", "      - teilnahme"),  # no option
    ("  kooperative_strukturen:", "\tkooperative_strukturen:"),  # no YAML
)


def report(number: int, size: int, year: int, *, wrong: bool = False) -> str:
    """Write a report.

    Args:
        number: Which one; another number gives another text.
        size: Bytes it should have in UTF-8, at least 5,000; met within `TOLERANCE`.
        year: Of the report.
        wrong: With one error of those that people make; which one depends on `number`.
    """
    form = _Form(Random(f"kmut {number} {size}"), size, year)
    text = form.text()
    if wrong:
        old, new = ERRORS[number % len(ERRORS)]
        text = text.replace(old, new, 1)
    return text


class _Form:
    """The form with its answers; every `{}` in it is a long answer."""

    def __init__(self, chance: Random, size: int, year: int) -> None:
        self.say = Writer(chance, year)
        self.size = size
        self.year = year
        self.many = max(1, size // 5000)
        """How many times as long as the shortest report."""

    def text(self) -> str:
        """The whole report: short answers first, then longer ones until the size is met."""
        form = FORM.format(
            jahr=self.year,
            monat=f"{self.say.number(1, 13):02}",
            tag=f"{self.say.number(1, 29):02}",
            ort=self.say.one(ORTE),
            partner=self.say.one(PARTNER),
            thema=self.say.one(THEMEN),
            personen="".join(self.person() for _ in range((self.many + 1) // 2)),
            ziele="".join(self.ziel(number) for number in range(1, 3 + self.many)),
            projekte="".join(self.projekt() for _ in range(self.many)),
            netzwerke="".join(self.netzwerk() for _ in range(1 + self.many)),
        )
        parts = form.split(HOLE)
        answers = [[self.say.short()] for _ in parts[:-1]]
        indents = [_indent(part) for part in parts[:-1]]
        missing = self.size - _bytes(form) - sum(map(_cost, indents, [one[0] for one in answers]))
        while missing > 100:
            place = self.say.number(0, len(answers))
            block = self.say.block() if missing > 1000 else self.say.sentence() if missing > 200 else self.say.short()
            answers[place].append(block)
            missing -= _cost(indents[place], block) + 1
        filled = map(_answer, indents, answers)
        return "".join(part + answer for part, answer in zip(parts, [*filled, ""], strict=True))

    def person(self) -> str:
        """A post."""
        say = self.say
        return (
            f"    - name: {say.one(VORNAMEN)} {say.one(NACHNAMEN)}\n"
            f"      qualifizierung: {say.one(FAECHER)}\n"
            f"      wochenstunden: {say.one(('39', '19.5', '30', '25'))}\n"
            f"      bemerkung: seit {say.one(MONATE)} {self.year - say.number(0, 9)} in {say.one(ORTE)}\n"
        )

    def ziel(self, number: int) -> str:
        """A goal; in longer reports with measures."""
        say = self.say
        ziel = f"Mehr {say.one(DINGE)} zu {say.one(THEMEN)} in {say.one(ORTE)}."
        lines = f"      - kuerzel: Z{number}\n        ziel: {ziel}\n"
        if self.many == 1:
            return lines
        measures = (
            f"          - massnahme: Jahresplanung zu {say.one(THEMEN)} für {say.one(GRUPPEN)}\n"
            f"            termin: {self.year}-{say.number(1, 13):02}\n"
            f"            zustaendig: {say.one(PARTNER)}\n"
            f"            stand: {say.one(STAENDE)}\n"
            for _ in range(say.number(1, 4))
        )
        return f"{lines}        massnahmen:\n{''.join(measures)}"

    def projekt(self) -> str:
        """A project."""
        say = self.say
        return (
            f"      - titel: Werkstatt „{say.one(THEMEN)}“ in {say.one(ORTE)}\n"
            f'        zeitraum: "{say.number(1, 29):02}.{say.number(1, 13):02}.{self.year}"\n'
            f"        projektpartner:\n          - {say.one(PARTNER)}\n          - {say.one(PARTNER)}\n"
            f"        teilnehmende: {say.number(5, 900)}\n"
        )

    def netzwerk(self) -> str:
        """A network, in the short notation."""
        say = self.say
        return (
            f"      - {{name: Runder Tisch {say.one(ORTE)}, art: {say.one(('intern', 'extern'))},"
            f" rolle: {say.one(ROLLEN)}, turnus: {say.one(TURNUS)}}}\n"
        )


def _bytes(text: str) -> int:
    return len(text.encode())


def _indent(before: str) -> str:
    """What an answer's lines are indented with: two spaces more than the key in front of it."""
    line = before[before.rfind("\n") + 1 :]
    return " " * (len(line) - len(line.lstrip()) + 2)


def _cost(indent: str, text: str) -> int:
    """Bytes that a text takes as lines of an answer."""
    return _bytes(text) + (text.count("\n") + 1) * (len(indent) + 1)


def _answer(indent: str, blocks: list[str]) -> str:
    """A long answer behind its key: blocks with an empty line between them."""
    lines = "\n\n".join(blocks).split("\n")
    return "|" + "".join(f"\n{indent}{line}" if line else "\n" for line in lines)


HOLE = "~~"
FORM = """\
# Tätigkeitsbericht; Zeilen mit # sind Notizen und kommen nicht in den Bericht.
dokument: taetigkeitsbericht
gliederung: "2020"
status: final
berichtsjahr: {jahr}

organisation:
  personelle_besetzung:
{personen}\
  organisatorische_anbindung:
    zuordnung: Dezernat III (Soziales, Jugend und Bildung), Dienstort {ort}
    stabsstelle:
      antwort: ja
      erlaeuterung: ~~

aufgaben:
  bestandsaufnahme:
    zuletzt_vorgenommen: 2023-{monat}
    fortgeschrieben: {jahr}-{monat}-{tag}
    themen:
      bevoelkerung: ja
      bildung_und_qualifikation: ja
      erwerbstaetigkeit: nein
      arbeitsmarkt: ja
      soziales: {{antwort: ja, erlaeuterung: "nur für {ort} und die größeren Gemeinden"}}
    weitere_daten: ~~
    hindernisse: ~~
  handlungskonzept:
    erstellt: 2016
    fortgeschrieben: {jahr}-{monat}
    beschluss:
      verabschiedet: ja
      gremium: Kreistag
      datum: {tag}.{monat}.{jahr}
      verbindlich: ja
    leitgrundsaetze: ja
    grundlage: {{antwort: ja, erlaeuterung: Die Fachdienste richten ihre Planung danach aus.}}
    handlungsfelder:
      - partizipation
      - ehrenamt
      - interkulturelle_oeffnung
    ziele:
{ziele}\
    terminiert: ja
    wichtigste_ziele:
      - Z1
      - Z2
      - Z3
    indikatoren: ~~
    hindernisse: {{entfaellt: "Das Konzept besteht seit 2016 und wurde ohne Hindernisse fortgeschrieben."}}
  buendelung:
    optimierungsansaetze: ~~
    beispiele: ~~
    probleme: ~~
  kooperative_strukturen:
    aufgebaut: ja
    koordination: ~~
    weitere_anstrengungen: ~~
  migrantenorganisationen:
    zusammenarbeit: ~~
    probleme: ~~
    unterstuetzung: ~~
  oeffentlichkeit: ~~
  projekte:
    massnahmen:
{projekte}\
    zielgruppen: ~~
  netzwerkarbeit:
    netzwerke:
{netzwerke}\
    schwierigkeiten: ~~
  einbeziehung_der_gemeinden:
    gemeinden_einbezogen: ja
    austausch: {{antwort: ja, erlaeuterung: zweimal im Jahr in {ort}}}
    schwierigkeiten: ~~
  kmn: ~~

problemfelder_und_ausblick:
  besondere_problemlagen:
    erwartete_problemlagen: ~~
    weitere_stellen: Wünschenswert wäre mehr Beteiligung durch {partner}.
    unterstuetzung: ~~
  einschaetzung:
    aussichten: ~~
    herausforderungen: Die größte Aufgabe bleibt {thema}.
    erwartungen_an_das_land: ~~
"""
