#!/usr/bin/env python3
"""The project's tasks, the same for a newcomer, a maintainer and CI: `python3 tasks.py VERB`.

Needs Python 3.11 and nothing else: what a task uses is installed into `.venv` beside this file, from the hashes in
`requirements/dev.txt`. Written so that an older Python can still read it and say that it is too old.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeAlias

    Command: TypeAlias = Sequence[str | Path]

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "kmut-stamp.json"
BUILD = ROOT / "build"
EXAMPLE = Path("examples", "landkreis-musterland")
PIP_OPTIONS = ("-qq", "--disable-pip-version-check", "--no-input")
# What one task alone needs, or what comes before all else: a group in pyproject.toml, and requirements/NAME.txt
GROUPS = ("audit", "bench", "fuzz", "sbom", "setup")


def main(arguments: Sequence[str]) -> int:
    """Runs one verb and gives the exit status: 0 when everything in it succeeded, 2 for wrong usage."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        print("Aufruf: python3 tasks.py AUFGABE\n")
        for name, function in VERBS.items():
            print(f"  {name:<8}{(function.__doc__ or '').splitlines()[0]}")
        return 0 if arguments in (["-h"], ["--help"]) else 2
    os.chdir(ROOT)
    prepare()
    return verb(list(arguments[1:]))


# --- What people call -----------------------------------------------------------------------------------------------


def demo(_: list[str]) -> int:
    """Prüft das Beispiel und gibt es als Markdown und Word aus."""
    out = Path("build", "demo")
    shutil.rmtree(out, ignore_errors=True)
    status = run_all(
        ["kmut", "validate", EXAMPLE],
        ["kmut", "check", EXAMPLE],
        ["kmut", "render", EXAMPLE, "--format", "md", "--format", "docx", "--out", out],
    )
    made = sorted(path for path in out.rglob("*") if path.suffix in (".docx", ".md"))  # pictures lie beside them
    if not made:
        return status or 1
    print("\nDie Ergebnisse:", *made, sep="\n  ")
    print(f"Für eigene Dokumente liegt der Befehl hier: {script('kmut', VENV).relative_to(ROOT)}")
    return status


def test(extra: list[str]) -> int:
    """Führt die Tests aus; was folgt, geht an pytest (tasks.py test -k word)."""
    os.environ.setdefault("KMUT_KILLS", "40")  # how often `kmut fill` is killed to see that nothing is lost
    # Compiled files are kept, whatever is set outside: hundreds of programs are started, each by far not done sooner.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    workers = 2 * (os.cpu_count() or 1)  # many tests wait for a terminal or a watched folder
    return run(["python", "-m", "pytest", f"--numprocesses={workers}", "--dist=worksteal", *extra])


def lint(_: list[str]) -> int:
    """Prüft Stil, Form, Typen und die Richtung der Importe."""
    return run_all(
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["lint-imports"],
    )


def format_code(_: list[str]) -> int:
    """Bringt den Quelltext in Form."""
    return run_all(["ruff", "check", "--fix", "--exit-zero", "--quiet", "."], ["ruff", "format", "."])


def update(_: list[str]) -> int:
    """Erzeugt neu, was aus den Gliederungen folgt: Schemas, Vorlagen, Handbuch, Vergleichsdateien."""
    return run_all(
        ["kmut", "schema", "--out", "schemas"],
        *programs("tools", "build_*.py"),
        ["python", "-m", "tools.update_docs"],
        ["python", "-m", "pytest", "--update-golden", "-q"],
    )


def wheel(_: list[str]) -> int:
    """Baut das Paket mit Stückliste und benutzt es aus einer leeren Umgebung in einem fremden Ordner."""
    shutil.rmtree(BUILD / "dist", ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="kmut-") as folder:
        status = build_twice(BUILD / "dist", Path(folder))
        if status:
            return status
        (built,) = (BUILD / "dist").glob("*.whl")
        listed = run(["python", "-m", "tools.sbom", built]) or run(
            ["python", "-m", "tools.sbom", "--check", *(BUILD / "dist").glob("*.cdx.json")], environment=beside("sbom")
        )
        return max(listed, use_wheel(built, Path(folder)))


