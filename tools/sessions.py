"""The sessions that pages of the handbook show: which command, which keys, as a person would press them."""

from __future__ import annotations

from tools.record_session import Eingabe

ENTER, AB, LEER = "\r", "\x1b[B", " "
BERICHT = "musterland/2025/taetigkeitsbericht.yaml"


def _frage(nummer: int, von: int, taste: str) -> Eingabe:
    return f"Frage {nummer} von {von}", taste


def _zeile(nummer: int, von: int, text: str) -> list[Eingabe]:
    """A text, simply typed; Enter follows when it stands there."""
    return [_frage(nummer, von, text), (text[-10:], ENTER)]


def _ja_nein(nummer: int, von: int, taste: str) -> list[Eingabe]:
    """A key that answers, and no explanation."""
    return [_frage(nummer, von, taste), ("Erläuterung", ENTER)]


def _datum(nummer: int, von: int, text: str) -> list[Eingabe]:
    return [_frage(nummer, von, ENTER), ("Datum, z. B.", text + ENTER)]


ERSTE_FRAGEN: list[Eingabe] = [
    _frage(1, 8, ENTER),
    ("Name (nötig)", "Erika Beispiel" + ENTER),
    ("Qualifizierung", "M. A. Soziologie" + ENTER),
    ("Wochenstunden", "39" + ENTER),
    ("Bemerkung", ENTER),
    ("fertig", ENTER),
    *_zeile(2, 8, "Fachbereich Soziales, Sachgebiet 50.3"),
    *_ja_nein(3, 8, "n"),
    *_datum(4, 8, "2023-05"),
    *_datum(5, 8, "11/2025"),
    _frage(6, 8, ENTER),
    ("Bevölkerung (nötig)", "j"),
    ("Bildung und Qualifikation (nötig)", "j"),
    ("Erwerbstätigkeit (nötig)", "j"),
    ("Arbeitsmarkt (nötig)", "n"),
    ("Soziales (nötig)", "j"),
    *_zeile(7, 8, "Sprachförderbedarf bei der Schuleingangsuntersuchung."),
    *_zeile(8, 8, "Zwei von 13 Gemeinden haben nicht geantwortet."),
]

WEITERE_FRAGEN: list[Eingabe] = [
    *_datum(1, 20, "2016-09"),
    *_datum(2, 20, "2025-10"),
    _frage(3, 20, "w"),
    *_ja_nein(4, 20, "j"),
    *_ja_nein(5, 20, "j"),
    _frage(6, 20, ENTER),
    ("Leertaste kreuzt an", LEER + AB + LEER + AB + LEER + ENTER),
    _frage(7, 20, "w"),
    *_ja_nein(8, 20, "j"),
    _frage(9, 20, "w"),
    *_zeile(10, 20, "Zwei Kennzahlen je Ziel, jährlich im Februar ausgewertet."),
    *_zeile(11, 20, "Für die Beteiligung der Gemeinden war die Zeit knapp."),
    ("als Anlage beifügen", "w"),
    *_ja_nein(12, 20, "j"),
    *_zeile(13, 20, "In einer Steuerungsrunde, die alle zwei Monate tagt."),
    *_zeile(14, 20, "Bei der Sprachmittlung."),
    *_zeile(15, 20, "Vier Vereine arbeiten in der Steuerungsrunde mit."),
    _frage(16, 20, "w"),
    *_zeile(17, 20, "Mit Räumen, Beratung und kleinen Zuschüssen."),
    *_ja_nein(18, 20, "j"),
    *_ja_nein(19, 20, "j"),
    *_zeile(20, 20, "Drei Gemeinden haben keine feste Ansprechperson."),
]

FUENF_BEFEHLE: dict[str, list[Eingabe]] = {
    'kmut init musterland --kommune "Landkreis Musterland" --year 2025': [],
    f"kmut fill {BERICHT} --section 1,2.1": ERSTE_FRAGEN,
    f"kmut fill {BERICHT} --section 2.2,2.4,2.5,2.9": WEITERE_FRAGEN,
    f"kmut validate {BERICHT}": [],
    f"kmut check {BERICHT}": [],
}
