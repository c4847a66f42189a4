"""Headings below which nothing would stand are not printed."""

from __future__ import annotations

from dataclasses import replace

from kmut_cli.render.presentation import Abschnitt, Frage, Kapitel


def ohne_leeres(kapitel: tuple[Kapitel, ...]) -> tuple[Kapitel, ...]:
    """Leave out sections that say nothing but their title, and chapters without sections.

    An owed question stays although nobody answered it: a final version then shows what is missing.
    """
    gefuellt = (
        replace(eins, abschnitte=tuple(teil for teil in eins.abschnitte if _sagt_etwas(teil, eins.titel)))
        for eins in kapitel
    )
    return tuple(eins for eins in gefuellt if eins.abschnitte)


def _sagt_etwas(abschnitt: Abschnitt, kapiteltitel: str) -> bool:
    titel = {"", abschnitt.titel, kapiteltitel}
    return bool(abschnitt.hinweis or abschnitt.anlage or any(_steht_da(frage, titel) for frage in abschnitt.fragen))


def _steht_da(frage: Frage, titel: set[str]) -> bool:
    return bool(frage.bloecke) or frage.offen or bool(frage.hinweis) or frage.wortlaut not in titel
