"""What the made-up reports are written with: places, people, partners and sentences. All of it is invented."""

from __future__ import annotations

from random import Random


def words(text: str) -> tuple[str, ...]:
    """The words of a line."""
    return tuple(text.split())


ORTE = words(
    "Musterstedt Brakum Fährsiel Osterbrook Kleinwiehe Neuenmarsch Altenmoor Lüttjenbüttel Süderwisch Großenheide"
    " Eichwedel Dörhagen Bröckelsen Hülsenbüttel Wöhrden Ütersum Krähenmoor Mühlengeest Tüschendorf Aßbüttel"
)
VORNAMEN = words("Jördis Łukasz Ayşe Björn Käthe Nguyễn François Zoë Jürgen Anaïs Søren Małgorzata Özlem Günther")
NACHNAMEN = words("Öztürk Groß Żółć Müller-Lüdenscheidt Hạnh Đorđević Weiß Yıldız Möhring Ångström Kühn Strauß")
FAECHER = (
    "Diplom-Sozialwissenschaft",
    "M. A. Interkulturelle Bildung und Beratung",
    "B. A. Verwaltungswissenschaft",
    "Staatlich anerkannte Sozialarbeit",
    "M. A. Soziologie, Zusatzausbildung Mediation",
)
PARTNER = (
    "Kreisvolkshochschule",
    "Jobcenter",
    "Caritasverband",
    "Agentur für Arbeit",
    "Kreissportbund",
    "Bildungswerk Süderwisch e. V.",
    "Oberschule Brakum",
    "Frauenwerkstatt Fährsiel e. V.",
    "Klinikum Musterstedt",
    "Elternverein Brücke",
)
GRUPPEN = (
    "Familien mit Kindern im Grundschulalter",
    "Frauen mit ausländischen Abschlüssen",
    "Schüler*innen und ihre Eltern",
    "Ehrenamtliche in Vereinen und Moscheegemeinden",
    "zugezogene Fachkräfte",
    "Menschen in Gemeinschaftsunterkünften",
)
THEMEN = (
    "Sprachförderung",
    "Wohnraum",
    "Anerkennung von Abschlüssen",
    "psychosoziale Beratung",
    "Kinderbetreuung während der Kurse",
    "Einbürgerung nach § 10 StAG",
    "Übergang von der Schule in den Beruf",
    "Antidiskriminierung",
)
DINGE = (
    "Beratungsgespräche",
    "Kursplätze",
    "Begleitungen zu Ämtern",
    "Bewilligungen",
    "Rückmeldungen",
    "Vermittlungen",
    "Anmeldungen",
)
VERBEN = words("vereinbart ausgewertet verlängert begonnen überprüft abgeschlossen veröffentlicht gekürzt")
MONATE = words("Januar Februar März April Mai Juni Juli August September Oktober November Dezember")
ROLLEN = words("Leitung Mitglied Gast Geschäftsführung")
TURNUS = ("monatlich", "vierteljährlich", "halbjährlich", "fünfmal im Jahr", "nach Bedarf")
STAENDE = words("geplant begonnen laufend umgesetzt verschoben aufgegeben")

SAETZE = (
    "Im {monat} {jahr} wurden in {ort} {zahl} {ding} gezählt, im Vorjahr waren es {zahl2}.",
    "Zusammen mit „{partner}“ ist ein fester Ablauf zum Thema {thema} {verb}, der auch für {gruppe} gilt.",
    "{gruppe} wurden über {partner} erreicht; in {ort} und {ort2} blieb der Zulauf hinter den Erwartungen zurück.",
    "Für „{thema}“ stehen {zahl}.{zahl3} € bereit, das entspricht {anteil} % der Mittel aus {jahr}.",
    "Die Samtgemeinde {ort} hat sich im {monat} angeschlossen, die Stadt {ort2} prüft das noch.",
    "Schwierig bleibt {thema}: Auf {zahl} Anfragen kamen **{zahl2}** Antworten, davon die meisten aus {ort}.",
    "Das Ergebnis ist mit {partner} und {partner2} besprochen und bis {monat} {jahr} {verb}.",
    "Zuständig war bisher der Fachdienst in {ort}; seit {monat} bündelt die *Koordinierungsstelle* die {ding}.",
    "Größere Veränderungen gab es hier ({gruppe}), vor allem durch die Öffnung der Kurse in {ort}.",
)


class Writer:
    """Writes sentences, lists and tables by one source of chance, so that the same seed gives the same text."""

    def __init__(self, chance: Random, year: int) -> None:
        self.chance = chance
        self.year = year

    def one(self, choice: tuple[str, ...]) -> str:
        """One of some words or phrases."""
        return choice[int(self.chance.random() * len(choice))]

    def number(self, low: int, high: int) -> int:
        """A number from `low` up to, not including, `high`."""
        return low + int(self.chance.random() * (high - low))

    def sentence(self) -> str:
        """One sentence of about 100 characters."""
        return self.one(SAETZE).format(
            monat=self.one(MONATE),
            jahr=self.year - self.number(0, 3),
            ort=self.one(ORTE),
            ort2=self.one(ORTE),
            zahl=self.number(11, 990),
            zahl2=self.number(11, 990),
            zahl3=self.number(100, 1000),
            anteil=f"{self.number(1, 60)},{self.number(0, 10)}",
            ding=self.one(DINGE),
            partner=self.one(PARTNER),
            partner2=self.one(PARTNER),
            thema=self.one(THEMEN),
            gruppe=self.one(GRUPPEN),
            verb=self.one(VERBEN),
        )

    def short(self) -> str:
        """An answer of a few words."""
        return f"{self.one(THEMEN)} in {self.one(ORTE)}: {self.number(3, 990)} {self.one(DINGE)}."

    def paragraph(self) -> str:
        """Two to four sentences, broken into lines as people do."""
        return "\n".join(self.sentence() for _ in range(self.number(2, 5)))

    def list(self) -> str:
        """Three to six points, some with points below them."""
        points = []
        for _ in range(self.number(3, 7)):
            points.append(f"- **{self.one(THEMEN)}:** {self.sentence()}")
            if self.chance.random() < 0.3:
                points.append(f"  - {self.one(GRUPPEN)}: {self.number(3, 400)} {self.one(DINGE)}")
        return "\n".join(points)

    def table(self) -> str:
        """A table of figures with three columns."""
        rows = ["| Merkmal | Vorjahr | Berichtsjahr |", "|:--------|--------:|-------------:|"]
        for _ in range(self.number(3, 7)):
            rows.append(f"| {self.one(DINGE)} in {self.one(ORTE)} | {self.number(9, 990)} | {self.number(9, 990)} |")
        return "\n".join(rows)

    def block(self) -> str:
        """A paragraph, a list or a table, as often as in reports."""
        kind = self.chance.random()
        if kind < 0.65:
            return self.paragraph()
        return self.list() if kind < 0.9 else self.table()
