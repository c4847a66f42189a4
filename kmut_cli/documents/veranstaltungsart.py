"""What kind of event an entry of the log is, and which part the Koordinierungsstelle had in it."""

from __future__ import annotations

from kmut_cli.documents.option import Option


class Veranstaltungsart(Option):
    """Kind of event; the list is ours."""

    netzwerktreffen = "Netzwerktreffen"
    besprechung = "Besprechung oder Austausch"
    gremium = "Gremium oder Ausschuss"
    veranstaltung = "Veranstaltung"
    projekt = "Projekt"
    fortbildung = "Fortbildung"
    vortrag = "Vortrag"
    tagung = "Tagung oder Konferenz"
    sonstiges = "Sonstiges"


class Rolle(Option):
    """Part that the Koordinierungsstelle had."""

    veranstaltet = "veranstaltet"
    mitveranstaltet = "mitveranstaltet"
    beitrag = "mit eigenem Beitrag"
    teilgenommen = "teilgenommen"


# Meetings that are no measures of one's own: they belong to the work in networks (2.8), not to the projects (2.7).
TREFFEN = frozenset({Veranstaltungsart.netzwerktreffen, Veranstaltungsart.besprechung, Veranstaltungsart.gremium})
EIGENE_ROLLEN = frozenset({Rolle.veranstaltet, Rolle.mitveranstaltet, Rolle.beitrag})
# What these words say needs no role besides; of a conference or a training nobody can tell who held it.
EIGENE_ARTEN = frozenset({Veranstaltungsart.veranstaltung, Veranstaltungsart.projekt})
