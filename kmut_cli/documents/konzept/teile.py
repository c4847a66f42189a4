"""What a Handlungskonzept and the report about it say in the same words of ours: its adoption, the state of a measure."""

from __future__ import annotations

from kmut_cli.documents.antworten import JaNein, Kurzantwort, Text
from kmut_cli.documents.datum import Datum
from kmut_cli.documents.frage import teil
from kmut_cli.documents.modell import Teile
from kmut_cli.documents.option import Option


class Beschluss(Teile):
    """Whether the Handlungskonzept was adopted, and whether it binds."""

    verabschiedet: Kurzantwort[JaNein] = teil("Von den zuständigen Gremien verabschiedet", pflicht=True)
    gremium: Text | None = teil("Gremium")
    datum: Datum | None = teil("Beschlussdatum")
    verbindlich: Kurzantwort[JaNein] = teil("Lokale Verbindlichkeit", pflicht=True)


class Stand(Option):
    """State of a measure."""

    geplant = "geplant"
    begonnen = "begonnen"
    laufend = "laufend"
    umgesetzt = "umgesetzt"
    verschoben = "verschoben"
    aufgegeben = "aufgegeben"
