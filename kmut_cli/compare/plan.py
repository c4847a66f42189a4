"""What became of a plan: the application of a year beside its report, by what the outlines declare to correspond."""

from __future__ import annotations

from collections.abc import Iterator

from kmut_cli.compare.fundstellen import Fundstelle
from kmut_cli.compare.planpaare import auswahl, eintraege, vollzug
from kmut_cli.compare.planpunkt import Gruppe, Planpunkt, Planvergleich
from kmut_cli.compare.planseiten import Seiten
from kmut_cli.compare.vergleich import seite
from kmut_cli.documents.dokument import KOMMUNE, Dokument, Status
from kmut_cli.documents.entsprechungen import Beziehung, Entsprechungen, entsprechungen
from kmut_cli.documents.laden import Geladen
from kmut_cli.documents.ziele import vereinfacht
from kmut_cli.documents.zustand import ist_leer

_JE_BEZIEHUNG = {Beziehung.AUSWAHL: auswahl, Beziehung.VOLLZUG: vollzug, Beziehung.ERWAEHNUNG: eintraege}


def ist_plan_zu(plan: Dokument, bericht: Dokument) -> bool:
    """Whether the outline of the first says of its plans where the second reports on them."""
    return any(not paar.uebertragbar for paar in _entsprechungen(plan, bericht).paare)


def _entsprechungen(plan: Dokument, bericht: Dokument) -> Entsprechungen:
    return entsprechungen((plan.dokument, plan.gliederung), (bericht.dokument, bericht.gliederung))


def planvergleich(plan: Geladen, bericht: Geladen) -> Planvergleich:
    """Lay a plan beside its report.

    Args:
        plan: The application.
        bericht: The report.

    Raises:
        ValueError: One of them has no document.
    """
    if plan.dokument is None or bericht.dokument is None:
        raise ValueError("no document")
    seiten, paare = Seiten(plan.dokument, bericht.dokument), _entsprechungen(plan.dokument, bericht.dokument)
    return Planvergleich(
        plan=seite(plan),
        bericht=seite(bericht),
        punkte=tuple(_punkte(seiten, paare)),
        hinweise=tuple(_hinweise(plan.dokument, bericht.dokument)),
        nur_im_bericht=tuple(_nur_im_bericht(seiten, paare)),
        plan_leer=all(ist_leer(seiten.geplant(frage)) for pfad, frage in seiten.fragen.items() if pfad != KOMMUNE),
    )


def _hinweise(plan: Dokument, bericht: Dokument) -> Iterator[str]:
    if plan.jahr is None or bericht.jahr is None:
        yield "Nicht beide Dokumente nennen ihr Jahr; als „in diesem Jahr“ gilt, was das andere nennt."
    elif plan.jahr != bericht.jahr:
        yield f"Der Antrag gilt für {plan.jahr}, der Bericht für {bericht.jahr}."
    namen = [dokument.kommune.name for dokument in (plan, bericht) if dokument.kommune and dokument.kommune.name]
    if len(namen) > 1 and vereinfacht(namen[0]) != vereinfacht(namen[1]):
        yield f"Der Antrag ist von „{namen[0]}“, der Bericht von „{namen[1]}“."
    if bericht.status is not Status.final:
        yield "Der Bericht ist noch ein Entwurf; was darin nicht beantwortet ist, zählt als nicht erwähnt."


def _punkte(seiten: Seiten, paare: Entsprechungen) -> Iterator[Planpunkt]:
    """Give the points pair by pair, in the order of the plan."""
    for frage in seiten.fragen.values():
        for paar in paare.paare:
            if paar.von == frage.pfad and paar.beziehung in _JE_BEZIEHUNG:
                yield from _JE_BEZIEHUNG[paar.beziehung](seiten, frage, paar)
        if frage.pfad in paare.ohne_gegenstueck and frage.pfad != KOMMUNE and not ist_leer(seiten.geplant(frage)):
            text = "fragt danach nicht; bitte selbst vergleichen"
            yield seiten.punkt(Gruppe.OHNE_GEGENSTUECK, seiten.wortlaut(frage), frage, text)


def _nur_im_bericht(seiten: Seiten, paare: Entsprechungen) -> Iterator[Fundstelle]:
    gefragt = {pfad for paar in paare.paare for pfad in paar.zu}
    for frage in seiten.dort.values():
        if frage.pfad not in gefragt and not ist_leer(seiten.berichtet(frage)):
            yield seiten.ort(frage)
