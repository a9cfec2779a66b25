"""How a finding is known again, and which findings are to be silent."""

from __future__ import annotations

from consistency.silence.fingerprint import (
    fingerprint,
    fingerprint_of,
    fingerprint_of_sides,
    with_unique_fingerprints,
)

__all__ = ["fingerprint", "fingerprint_of", "fingerprint_of_sides", "with_unique_fingerprints"]