def build_twice(dist: Path, folder: Path) -> int:
    """Builds sdist and wheel into `dist`, and again under other circumstances in `folder`: the bytes must be the same.

    The second time the tree lies elsewhere, its files are newer and only their owner's, and the machine has another
    language and time zone. A date that the surroundings set for all their builds would get into the archives; the
    project's builds leave it out.
    """
    plain: dict[str, str | None] = {"SOURCE_DATE_EPOCH": None}
    strange = {**plain, "TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "LANG": "C", "PYTHONHASHSEED": "42"}
    command = ["python", "-m", "build", "--no-isolation", "--outdir"]
    status = run([*command, dist], variables=plain)  # the wheel is made from the sdist
    if status:
        return status
    tree, again = folder / "ein anderer Ort", folder / "again"
    mask = os.umask(0o077)
    try:
        copy_tree(ROOT, tree)
        # This wheel is made from the tree: the sdist has to hold all that belongs into it.
        status = run([*command, again, "--sdist", "--wheel"], cwd=tree, variables=strange)
    finally:
        os.umask(mask)
    if status:
        return status
    different = [made.name for made in sorted(dist.iterdir()) if made.read_bytes() != (again / made.name).read_bytes()]
    if different:
        print(f"Zwei Bauten desselben Standes sind verschieden: {', '.join(different)}", file=sys.stderr)
    return 1 if different else 0


def use_wheel(built: Path, folder: Path) -> int:
    """Installs the wheel into an empty environment inside `folder` and works with it there, far from the sources."""
    environment, documents, out = folder / "venv", folder / "meine Dokumente", folder / "ausgabe"
    shutil.copytree(EXAMPLE, documents)
    report = next(iter(sorted(documents.rglob("taetigkeitsbericht.yaml"))))
    kmut = script("kmut", environment)
    status = run_all(
        [sys.executable, "-m", "venv", environment],
        [*pip(environment), "--require-hashes", "-r", ROOT / "requirements" / "runtime.txt"],
        [*pip(environment), "--no-deps", built],
        [script("python", environment), "-m", "pip", "check"],
        [kmut, "validate", report.name],
        [kmut, "render", report.name, "--format", "docx", "--out", out],
        cwd=report.parent,
        stop=True,
    )
    if status == 0 and not any(out.rglob("*.docx")):
        print("kmut render meldet Erfolg, hat aber keine Word-Datei geschrieben.", file=sys.stderr)
        return 1
    return status


def editor(extra: list[str]) -> int:
    """Prüft die Schemas mit dem Sprachserver, den Editoren benutzen (braucht Node mit npm)."""
    folder = Path("tests", "editor")
    if (folder / "package-lock.json").exists():
        npm = shutil.which("npm")
        if npm is None:
            print("Für diese Aufgabe fehlt npm. Bitte Node.js einrichten; npm gehört dazu.", file=sys.stderr)
            return 1
        status = run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=folder)
        if status:
            return status
    return run(["python", "-m", "pytest", folder, *extra])


def bench(extra: list[str]) -> int:
    """Misst kmut neben anderen Werkzeugen (docs/leistung.md); --quick in zwei Minuten."""
    return run(["python", "-m", "benchmarks", "--others", beside("bench"), *extra])


def fuzz(extra: list[str]) -> int:
    """Sucht mit zufälligen Bytes nach Abstürzen, nur unter Linux (tasks.py fuzz 3600 lesen)."""
    if sys.platform != "linux":
        print("atheris gibt es nur für Linux. Zufällige Dokumente prüft überall: KMUT_FUZZ=20 python3 tasks.py test")
        return 2
    (packages,) = beside("fuzz").glob("lib/python*/site-packages")
    return run(["python", "-m", "tools.fuzz", *extra], variables={"PYTHONPATH": str(packages)})


