"""What a code means, as Markdown: the text of ``kmut explain`` and of the handbook."""

from __future__ import annotations

from kmut_cli.findings.finding import Severity
from kmut_cli.findings.rule import Example, Rule

_SCHWERE = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.INFO: "Hinweis"}


def erklaerung(rule: Rule) -> str:
    """Explain a code with its wrong and right example.

    Returns:
        Markdown that begins with a heading of level 2.
    """
    teile = [f"## {rule.code} {rule.title}", f"*{_SCHWERE[rule.severity]}*", rule.explanation]
    if rule.wrong == rule.right or rule.wrong.text == rule.right.text:
        befehl = rule.wrong.command.replace("{ordner}", "mein-ordner").replace("{datei}", "bericht.yaml")
        return "\n\n".join([*teile, f"Tritt zum Beispiel auf bei:\n\n```console\n$ kmut {befehl}\n```"]) + "\n"
    return "\n\n".join([*teile, f"Falsch:\n\n{_beispiel(rule.wrong)}", f"Richtig:\n\n{_beispiel(rule.right)}"]) + "\n"


def _beispiel(example: Example) -> str:
    if example.repeat > 1:
        return f"(eine Datei mit {example.repeat:,} Zeilen)".replace(",", ".")
    if isinstance(example.text, bytes):
        zeilen = ascii(example.text)[2:-1].replace("\\n", "\n").replace("\\r", "")
        return f"```text\n{zeilen.rstrip()}\n```"
    return f"```yaml\n{example.text.rstrip()}\n```"
