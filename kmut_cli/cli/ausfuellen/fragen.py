"""Which questions are asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.documents.gliederung import AbschnittImText, FrageImText, Gliederung
from kmut_cli.documents.zustand import Fragenstand, Zustand
from kmut_cli.findings.finding import dotted

# What someone has to see; all others only with --all, but for those that cannot apply.
ZU_FRAGEN = frozenset({Zustand.OFFEN, Zustand.UNBESTAETIGT, Zustand.FEHLERHAFT})


def abschnitte(ganze: Gliederung, gewuenscht: Sequence[str]) -> frozenset[str]:
    """Find the sections that ``--section`` names.

    Args:
        ganze: The outline.
        gewuenscht: Numbers of chapters or sections, several of them with commas between; none means all.

    Returns:
        Numbers of sections.

    Raises:
        EigeneMeldung: The outline has no such chapter or section.
    """
    alle = [abschnitt.nummer for abschnitt in ganze.abschnitte]
    nummern = [nummer.strip().rstrip(".") for teil in gewuenscht for nummer in teil.split(",") if nummer.strip()]
    gefunden: set[str] = set()
    for nummer in nummern:
        passend = {eine for eine in alle if eine == nummer or eine.startswith(f"{nummer}.")}
        if not passend:
            raise EigeneMeldung(
                f"--section: Einen Abschnitt „{nummer}“ hat die Gliederung nicht. Es gibt: {', '.join(alle)}."
            )
        gefunden |= passend
    return frozenset(gefunden if nummern else alle)


def zu_fragen(staende: Sequence[Fragenstand], nummern: frozenset[str], *, alle: bool) -> tuple[FrageImText, ...]:
    """Give the questions that are asked, in official order.

    Args:
        staende: State of each question.
        nummern: Sections, see :func:`abschnitte`.
        alle: Also those that have an answer.
    """
    return tuple(
        eins.frage
        for eins in staende
        if eins.frage.abschnittsnummer in nummern
        and (eins.zustand in ZU_FRAGEN or (alle and eins.zustand is not Zustand.NICHT_ANWENDBAR))
    )


def mit_anlagen(
    ganze: Gliederung, fragen: Sequence[FrageImText], nummern: frozenset[str], fehlend: Collection[str], *, alle: bool
) -> tuple[FrageImText | AbschnittImText, ...]:
    """Put the attachments among the questions: behind those of their section.

    Args:
        ganze: The outline.
        fragen: What is asked, see :func:`zu_fragen`.
        nummern: Sections, see :func:`abschnitte`.
        fehlend: Dotted places of attachments that are missing.
        alle: Also those that are named.

    Returns:
        Questions, and sections whose attachment is asked for.
    """
    folge: list[FrageImText | AbschnittImText] = []
    for abschnitt in ganze.abschnitte:
        folge += [frage for frage in fragen if frage.abschnittsnummer == abschnitt.nummer]
        if abschnitt.nummer in nummern and abschnitt.anlage and (alle or dotted(abschnitt.anlage) in fehlend):
            folge.append(abschnitt)
    return tuple(folge)
