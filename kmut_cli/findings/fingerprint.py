"""Fingerprints: by them a web service knows a finding again in the next run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from kmut_cli.findings.finding import Finding
from kmut_cli.findings.paths import posix_path


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """Give each finding a fingerprint.

    It is made of code, file, key and message, not of the line: text that is added further up changes nothing.
    Findings that agree in all of these are counted through, so that no two have the same.

    Returns:
        As many as there are findings, in their order, each of 32 hexadecimal digits.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    result = []
    for finding in findings:
        where = finding.location or finding.source_line.strip()
        key = (finding.code, posix_path(finding.path), where, finding.message)
        # Length before text: no two different keys can be joined to the same bytes.
        joined = "".join(f"{len(part)}:{part}" for part in (*key, str(seen[key])))
        seen[key] += 1
        result.append(sha256(joined.encode("utf-8", "backslashreplace")).hexdigest()[:32])
    return result
