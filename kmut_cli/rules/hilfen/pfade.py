"""The places of the outlines that rules know by name; a test proves that each exists in some edition.

A rule on a place that an edition does not have says nothing about its documents.
"""

from __future__ import annotations

from kmut_cli.documents.gliederung import Pfad

AGS: Pfad = ("kommune", "ags")
TYP: Pfad = ("kommune", "typ")
BERICHTSJAHR: Pfad = ("berichtsjahr",)

_BESTANDSAUFNAHME: Pfad = ("aufgaben", "bestandsaufnahme")
BESTAND_VORGENOMMEN: Pfad = (*_BESTANDSAUFNAHME, "zuletzt_vorgenommen")
BESTAND_FORTGESCHRIEBEN: Pfad = (*_BESTANDSAUFNAHME, "fortgeschrieben")
AKTUALISIERUNG_GEPLANT: Pfad = ("bestandsaufnahme", "aktualisierung_geplant")

_HANDLUNGSKONZEPT: Pfad = ("aufgaben", "handlungskonzept")
KONZEPT_ERSTELLT: Pfad = (*_HANDLUNGSKONZEPT, "erstellt")
KONZEPT_FORTGESCHRIEBEN: Pfad = (*_HANDLUNGSKONZEPT, "fortgeschrieben")
BESCHLUSSDATUM: Pfad = (*_HANDLUNGSKONZEPT, "beschluss", "datum")
TERMINIERT: Pfad = (*_HANDLUNGSKONZEPT, "terminiert")
WICHTIGSTE_ZIELE: Pfad = (*_HANDLUNGSKONZEPT, "wichtigste_ziele")

ZIELE: Pfad = (*_HANDLUNGSKONZEPT, "ziele")
ZIEL_KUERZEL: Pfad = (*ZIELE, "kuerzel")
ZIEL_TEXT: Pfad = (*ZIELE, "ziel")
MASSNAHMEN: Pfad = (*ZIELE, "massnahmen")
MASSNAHME_TEXT: Pfad = (*MASSNAHMEN, "massnahme")
MASSNAHME_TERMIN: Pfad = (*MASSNAHMEN, "termin")
MASSNAHME_STAND: Pfad = (*MASSNAHMEN, "stand")

EINTRAEGE: Pfad = ("eintraege",)

BEFRAGUNG: Pfad = ("befragung",)
VORGENOMMEN: Pfad = ("vorgenommen",)
FORTGESCHRIEBEN: Pfad = ("fortgeschrieben",)
ANGEBOTE: Pfad = ("angebote",)
ANGEBOT_BEREICHE: Pfad = (*ANGEBOTE, "bereiche")
DATENQUELLEN: Pfad = ("datenquellen",)
QUELLE_BEREICHE: Pfad = (*DATENQUELLEN, "bereiche")
ANGEMERKTER_BEREICH: Pfad = ("bereiche", "bereich")

VORLAGENDATUM: Pfad = ("datum",)
BERATUNGSFOLGE: Pfad = ("beratungsfolge",)
BERATUNGSTERMIN: Pfad = (*BERATUNGSFOLGE, "datum")
KONZEPTSTAND: Pfad = ("stand",)
UNTERSCHRIFT: Pfad = ("unterschrift",)
VORLAGENANLAGE: Pfad = ("anlagen", "datei")

ERSTELLT: Pfad = ("erstellt",)
BESCHLOSSEN: Pfad = ("beschluss", "datum")
HANDLUNGSFELDER: Pfad = ("handlungsfelder",)
PLANHERAUSFORDERUNGEN: Pfad = (*HANDLUNGSFELDER, "herausforderungen")
LEITFELDER: Pfad = (*HANDLUNGSFELDER, "entspricht")
PLANZIELE: Pfad = (*PLANHERAUSFORDERUNGEN, "ziele")
PLANMASSNAHMEN: Pfad = (*PLANZIELE, "massnahmen")
