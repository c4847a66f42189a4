"""Entry point: as little as possible before it is known what is wanted."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the command line.

    Args:
        argv: Arguments without the program's name; those of the process if left out.

    Returns:
        Exit status: 0 no errors, 1 errors, 2 wrong usage or nothing that could be read, 3 a fault in kmut itself, 130
        if the user breaks off.
    """
    try:
        from kmut_cli.cli.rahmen import gerahmt

        args = sys.argv[1:] if argv is None else argv
        return gerahmt(lambda: _lauf(args))
    except KeyboardInterrupt:  # before the frame stands, while Python still loads it, or when it is taken down
        if sys.stderr is not None:
            print("kmut: abgebrochen.", file=sys.stderr)
        return 130


def _lauf(args: list[str]) -> int:
    if args in (["--version"], ["-V"]):
        from kmut_cli import __version__

        print(f"kmut {__version__}")
        return 0
    from kmut_cli.cli.app import run

    return run(args)


if __name__ == "__main__":
    sys.exit(main())
