"""How far these tests look: in CI always at the same few examples; `KMUT_FUZZ=50` at fifty times as many new ones."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, Phase, settings

MAL = int(os.environ.get("KMUT_FUZZ", "0"))
_GEDULD = [
    *(HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much, HealthCheck.large_base_example),
    HealthCheck.function_scoped_fixture,
]


def umfang(beispiele: int) -> settings:
    """Settings of a test.

    Args:
        beispiele: Examples in CI; there a failing one is not made smaller, which can take minutes.
    """
    lang = MAL > 0
    return settings(
        max_examples=beispiele * max(MAL, 1),
        derandomize=not lang,
        print_blob=lang,
        deadline=None,
        phases=list(Phase) if lang else [Phase.explicit, Phase.generate],
        suppress_health_check=_GEDULD,
    )
