"""``kmut explain``: what does a code mean?"""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from kmut_cli.cli.ausgabe import befehl_aus, katalog
from kmut_cli.cli.deutsch import EigeneMeldung
from kmut_cli.cli.vervollstaendigung import codes
from kmut_cli.documents.vorschlag import aehnlich

Code = Annotated[
    str | None,
    typer.Argument(
        metavar="CODE",
        help="Code eines Befundes, z. B. KM210; ohne Angabe die Liste aller Codes.",
        autocompletion=codes,
    ),
]


def explain(code: Code = None) -> None:
    """Erklärt einen Befund: was er bedeutet, mit einem falschen und einem richtigen Beispiel."""
    from kmut_cli.rules.erklaerung import erklaerung

    regeln = katalog()
    if code is None:
        print("\n".join(f"{rule.code}  {rule.title}" for rule in regeln.values()))
        return
    if code.upper() not in regeln:
        nah = aehnlich(code.upper(), regeln, ab=0.6)
        hilfe = f"Meinten Sie {nah}?" if nah else "„kmut explain“ ohne Angabe nennt alle."
        raise EigeneMeldung(f"Den Code „{code}“ gibt es nicht. {hilfe}")
    text = erklaerung(regeln[code.upper()])
    if not sys.stdout.isatty():
        print(text, end="")
        return
    from rich.console import Console
    from rich.markdown import Markdown

    Console().print(Markdown(text, hyperlinks=False))  # with them rich writes what only a terminal should get


def befehl(name: str) -> Any:
    """Give the command."""
    return befehl_aus(explain, name)
