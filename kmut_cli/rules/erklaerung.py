"""What a code means, as Markdown: the text of ``kmut explain`` and of the handbook."""

from __future__ import annotations

from kmut_cli.findings.rule import Example, Rule
from kmut_cli.findings.text import WORDS

_LANG = 30  # lines of an example
_BREIT = 80  # characters of a command


def erklaerung(rule: Rule) -> str:
    """Explain a code with its wrong and right example.

    Returns:
        Markdown that begins with a heading of level 2.
    """
    teile = [f"## {rule.code} {rule.title}", f"*{WORDS[rule.severity][0]}*", rule.explanation]
    if rule.wrong == rule.right or rule.wrong.text == rule.right.text:
        befehl = rule.wrong.command.replace("{ordner}", "mein-ordner").replace("{datei}", "bericht.yaml")
        befehl = befehl if len(befehl) <= _BREIT else befehl[:_BREIT] + "…"
        return "\n\n".join([*teile, f"Tritt zum Beispiel auf bei:\n\n```console\n$ kmut {befehl}\n```"]) + "\n"
    return "\n\n".join([*teile, f"Falsch:\n\n{_beispiel(rule.wrong)}", f"Richtig:\n\n{_beispiel(rule.right)}"]) + "\n"


def _beispiel(example: Example) -> str:
    if example.repeat > 1:
        return f"(eine Datei mit {example.repeat:,} Zeilen)".replace(",", ".")
    if isinstance(example.text, bytes):
        text, sprache = ascii(example.text)[2:-1].replace("\\n", "\n").replace("\\r", ""), "text"
    else:
        text, sprache = example.text, "yaml"
    zeilen = text.rstrip().split("\n")
    if len(zeilen) > _LANG:
        zeilen = [*zeilen[:5], f"… ({len(zeilen) - 5} weitere Zeilen)"]
    return "\n".join([f"```{sprache}", *zeilen, "```"])
