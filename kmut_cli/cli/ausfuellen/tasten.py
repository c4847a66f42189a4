"""The keys of a question: what they do, and which of them apply."""

from __future__ import annotations

from enum import Enum

from kmut_cli.cli.ausfuellen.terminal import ENTER
from kmut_cli.documents.eingabefeld import Feld
from kmut_cli.documents.zustand import Zustand

HILFE = """\
Jede Antwort steht sofort in der Datei. Aufhören können Sie jederzeit.
  Enter, a  antworten oder ändern                w  weiter, ohne zu ändern
  j, n      ja oder nein                         z  eine Frage zurück
  b         die übernommene Antwort bestätigen   q  beenden
  v         die Antwort des Vorjahres nehmen     m  lange Texte ganz zeigen
  x         die Frage trifft nicht zu            e  eine Erläuterung schreiben
  d         die Antwort löschen                  o  die Datei im Editor öffnen
  k, l, t   als eine Zeile, als Liste, aus einer anderen Datei (wo es das gibt)
Eine Antwort aus Text, ein Datum oder eine Zahl können Sie auch gleich tippen.
In einer Eingabe führt Esc zurück zur Frage."""


class Weg(Enum):
    """Where it goes on from a question; the value is the key."""

    WEITER = "w"
    ZURUECK = "z"
    ENDE = "q"


WEGTASTEN = frozenset(weg.value for weg in Weg)
"""Keys that leave a question."""


def wegtasten(*, erste: bool) -> dict[str, str]:
    """Give the keys that leave a question, with their text; before the first one there is none."""
    zurueck = {} if erste else {Weg.ZURUECK.value: "zurück"}
    return {Weg.WEITER.value: "weiter", **zurueck, Weg.ENDE.value: "beenden"}


def tasten_der_frage(
    feld: Feld, zustand: Zustand, *, da: bool, editor: bool, vorjahr: bool, erste: bool
) -> dict[str, str]:
    """Give the keys that apply, in the order of the footer; a key without text works and is not shown.

    Args:
        feld: The field of the question.
        zustand: Its state.
        da: Whether something stands there.
        editor: Whether there is an editor for long texts.
        vorjahr: Whether last year's answer was another one.
        erste: Whether nothing is asked before it.
    """
    antworten = "ändern" if da and zustand is not Zustand.OFFEN else "antworten"
    ja_nein = {"j": "ja", "n": "nein", ENTER: "", "a": ""}
    alle = [
        (True, ja_nein if feld.art == "yes_no" else {ENTER: antworten, "a": antworten}),
        (zustand is Zustand.UNBESTAETIGT, {"b": "bestätigen"}),
        (feld.art == "text" and not feld.knapp, {"k": "kurz in einer Zeile" if editor else "in einer Zeile"}),
        (feld.art == "text_or_list", {"l": "als Liste"}),
        (editor and feld.art == "list", {"o": "im Editor öffnen"}),
        (bool(feld.quellen), {"t": "aus " + " oder ".join(f"{quelle}.yaml" for quelle in feld.quellen)}),
        (feld.erlaeuterbar and da and zustand is not Zustand.ENTFAELLT, {"e": "Erläuterung"}),
        (vorjahr, {"v": "wie im Vorjahr"}),
        (feld.kann_entfallen, {"x": "trifft nicht zu"}),
        (da, {"d": "löschen"}),
    ]
    hier = {taste: text for gilt, tasten in alle if gilt for taste, text in tasten.items()}
    return {**hier, **wegtasten(erste=erste), "?": "Hilfe", "m": ""}
