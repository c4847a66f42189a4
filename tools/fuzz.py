"""The long run: bytes that change by what they reach in the code, thrown at each target for a while.

Run by `python3 tasks.py fuzz [SECONDS] [TARGET …]`, with atheris beside. What it finds lies in `build/fuzz/TARGET/`
and becomes a case in `tests/fuzz/faelle/TARGET/` once it is mended.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build" / "fuzz"
CASES = ROOT / "tests" / "fuzz" / "faelle"
SEEDS = {
    "lesen": ["examples/**/*.yaml", "tests/**/*.yaml"],
    "ausgeben": ["examples/**/*.yaml"],
    "markdown": ["tests/render/**/*.md", "examples/**/*.md"],
    "tabelle": ["tests/**/*.csv", "examples/**/*.csv"],
    "kalender": ["tests/**/*.ics"],
    "vorlage": ["templates/md/*.j2"],
    "aendern": ["examples/**/*.yaml"],
}
"""Target → files of the repository that it begins with."""
LONGEST_CASE = 8_192
"""Bytes: long enough for the smaller examples, short enough for many tries a second."""
SLOWEST_CASE = 30
"""Seconds after which a case counts as a hang, instrumented as the code is."""
MEMORY = 2_048
"""Megabytes after which a case counts as a leak."""
DEFAULT_SECONDS = 900


def main(arguments: list[str]) -> int:
    """Shares the seconds among the targets; 1 if one of them found something."""
    seconds = int(arguments.pop(0)) if arguments and arguments[0].isdecimal() else DEFAULT_SECONDS
    targets = arguments or list(SEEDS)
    unknown = [name for name in targets if name not in SEEDS]
    if unknown:
        print(f"Unbekannt: {', '.join(unknown)}. Es gibt: {', '.join(SEEDS)}.", file=sys.stderr)
        return 2
    share = max(seconds // len(targets), 1)
    results = {name: run(name, share) for name in targets}
    print(f"\n{'Ziel':<10}{'Sekunden':>10}{'Versuche':>12}{'je Sekunde':>12}  Funde")
    for name, (status, taken, executed) in results.items():
        found = sorted(path.name for path in (BUILD / name / "funde").iterdir())
        says = ", ".join(found) or ("abgebrochen" if status else "keine")
        print(f"{name:<10}{taken:>10.0f}{executed:>12}{executed / max(taken, 1):>12.1f}  {says}")
    return 1 if any(status for status, _taken, _executed in results.values()) else 0


def run(target: str, seconds: int) -> tuple[int, float, int]:
    """Runs one target in a process of its own; gives its status, its seconds and how often it tried."""
    corpus, found = BUILD / target / "korpus", BUILD / target / "funde"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"anfang-{number:03}").write_bytes(seed)
    print(f"\n{target}: {seconds} Sekunden", flush=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST_CASE}",
        f"-timeout={SLOWEST_CASE}",
        f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={found}/",
        "-print_final_stats=1",
        "-verbosity=0",
    ]
    command = [sys.executable, "-c", f"from tools.fuzz import one; one({target!r})", *options, str(corpus)]
    began = time.monotonic()
    done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    lines = done.stderr.splitlines()
    (BUILD / target / "protokoll.txt").write_text(done.stderr, encoding="utf-8")
    executed = next((int(line.split()[-1]) for line in lines if line.startswith("stat::number_of_executed_units")), 0)
    if done.returncode:
        print("\n".join(lines[-40:]), file=sys.stderr)
    return done.returncode, time.monotonic() - began, executed


def seeds(target: str) -> list[bytes]:
    """What a target begins with: kept cases, and the smaller files of the repository that are of its kind."""
    paths = [path for pattern in SEEDS[target] for path in sorted(ROOT.glob(pattern))]
    contents = [path.read_bytes() for path in [*paths, *sorted((CASES / target).glob("*"))] if path.is_file()]
    if target in ("lesen", "ausgeben", "aendern"):
        contents += examples()
    small = [content[:LONGEST_CASE] for content in contents]
    if target == "aendern":
        small = [b"\x05\x00" + content[: LONGEST_CASE - 20] + b"\x00neu" for content in small]
    return small


def examples() -> list[bytes]:
    """The examples of all rules: each of them small, and about something that the code looks at."""
    from kmut_cli.rules.registry import catalogue

    head = b'dokument: taetigkeitsbericht\ngliederung: "2020"\n'
    texts = [example.text for rule in catalogue().values() for example in (rule.wrong, rule.right)]
    contents = [text if isinstance(text, bytes) else text.encode() for text in texts]
    return [content if b"dokument:" in content else head + content for content in contents]


def one(target: str) -> None:
    """Lets atheris try one target; called in the process that is instrumented."""
    import atheris  # type: ignore[import-not-found]  # only in the environment of this task

    with atheris.instrument_imports(include=["kmut_cli", "markdown_it", "icalendar"]):
        from tests.fuzz.ziele import ZIELE
    atheris.Setup(sys.argv, ZIELE[target])
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