def audit(extra: list[str]) -> int:
    """Vergleicht die festgehaltenen Pakete mit den bekannten Sicherheitslücken (braucht das Netz)."""
    return run(["python", "-m", "tools.audit", *extra], environment=beside("audit"))


def ci(_: list[str]) -> int:
    """Alles, was vor dem Einreichen gelten muss: lint, wheel, editor, test."""
    return max(verb([]) for verb in (lint, wheel, editor, test))


def lock(extra: list[str]) -> int:
    """Schreibt requirements/*.txt neu; mit --upgrade auf die neuesten Ausgaben."""
    compile_: list[str | Path] = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
    compile_ += ["--custom-compile-command", "python3 tasks.py lock", *extra]
    runtime, dev = Path("requirements", "runtime.txt"), Path("requirements", "dev.txt")
    # Each is bound to the releases of those before it, so that a package has one release in all of them.
    project = [
        [*compile_, "--output-file", runtime, "pyproject.toml"],
        [*compile_, "--output-file", dev, "--constraint", runtime, "--extra", "dev", "pyproject.toml"],
    ]
    groups = [
        [*compile_, "--output-file", Path("requirements", f"{group}.txt"), "--constraint", dev, "--group", group]
        for group in GROUPS
    ]
    return run_all(*project, *groups, stop=True)


VERBS = {
    "demo": demo,
    "test": test,
    "lint": lint,
    "format": format_code,
    "update": update,
    "wheel": wheel,
    "editor": editor,
    "bench": bench,
    "audit": audit,
    "fuzz": fuzz,
    "ci": ci,
    "lock": lock,
}


# --- The environment beside this file -------------------------------------------------------------------------------


def prepare() -> None:
    """Makes `.venv` what the lock file and `pyproject.toml` ask for; does nothing when it already is.

    Raises:
        SystemExit: with a sentence for a person, when it cannot be made.
    """
    wanted = {
        # A changed lock file, another Python or a moved folder: begin anew, so that nothing old is left behind.
        "environment": digest(ROOT / "requirements" / "dev.txt", str(VENV), sys.version),
        "project": digest(ROOT / "pyproject.toml"),
    }
    present = read_stamp()
    if present == wanted:
        return
    stale = present.get("environment") != wanted["environment"]
    if stale and Path(sys.prefix).resolve() == VENV:
        raise SystemExit(
            "Die Umgebung .venv ist veraltet und kann sich nicht selbst erneuern, während sie benutzt wird.\n"
            "Bitte zuerst deactivate eingeben, dann denselben Befehl noch einmal."
        )
    print("Richte die Arbeitsumgebung .venv ein; dafür werden Pakete geladen …", flush=True)
    if stale:
        STAMP.unlink(missing_ok=True)
        must([sys.executable, "-m", "venv", "--clear", VENV])
        must([*pip(VENV), "--require-hashes", "-r", ROOT / "requirements" / "setup.txt"])
        install(VENV, ROOT / "requirements" / "dev.txt")
    must([*pip(VENV), "--no-deps", "--no-build-isolation", "--editable", ROOT])
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")


def beside(group: str) -> Path:
    """An environment of its own for what one task alone needs; made when it is first used or its lock file changed.

    Raises:
        SystemExit: with a sentence for a person, when it cannot be made.
    """
    environment, wanted = BUILD / f"venv-{group}", ROOT / "requirements" / f"{group}.txt"
    stamp, content = environment / "kmut-stamp", digest(wanted, sys.version)
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == content):
        must([sys.executable, "-m", "venv", "--clear", "--without-pip", environment])
        install(environment, wanted)
        stamp.write_text(content, encoding="utf-8")
    return environment


def install(environment: Path, locked: Path) -> None:
    """Installs a lock file with uv, which is many times as fast, or with pip, which knows settings that uv does not.

    Raises:
        SystemExit: with a sentence for a person, when neither can.
    """
    into: Command = ["--python", script("python", environment)]
    what: Command = ["--require-hashes", "-r", locked]
    if run(["uv", "pip", "install", "--quiet", *into, *what], show=False):
        must(["python", "-m", "pip", *into, "install", *PIP_OPTIONS, *what])


