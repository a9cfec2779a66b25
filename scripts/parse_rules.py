"""Parse the shipped rule files ahead of time, for a quicker start.

python scripts/parse_rules.py     (after every change of a file below rules/; a test says when it is due)
"""

from __future__ import annotations

from consistency.parsed_rules import PARSED, pack_parsed
from consistency.rulebook import default_rules

if __name__ == "__main__":
    files = sorted(default_rules().rglob("*.yaml"))
    PARSED.write_bytes(pack_parsed(file.read_text(encoding="utf-8-sig") for file in files))
    print(f"{PARSED}: {len(files)} files, {PARSED.stat().st_size:,} bytes")
