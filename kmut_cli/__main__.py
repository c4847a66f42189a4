"""Entry point: as little as possible before it is known what is wanted."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments without the program's name; those of the process if left out.

    Returns:
        Exit status: 0 no errors, 1 errors, 2 wrong usage or nothing that could be read, 3 a fault in kmut itself.
    """
    from kmut_cli.cli.rahmen import gerahmt

    args = sys.argv[1:] if argv is None else argv
    return gerahmt(lambda: _lauf(args))


def _lauf(args: list[str]) -> int:
    if args in (["--version"], ["-V"]):
        from kmut_cli import __version__

        print(f"kmut {__version__}")
        return 0
    from kmut_cli.cli.app import run

    return run(args)


if __name__ == "__main__":
    sys.exit(main())