def read_stamp() -> dict[str, str]:
    """What the environment was made from; empty when there is none or it no longer runs."""
    if not script("python", VENV).exists() or not STAMP.exists():
        return {}
    stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    return stamp


def digest(file: Path, *more: str) -> str:
    """A name for the content of `file` together with the given texts."""
    return hashlib.sha256(file.read_bytes() + "\0".join(more).encode()).hexdigest()


def must(command: Command) -> None:
    """Runs a step of the set-up.

    Raises:
        SystemExit: when the step fails.
    """
    if run(command, show=False):
        raise SystemExit(
            "Die Arbeitsumgebung ließ sich nicht einrichten (Meldung oben). Oft fehlt die Verbindung ins Netz,\n"
            "oder hinter einem Proxy die Einstellung für pip. Danach denselben Befehl noch einmal geben."
        )


def require_python() -> None:
    """Stops with a plain sentence where this Python cannot do the work.

    Raises:
        SystemExit: when Python is too old or cannot make environments.
    """
    if sys.version_info < OLDEST:
        raise SystemExit(
            "kmut braucht Python 3.11 oder neuer, gestartet wurde Python {}.{}.\n"
            "Bitte eine neuere Fassung einrichten und mit ihr aufrufen, zum Beispiel: python3.11 tasks.py demo".format(
                *sys.version_info[:2]
            )
        )
    if any(importlib.util.find_spec(name) is None for name in ("venv", "ensurepip")):
        raise SystemExit(
            "Diesem Python fehlen die Module venv und ensurepip, mit denen eine Arbeitsumgebung entsteht.\n"
            "Unter Debian und Ubuntu hilft: sudo apt install python3-venv"
        )


# --- Running commands -----------------------------------------------------------------------------------------------


def pip(environment: Path) -> list[str | Path]:
    """The beginning of an installation into `environment`."""
    return [script("python", environment), "-m", "pip", "install", *PIP_OPTIONS]


def script(name: str, environment: Path) -> Path:
    """Where a command of an environment lies; Windows has its own folder and ending."""
    return environment / "Scripts" / f"{name}.exe" if os.name == "nt" else environment / "bin" / name


def copy_tree(source: Path, target: Path) -> None:
    """Copies what a checkout holds, as if it had been made just now; what git does not keep stays behind."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=source, capture_output=True, check=True).stdout.decode().split("\0")
    for name in listed:
        if (source / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / name, target / name)  # neither mode nor time


def programs(folder: str, pattern: str, *arguments: str) -> list[Command]:
    """The commands that run each Python program of a folder, in the order of their names."""
    return [["python", path, *arguments] for path in sorted(Path(folder).glob(pattern))]


def run(
    command: Command,
    *,
    cwd: Path = ROOT,
    show: bool = True,
    environment: Path = VENV,
    variables: dict[str, str | None] | None = None,
) -> int:
    """Runs one command, shown first; a bare name without a folder is looked for in `.venv` before the search path.

    `variables` are added to the process's own; None takes one away.
    """
    first, *rest = (str(part) for part in command)
    if show:
        print(f"\n$ {shlex.join([Path(first).stem if Path(first).is_absolute() else first, *rest])}", flush=True)
    own = script(first, environment)
    wanted = {**os.environ, "PYTHONPATH": None, "PYTHONHOME": None, **(variables or {})}
    kept = {name: value for name, value in wanted.items() if value is not None}
    return subprocess.run([str(own) if own.exists() else first, *rest], cwd=cwd, env=kept, check=False).returncode


def run_all(*commands: Command, cwd: Path = ROOT, stop: bool = False) -> int:
    """Runs all commands, the later ones also after a failure unless `stop`; gives the highest exit status."""
    status = 0
    for command in commands:
        status = max(status, abs(run(command, cwd=cwd)))
        if status and stop:
            break
    return status


if __name__ == "__main__":
    require_python()
    raise SystemExit(main(sys.argv[1:]))
