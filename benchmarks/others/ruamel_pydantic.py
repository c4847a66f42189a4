"""What one writes who has the types and takes ruamel.yaml: round-trip loading, then the validation of Pydantic.

Run with ``python ruamel_pydantic.py LIST``; ends with 1 if a file is wrong. Round-trip loading keeps comments and
lines, which a message with a place and a later edit need. Dates stay text, as in check-jsonschema, for the types read
dates themselves. Nothing is told of an error but that there is one, which is less work than a message.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pydantic import ValidationError
from ruamel.yaml import YAML, RoundTripConstructor
from ruamel.yaml.error import YAMLError

from kmut_cli.documents.registry import dokumenttyp


class DatesAsText(RoundTripConstructor):
    """Leaves dates as they were typed."""


DatesAsText.add_constructor("tag:yaml.org,2002:timestamp", RoundTripConstructor.construct_scalar)


def main(names: list[str]) -> int:
    """Validate files; gives the exit status."""
    yaml = YAML(typ="rt")
    yaml.Constructor = DatesAsText
    wrong = 0
    for name in names:
        try:
            data = yaml.load(Path(name).read_bytes())
            dokumenttyp(data["dokument"], data["gliederung"]).model_validate(data)
        except (YAMLError, ValidationError):
            print(name)
            wrong += 1
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()))
