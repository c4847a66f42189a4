"""Kind and edition of an outline, as several commands let the user choose them."""

from __future__ import annotations

from typing import Annotated

import typer

from kmut_cli.cli import vervollstaendigung
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.documents.registry import arten

Art = Annotated[
    str | None,
    typer.Argument(
        metavar="ART",
        help=f"Art des Dokuments: {', '.join(arten())}; ohne Angabe alle.",
        autocompletion=vervollstaendigung.arten,
    ),
]
Ausgabe = Annotated[
    str | None,
    typer.Option(
        "--edition",
        metavar="AUSGABE",
        help="Ausgabe der Gliederung; ohne Angabe die neueste.",
        autocompletion=vervollstaendigung.ausgaben,
    ),
]


def waehle(art: str | None, ausgabe: str | None) -> list[tuple[str, str]]:
    """Give kind and edition of what a command line names.

    Raises:
        EigeneMeldung: There is no such kind or edition.
    """
    bekannt = arten()
    if art is not None and art not in bekannt:
        from kmut_cli.documents.vorschlag import meinten_sie

        nah = meinten_sie(art, bekannt)
        hilfe = f"Meinten Sie „{nah}“?" if nah else f"Möglich sind: {', '.join(bekannt)}."
        raise EigeneMeldung(f"Die Art von Dokument „{art}“ gibt es nicht. {hilfe}")
    gewaehlt = [art] if art else list(bekannt)
    for eine in gewaehlt:
        if ausgabe is not None and ausgabe not in bekannt[eine]:
            moeglich = ", ".join(bekannt[eine])
            raise EigeneMeldung(f"Die Ausgabe „{ausgabe}“ von {eine} gibt es nicht. Möglich sind: {moeglich}.")
    return [(eine, ausgabe or bekannt[eine][-1]) for eine in gewaehlt]
