"""The parts of a Migrationsbericht, the same in all its editions, and where each comes from."""

from __future__ import annotations

from kmut_cli.documents.option import Option


class Berichtsteil(Option):
    """Parts that are put together from the folder, with the kinds of document that they come from."""

    zahlen = "Zahlen und Entwicklungen"
    massnahmen = "Handlungskonzept: Ziele und Maßnahmen"
    arbeit = "Arbeit der Koordinierungsstelle"
    termine = "Termine und Veranstaltungen"


HERKUNFT = {
    Berichtsteil.zahlen: "monitoring",
    Berichtsteil.massnahmen: "handlungskonzept",
    Berichtsteil.arbeit: "taetigkeitsbericht",
    Berichtsteil.termine: "veranstaltungen",
}
"""Kind of document behind each part."""
