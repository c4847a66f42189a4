"""Lists what the package is made of (SBOM, CycloneDX JSON): `python -m tools.sbom WHEEL` writes it beside the wheel.

The list says what `requirements/runtime.txt` locks, on every platform, which is what the tests ran with: purl, licence
and the SHA-256 of each archive per release, and the fonts inside the wheel. It is derived from the wheel, the lock file
and the releases' own metadata and holds neither time nor chance: the same wheel has the same list.

`python -m tools.sbom --check FILE` holds it against the schema that CycloneDX publishes; needs `requirements/sbom.txt`.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import sys
import uuid
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tools.lockfile import Pin, read_lock

LOCK = Path(__file__).resolve().parents[1] / "requirements" / "runtime.txt"
CLASSIFIERS = {
    "MIT License": "MIT",
    "ISC License (ISCL)": "ISC",
    "GNU Lesser General Public License v3 or later (LGPLv3+)": "LGPL-3.0-or-later",
}
# Read in the licence files of the releases; their metadata names none, or only a family of them.
READ = {
    "colorama": "BSD-3-Clause",  # installed on Windows only
    "jinja2": "BSD-3-Clause",
    "prompt-toolkit": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "resvg-py": "MIT",
}


def main(arguments: list[str]) -> int:
    """Writes or checks a list; gives 0 when it is good, 1 when not, 2 for wrong usage."""
    match arguments:
        case ["--check", file]:
            return check(Path(file))
        case [file]:
            wheel = Path(file)
            target = wheel.with_name("-".join(wheel.name.split("-")[:2]) + ".cdx.json")
            target.write_text(
                json.dumps(sbom(wheel), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n"
            )
            print(f"Stückliste geschrieben: {target}")
            return 0
        case _:
            print("Aufruf: python -m tools.sbom [--check] DATEI", file=sys.stderr)
            return 2


def sbom(wheel: Path) -> dict[str, Any]:
    """The whole list for a wheel."""
    name, version = wheel.name.split("-")[:2]
    pins = read_lock(LOCK)
    references = {pin.name: purl(pin.name, pin.version) for pin in pins}
    root = purl(name, version)
    fonts = bundled(wheel, root)
    wanted = {
        root: [references[pin.name] for pin in pins if any(via.endswith(")") for via in pin.via)]
        + [font["bom-ref"] for font in fonts],
        **{references[pin.name]: [references[other.name] for other in pins if pin.name in other.via] for pin in pins},
        **{font["bom-ref"]: [] for font in fonts},
    }
    package = {
        "type": "application",
        "bom-ref": root,
        "name": name,
        "version": version,
        "hashes": [sha256(wheel.read_bytes())],
        "licenses": licences("EUPL-1.2"),
        "purl": root,
    }
    content: dict[str, Any] = {
        "metadata": {"lifecycles": [{"phase": "build"}], "component": package},
        "components": [*map(component, pins), *fonts],
        "dependencies": [
            {"ref": reference, "dependsOn": sorted(others)} for reference, others in sorted(wanted.items())
        ],
    }
    serial = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        **content,
    }


def component(pin: Pin) -> dict[str, Any]:
    """One locked release. Which of its archives is installed depends on the platform, so it has the digests of all."""
    reference = purl(pin.name, pin.version)
    made: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference,
        "name": pin.name,
        "version": pin.version,
        "licenses": licences(licence(pin)),
        "purl": reference,
        "externalReferences": [
            {
                "type": "distribution",
                "url": reference,
                "comment": "each archive of the release",
                "hashes": [{"alg": "SHA-256", "content": digest} for digest in pin.hashes],
            }
        ],
    }
    if pin.marker:
        made |= {"scope": "optional", "properties": [{"name": "kmut:marker", "value": pin.marker}]}
    return made


def bundled(wheel: Path, root: str) -> list[dict[str, Any]]:
    """What others made and the wheel itself holds: the fonts of the pictures, under their own licence."""
    with ZipFile(wheel) as archive:
        return [
            {
                "type": "file",
                "bom-ref": f"{root}#{name}",
                "name": name,
                "description": "Made of Liberation Sans 2.1.5 and Noto Sans Symbols 2 2.003",
                "hashes": [sha256(archive.read(name))],
                "licenses": licences("OFL-1.1"),
            }
            for name in sorted(archive.namelist())
            if name.endswith(".ttf")
        ]


def licence(pin: Pin) -> str:
    """The SPDX expression of a release.

    Raises:
        ValueError: when the metadata says none that is known here, or another release is installed.
    """
    if pin.name in READ:
        return READ[pin.name]
    metadata = importlib.metadata.metadata(pin.name)
    if metadata["Version"] != pin.version:
        raise ValueError(f"{pin.name} {metadata['Version']} is installed, {pin.version} is locked")
    said = metadata.get("License-Expression")
    classified = (line.rsplit(" :: ", 1)[-1] for line in metadata.get_all("Classifier") or () if "License ::" in line)
    known = [said] if said else [CLASSIFIERS[name] for name in classified if name in CLASSIFIERS]
    if not known and metadata.get("License") and " " not in metadata["License"]:
        known = [metadata["License"]]
    if len(known) != 1:
        raise ValueError(f"which licence has {pin.name} {pin.version}? Read it there, and add it to READ in {__file__}")
    return str(known[0])


def licences(expression: str) -> list[dict[str, Any]]:
    """A licence as the format wants it: alone by its identifier, else as expression."""
    return [{"expression": expression}] if " " in expression else [{"license": {"id": expression}}]


def purl(name: str, version: str) -> str:
    """The package's address independent of any server."""
    return f"pkg:pypi/{name}@{version}"


def sha256(content: bytes) -> dict[str, str]:
    """A digest as the format wants it."""
    return {"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}


def check(file: Path) -> int:
    """Whether the published schema, read strictly, accepts the list."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(file.read_text(encoding="utf-8"))
    if fault is not None:
        print(f"Die Stückliste {file} entspricht nicht CycloneDX 1.6:\n{fault}", file=sys.stderr)
    return 0 if fault is None else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
