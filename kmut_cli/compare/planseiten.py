"""An application and its report, as both are asked again and again while they are laid beside each other."""

from __future__ import annotations

from typing import Any

from kmut_cli.compare.fundstellen import Fundstelle, Textsuche
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt
from kmut_cli.documents.dokument import Dokument
from kmut_cli.documents.gliederung import FrageImText, gliederung
from kmut_cli.documents.stelle import wert_an
from kmut_cli.findings.finding import dotted


class Seiten:
    """Both documents with their questions.

    Attributes:
        plan: The application.
        bericht: The report.
        jahr: The year that counts as „this year“; None if neither says it.
        suche: Looks topics up in the texts of the report.
        fragen: Questions of the application by path.
        dort: Questions of the report by path.
    """

    def __init__(self, plan: Dokument, bericht: Dokument) -> None:
        """Keep both."""
        self.plan, self.bericht = plan, bericht
        self.jahr = plan.jahr or bericht.jahr
        self.suche = Textsuche(bericht)
        self.fragen = {frage.pfad: frage for frage in gliederung(type(plan)).fragen}
        self.dort = {frage.pfad: frage for frage in gliederung(type(bericht)).fragen}
        self._titel = {a.nummer: a.titel for a in gliederung(type(bericht)).abschnitte}

    def geplant(self, frage: FrageImText) -> Any:
        """Give the answer of the application."""
        return wert_an(self.plan, frage.pfad)

    def berichtet(self, frage: FrageImText) -> Any:
        """Give the answer of the report."""
        return wert_an(self.bericht, frage.pfad)

    def wortlaut(self, frage: FrageImText) -> str:
        """Give the wording of a question of the application."""
        return frage.frage.fuer_jahr(self.plan.jahr_im_wortlaut)

    def wortlaut_dort(self, frage: FrageImText) -> str:
        """Give the wording of a question of the report."""
        return frage.frage.fuer_jahr(self.bericht.jahr_im_wortlaut)

    def ort(self, frage: FrageImText) -> Fundstelle:
        """Give the place of a question of the report."""
        return Fundstelle(frage.abschnittsnummer, self._titel[frage.abschnittsnummer], dotted(frage.pfad))

    def punkt(
        self, gruppe: Gruppe, was: str, frage: FrageImText, bericht: str, orte: tuple[Fundstelle, ...] = ()
    ) -> Planpunkt:
        """Make a point of something that is planned."""
        return Planpunkt(gruppe, was, self.wortlaut(frage), dotted(frage.pfad), bericht, orte)

    def zusaetzlich(self, gruppe: Gruppe, was: str, frage: FrageImText, bericht: str) -> Planpunkt:
        """Make a point of something that only the report says."""
        return Planpunkt(gruppe, was, self.wortlaut_dort(frage), dotted(frage.pfad), bericht, (self.ort(frage),))
