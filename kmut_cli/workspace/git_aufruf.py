"""Running git as a mere reader: nothing that a repository configures is run, and every failure is told in German."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kmut_cli.findings.error import MitHilfe
from kmut_cli.workspace.programme import programm_in

# A repository brings its own configuration, and some settings name programs that git then runs. None may:
# fsmonitor and hooks, signature checks with a foreign gpg, an own ssh for objects that are still missing.
_STUMM = (
    "--no-pager",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=off"),
    *("-c", "log.showSignature=false"),
    *("-c", "protocol.allow=never"),
)
_UMGEBUNG = {
    "LC_ALL": "C",
    "LANGUAGE": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "keines",
}
# Called from a hook, git has set these for its own repository; here the folder decides.
_FREMD = frozenset(
    {
        "GIT_DIR",
        "GIT_WORK_TREE",
        "GIT_COMMON_DIR",
        "GIT_INDEX_FILE",
        "GIT_OBJECT_DIRECTORY",
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_NAMESPACE",
        "GIT_PREFIX",
        "GIT_SHALLOW_FILE",
        "GIT_GRAFT_FILE",
        "GIT_EXTERNAL_DIFF",
    }
)
# Arguments are names of files and revisions; of a batch file Windows would run what stands behind a „&“ in them.
_OHNE_STAPELDATEIEN = {"PATHEXT": ".COM;.EXE"}
_SEKUNDEN = 60


class GitError(MitHilfe):
    """Git cannot give what was asked for."""


class GitFehlt(GitError):
    """Git is not installed."""


class KeinRepository(GitError):
    """The folder is not under version control."""


def frage(ordner: Path, *argumente: str) -> bytes | None:
    """Run a git command that only reads.

    Args:
        ordner: Folder that git works in.
        argumente: Command and its arguments; whoever passes foreign text protects it by ``--end-of-options``.

    Returns:
        What git prints; None if it ends with a failure that has no general reason, such as an unknown name.

    Raises:
        GitError: Git is not installed, there is no repository, or git refuses to open it.
    """
    try:
        lauf = subprocess.run(
            _befehl(ordner, argumente),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_umgebung(),
            timeout=_SEKUNDEN,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _keine_antwort() from None
    except (OSError, ValueError) as fehler:
        raise _nicht_aufrufbar(fehler) from None
    if lauf.returncode:
        _melde(ordner, lauf.stderr.decode("utf-8", "replace"))
        return None
    return lauf.stdout


@contextmanager
def strom(ordner: Path, *argumente: str) -> Iterator[IO[bytes]]:
    """Run a git command whose output is read only as far as it is needed; then it is ended.

    Raises:
        GitError: Git is not installed.
    """
    try:
        lauf = subprocess.Popen(
            _befehl(ordner, argumente),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_umgebung(),
        )
    except (OSError, ValueError) as fehler:
        raise _nicht_aufrufbar(fehler) from None
    with lauf:
        assert lauf.stdout is not None
        try:
            yield lauf.stdout
        finally:
            lauf.kill()


def _befehl(ordner: Path, argumente: Sequence[str]) -> list[str]:
    return [programm(os.environ), "-C", str(ordner), *_STUMM, *argumente]


def _umgebung() -> dict[str, str]:
    return {name: wert for name, wert in os.environ.items() if name not in _FREMD} | _UMGEBUNG


def programm(umgebung: Mapping[str, str], windows: bool = os.name == "nt") -> str:
    """Find git on the search path, but never in the current folder, where Windows looks first.

    Args:
        umgebung: The environment.
        windows: Whether the rules of Windows hold.

    Raises:
        GitFehlt: It is not there.
    """
    for ordner in map(Path, umgebung.get("PATH", os.defpath).split(os.pathsep)):
        if ordner.is_absolute() and (fund := programm_in(ordner, "git", _OHNE_STAPELDATEIEN, windows)):
            return str(fund)
    raise GitFehlt("Git ist auf diesem Rechner nicht installiert.", "Sie bekommen es unter https://git-scm.com.")


def _nicht_aufrufbar(fehler: OSError | ValueError) -> GitError:
    if isinstance(fehler, ValueError):  # a zero byte in an argument
        return GitError("Der Name enthält ein Zeichen, das nicht erlaubt ist.", "Schreiben Sie ihn neu.")
    return GitError("Git lässt sich nicht aufrufen.", "Prüfen Sie, ob „git --version“ in einem Terminal gelingt.")


def _keine_antwort() -> GitError:
    return GitError(
        f"Git hat nach {_SEKUNDEN} Sekunden nicht geantwortet.", "Prüfen Sie, ob das Laufwerk erreichbar ist."
    )


def _melde(ordner: Path, text: str) -> None:
    """Raise what concerns the repository as a whole; git tells these apart only by text, fixed by ``LC_ALL=C``."""
    if "dubious ownership" in text or "unsafe repository" in text:
        raise GitError(
            f"Git öffnet „{ordner}“ nicht, weil der Ordner einem anderen Benutzerkonto gehört.",
            f'Wenn Sie ihm vertrauen: git config --global --add safe.directory "{_oben(ordner).as_posix()}"',
        )
    if "not a git repository" in text or "must be run in a work tree" in text:
        raise KeinRepository(
            f"„{ordner}“ liegt nicht in einem Git-Repository.", "Ohne Git gibt es keine früheren Fassungen."
        )
    if "cannot change to" in text:
        raise GitError(f"Der Ordner „{ordner}“ lässt sich nicht öffnen.", "Prüfen Sie Namen und Zugriffsrechte.")
    if "bad config" in text or "unknown repository extension" in text or "repo version" in text:
        raise GitError(
            f"Die Einstellungen des Git-Repositorys um „{ordner}“ sind nicht lesbar.",
            "Was git daran stört, zeigt dort „git status“.",
        )


def _oben(ordner: Path) -> Path:
    ganz = ordner.resolve()
    return next((eins for eins in (ganz, *ganz.parents) if (eins / ".git").exists()), ganz)
