"""Compares the locked requirements with known vulnerabilities; run by `python3 tasks.py audit`, in its own environment.

pip-audit does the work, asking OSV, which collects what several databases know. What it leaves to its caller is done
here: it reports success for packages that a service does not know (with `-s pypi` behind a mirror: all of them), and a
service out of reach ends like a vulnerability found. Here both are one plain line and the status 2, so that 0 means
that every package was looked up.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tools.lockfile import read_lock

REQUIREMENTS = Path(__file__).parents[1] / "requirements"
LONGEST_WAIT = 900  # seconds; a few hundred look-ups take a minute


def main(extra: list[str]) -> int:
    """0: nothing is known, 1: vulnerabilities are, 2: it could not be looked up; `extra` goes to pip-audit."""
    found: list[dict[str, Any]] = []
    for requirements in locked():
        looked_up = look_up(requirements, extra)
        if isinstance(looked_up, str):
            print(f"Nicht geprüft: {looked_up}")
            return 2
        found += looked_up
    return report(found)


def look_up(requirements: str, extra: list[str]) -> list[dict[str, Any]] | str:
    """What pip-audit reports of each package; a sentence if it reports nothing."""
    with tempfile.TemporaryDirectory(prefix="kmut-") as folder:
        result, source = Path(folder, "audit.json"), Path(folder, "requirements.txt")
        source.write_text(requirements, encoding="utf-8")
        command = [sys.executable, "-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner=off"]
        command += ["--vulnerability-service=osv", "--format=json", f"--output={result}", f"--requirement={source}"]
        try:
            run = subprocess.run([*command, *extra], capture_output=True, text=True, timeout=LONGEST_WAIT, check=False)
        except subprocess.TimeoutExpired:
            return f"Der Dienst für Sicherheitslücken antwortet seit {LONGEST_WAIT // 60} Minuten nicht."
        if not result.exists():
            return reason(run.stderr)
        dependencies: list[dict[str, Any]] = json.loads(result.read_text(encoding="utf-8"))["dependencies"]
        return dependencies


def locked() -> list[str]:
    """All that is locked, each release once, and without markers: what only Windows installs is looked up anywhere.

    pip-audit takes one release of a package at a time; where two are locked for different Pythons, a second list.
    """
    pins = {(pin.name, pin.version): pin for lock in sorted(REQUIREMENTS.glob("*.txt")) for pin in read_lock(lock)}
    lists: list[dict[str, str]] = []
    for (name, version), pin in sorted(pins.items()):
        free = next((each for each in lists if name not in each), None)
        if free is None:
            lists.append(free := {})
        free[name] = " ".join((f"{name}=={version}", *map("--hash=sha256:{}".format, pin.hashes)))
    return ["\n".join(lines.values()) + "\n" for lines in lists]


def reason(stderr: str) -> str:
    """Why pip-audit ended without a result: nobody answers, or else the last thing that it said."""
    if any(
        word in stderr for word in ("ConnectionError", "Max retries exceeded", "Timeout", "timed out", "ProxyError")
    ):
        return "Der Dienst für Sicherheitslücken ist nicht zu erreichen. Fehlt die Verbindung ins Netz?"
    lines = [line.strip() for line in stderr.splitlines() if line.strip()]
    return f"pip-audit ist gescheitert: {lines[-1][:300]}" if lines else "pip-audit ist ohne Meldung gescheitert."


def report(dependencies: list[dict[str, Any]]) -> int:
    """Prints what was found, package by package, and gives the exit status."""
    unknown = sorted({dependency["name"] for dependency in dependencies if "skip_reason" in dependency})
    affected = {
        (dependency["name"], dependency["version"]): dependency["vulns"]
        for dependency in dependencies
        if dependency.get("vulns")
    }
    for (name, version), vulnerabilities in sorted(affected.items()):
        for vulnerability in vulnerabilities:
            names = ", ".join([vulnerability["id"], *vulnerability.get("aliases", ())])
            fixed = ", ".join(vulnerability.get("fix_versions", ())) or "noch keiner Ausgabe"
            print(f"{name} {version}: {names}; behoben in {fixed}")
    if unknown:
        print(
            f"Nicht geprüft: Der Dienst für Sicherheitslücken kennt {len(unknown)} von "
            f"{len({dependency['name'] for dependency in dependencies})} Paketen nicht, zum Beispiel {unknown[0]}."
        )
    if affected:
        print("Weiter: python3 tasks.py lock --upgrade, danach python3 tasks.py ci.")
        return 1
    if unknown or not dependencies:
        return 2
    print(f"Keine bekannte Sicherheitslücke in {len({dependency['name'] for dependency in dependencies})} Paketen.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
