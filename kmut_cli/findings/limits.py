"""Every limit of the product, declared once: what bounds time and memory whatever a file, a folder or a template holds.

A limit is raised or lowered by an environment variable only: a folder that came by mail must not raise it. Whoever acts
on one reads ``LIMIT.wert`` when it is needed, never at import, and names it in the finding that it causes.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import NamedTuple

from kmut_cli.findings.error import MitHilfe

VORSILBE = "KMUT_GRENZE_"
_MEGABYTE = 1024 * 1024
_VIEL = 1_000_000_000


class GrenzeError(MitHilfe):
    """A variable of the environment sets a limit that cannot be understood, or one that does not exist."""


class Grenze(NamedTuple):
    """A limit.

    Attributes:
        variable: The environment variable that sets it.
        vorgabe: Its value if the variable is not set.
        einheit: What is counted, German, as it stands behind a number.
        bedeutung: What it bounds and what happens beyond it, German, a sentence.
        hoechstens: The largest value that it may be set to.
    """

    variable: str
    vorgabe: int
    einheit: str
    bedeutung: str
    hoechstens: int = _VIEL

    @property
    def wert(self) -> int:
        """The value that holds now.

        Raises:
            GrenzeError: The variable is set to something else than a whole number in range.
        """
        text = os.environ.get(self.variable)
        return self.vorgabe if text is None else self._gelesen(text)

    @property
    def text(self) -> str:
        """The value that holds now with its unit, for messages: ``5 Megabyte``, ``100 Stufen``."""
        return als_text(self.wert, self.einheit)

    @property
    def hinweis(self) -> str:
        """A sentence for the help of a finding that says how the limit is set."""
        return f"Diese Grenze setzt die Umgebungsvariable {self.variable}."

    def _gelesen(self, text: str) -> int:
        ziffern = text.strip()
        ziffern = ziffern.replace(".", "") if ziffern == _getrennt(ziffern) else ziffern
        # Python would also read digits of other scripts, and none of a number with thousands of them.
        lesbar = ziffern.isascii() and ziffern.isdecimal() and len(ziffern) <= len(str(_VIEL))
        if not lesbar or not 1 <= int(ziffern) <= self.hoechstens:
            erlaubt = f"erlaubt ist eine ganze Zahl von 1 bis {als_zahl(self.hoechstens)}"
            raise GrenzeError(
                f"Die Umgebungsvariable {self.variable} steht auf „{_kurz(text)}“; {erlaubt}.",
                f"Die Vorgabe ist {als_zahl(self.vorgabe)}.",
            )
        return int(ziffern)


# --- Reading a source -------------------------------------------------------------------------------------------------

DATEI = Grenze(
    f"{VORSILBE}DATEI",
    5 * _MEGABYTE,
    "Byte",
    "Größe einer Datei mit Antworten, auch der `kmut.yaml`, der Wertedatei eines Monitorings und der Standardeingabe. "
    "Eine größere wird nicht gelesen.",
)
TIEFE = Grenze(
    f"{VORSILBE}TIEFE",
    100,
    "Stufen",
    "So tief dürfen Angaben ineinander stehen. Tiefer wird nicht gelesen.",
    hoechstens=200,
)
ANGABEN = Grenze(
    f"{VORSILBE}ANGABEN",
    100_000,
    "Angaben",
    "So viele Schlüssel, Werte und Listenpunkte darf eine Datei haben. Nach so vielen wird nicht weiter gelesen.",
)
VERWEISE = Grenze(
    f"{VORSILBE}VERWEISE",
    1_000_000,
    "Zeichen",
    "So viel Text und so viele Angaben dürfen alle Verweise (`*name`) einer Datei zusammen ergeben.",
)
LESEFEHLER = Grenze(
    f"{VORSILBE}LESEFEHLER",
    100,
    "Fehler",
    "Nach so vielen Fehlern der Schreibweise wird eine Datei nicht weiter gelesen.",
)
ANGABEFEHLER = Grenze(
    f"{VORSILBE}ANGABEFEHLER",
    200,
    "Fehler",
    "So viele falsche Angaben werden je Datei einzeln aufgeführt; ein weiterer Befund sagt, wie viele es noch sind.",
)
TABELLENZEILEN = Grenze(
    f"{VORSILBE}TABELLENZEILEN",
    25_000,
    "Zeilen",
    "So viele Zeilen mit Werten einer CSV-Tabelle werden gelesen.",
)
TABELLENSPALTEN = Grenze(
    f"{VORSILBE}TABELLENSPALTEN",
    1_000,
    "Spalten",
    "So viele Spalten darf eine Zeile einer CSV-Tabelle mit Werten haben. Nach einer breiteren wird nicht weiter "
    "gelesen.",
)

PROZESSE = Grenze(
    f"{VORSILBE}PROZESSE",
    8,
    "Prozesse",
    "So viele Prozesse prüfen bei vielen Dateien nebeneinander, nie mehr, als der Rechner Prozessoren hat.",
)

# --- Reading what others made -----------------------------------------------------------------------------------------

TERMINDATEI = Grenze(
    f"{VORSILBE}TERMINDATEI",
    20_000_000,
    "Byte",
    "Größe eines Kalenders oder einer Tabelle für `kmut log import`.",
)
TERMINE = Grenze(
    f"{VORSILBE}TERMINE",
    5_000,
    "Termine",
    "So viele Termine darf ein Kalender oder eine Tabelle auf einmal ergeben; das hält auch Serien ohne Ende auf.",
)
STATISTIKDATEI = Grenze(
    f"{VORSILBE}STATISTIKDATEI",
    20_000_000,
    "Byte",
    "Größe einer Datei der amtlichen Statistik für `kmut monitoring import`.",
)
STATISTIKZEILEN = Grenze(
    f"{VORSILBE}STATISTIKZEILEN",
    50_000,
    "Zeilen",
    "So viele Zeilen darf eine Datei der amtlichen Statistik haben, und so viele Werte der eigenen Kommune.",
)
STATISTIKZELLEN = Grenze(
    f"{VORSILBE}STATISTIKZELLEN",
    2_000_000,
    "Zellen",
    "So viele Zellen darf eine Datei der amtlichen Statistik haben, alle Zeilen zusammen.",
)
STATISTIKFEHLER = Grenze(
    f"{VORSILBE}STATISTIKFEHLER",
    20,
    "Befunde",
    "So viele Befunde zu einer Datei der amtlichen Statistik werden aufgeführt.",
)

# --- Rendering: templates and output ----------------------------------------------------------------------------------

VORLAGENDATEI = Grenze(
    f"{VORSILBE}VORLAGENDATEI",
    20_000_000,
    "Byte",
    "Größe einer Vorlage. Eine größere wird nicht gelesen.",
)
VORLAGENPAKET = Grenze(
    f"{VORSILBE}VORLAGENPAKET",
    50_000_000,
    "Byte",
    "Größe einer Word-Vorlage, wenn sie ausgepackt ist.",
)
VORLAGENELEMENTE = Grenze(
    f"{VORSILBE}VORLAGENELEMENTE",
    200_000,
    "Elemente",
    "So viele Elemente (Absätze, Formate und was darin steht) dürfen alle Teile einer Word-Vorlage zusammen haben.",
)
VORLAGENTEILE = Grenze(
    f"{VORSILBE}VORLAGENTEILE",
    2_000,
    "Teile",
    "Aus so vielen Teilen (Text, Kopfzeilen, Bilder, Formate) darf eine Word-Vorlage bestehen.",
)
VORLAGENZEICHEN = Grenze(
    f"{VORSILBE}VORLAGENZEICHEN",
    100_000,
    "Zeichen",
    "Länge einer Vorlage für Markdown.",
)
WORDVORLAGENZEICHEN = Grenze(
    f"{VORSILBE}WORDVORLAGENZEICHEN",
    500_000,
    "Zeichen",
    "Länge eines Teils einer Word-Vorlage, so wie Word ihn speichert: etwa zehn Zeichen für jedes, das man sieht.",
)
VORLAGENBEFEHLE = Grenze(
    f"{VORSILBE}VORLAGENBEFEHLE",
    2_000,
    "Befehle",
    "So viele Platzhalter und Befehle (`{{ … }}`, `{% … %}`) darf eine Vorlage enthalten, im Mittel mit fünf Wörtern"
    " und Zeichen.",
)
VORLAGENSCHRITTE = Grenze(
    f"{VORSILBE}VORLAGENSCHRITTE",
    2_000_000,
    "Schritte",
    "So viele Schritte darf eine Vorlage beim Füllen tun; das hält Schleifen ohne Ende auf.",
)
VORLAGENTEXT = Grenze(
    f"{VORSILBE}VORLAGENTEXT",
    100_000,
    "Zeichen",
    "Länge eines Textes, den eine Vorlage mit einem Filter umformt oder zusammensetzt.",
)
VORLAGENZAHL = Grenze(
    f"{VORSILBE}VORLAGENZAHL",
    1_000_000,
    "als Betrag",
    "So groß darf eine Zahl sein, mit der eine Vorlage rechnet.",
)
AUSGABE = Grenze(
    f"{VORSILBE}AUSGABE",
    20_000_000,
    "Zeichen",
    "So lang darf eine Ausgabe werden.",
)
MARKDOWNTIEFE = Grenze(
    f"{VORSILBE}MARKDOWNTIEFE",
    100,
    "Stufen",
    "So tief dürfen Listen, Zitate und Auszeichnungen einer Antwort ineinander stehen.",
    hoechstens=200,
)
MARKDOWNSCHRITTE = Grenze(
    f"{VORSILBE}MARKDOWNSCHRITTE",
    300_000,
    "Schritte",
    "So viel Arbeit darf es machen, eine Antwort als Markdown zu lesen: etwa zwei Schritte je Zeichen, acht mehr je "
    "`*`, `_` oder `~`, und vier je Anfang oder Ende eines Punktes oder einer Zelle. Was mehr Arbeit macht, wird so "
    "ausgegeben, wie es dasteht.",
)
MARKDOWNDOKUMENT = Grenze(
    f"{VORSILBE}MARKDOWNDOKUMENT",
    1_000_000,
    "Schritte",
    "Dasselbe für alle Antworten eines Dokuments zusammen, beim Prüfen wie beim Ausgeben.",
)


def alle() -> Iterator[Grenze]:
    """Give every limit, in the order in which they stand here."""
    return (eine for eine in globals().values() if isinstance(eine, Grenze))


def pruefe() -> None:
    """Look at every variable of the environment that sets a limit, once before a command begins.

    Raises:
        GrenzeError: One has a value that cannot be understood, or sets a limit that does not exist.
    """
    gesetzt = sorted(name for name in os.environ if name.startswith(VORSILBE))
    if not gesetzt:
        return
    bekannt = {eine.variable: eine for eine in alle()}
    for name in gesetzt:
        if name not in bekannt:
            text = f"Die Umgebungsvariable {_kurz(name)} setzt keine Grenze, die kmut kennt."
            raise GrenzeError(text, _gemeint(name, list(bekannt)))
        bekannt[name]._gelesen(os.environ[name])


def abweichende() -> dict[str, int]:
    """Give the limits that are set to another value than usual, for a result that must say what it depends on."""
    return {eine.variable: eine.wert for eine in alle() if eine.wert != eine.vorgabe}


def als_text(wert: int, einheit: str) -> str:
    """Write a number with its unit as people do: ``5 Megabyte`` for 5242880 bytes, ``2.000 Befehle``."""
    if einheit == "Byte":
        for mega in (_MEGABYTE, 1_000_000):
            if wert % mega == 0:
                return f"{als_zahl(wert // mega)} Megabyte"
    return f"{als_zahl(wert)} {einheit}"


def als_zahl(wert: int) -> str:
    """Write a number with a point between thousands."""
    return f"{wert:,}".replace(",", ".")


def _getrennt(ziffern: str) -> str:
    """Give digits with a point between thousands, wherever there were points before."""
    ohne = ziffern.replace(".", "")
    rest = len(ohne) % 3
    return ".".join(filter(None, (ohne[:rest], *(ohne[stelle : stelle + 3] for stelle in range(rest, len(ohne), 3)))))


def _gemeint(name: str, bekannt: list[str]) -> str:
    from difflib import get_close_matches  # only for a misspelt name

    nah = get_close_matches(name, bekannt, 1)
    return f"Meinten Sie {nah[0]}?" if nah else f"Es gibt: {', '.join(bekannt)}."


def _kurz(text: str) -> str:
    """Give the beginning of a value on one line, without anything that a terminal would obey."""
    lesbar = "".join(zeichen if zeichen.isprintable() else "�" for zeichen in text[:41])
    return f"{lesbar[:40]}…" if len(lesbar) > 40 else lesbar
