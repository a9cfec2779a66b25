"""How long rules take to validate, and how checking grows with their number.

    python scripts/measure_rules.py seeds/          # 10, 100 and 1,000 own rules: names, patterns, claims

The shipped rules are left out, so that only the number of own rules changes. Times are of one process.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from consistency.pipeline import Street, check_paths
from consistency.rulebook import load_rules

SIZES = (10, 100, 1000)
REPEATS = 3
FIRST = ("سامر", "فؤاد", "رامز", "نزار", "وليد", "ماهر", "غسان", "عادل", "باسل", "حازم")
ROOTS = ("برغوت", "نهر", "سويلم", "قندل", "شمس", "طحان", "زيتون", "صقر", "كرم", "درويش")
ENDS = ("ي", "اني", "وي", "اوي", "ين", "ون", "ات", "ة", "اش", "ور")
FIELDS = ("number: disjoint", "time: disjoint", "place: apart", "polarity: opposite", "antonym: opposite")
TESTS = '  tests:\n    flags: ["نص"]\n    passes: ["نص آخر"]\n'


def rules(number: int) -> str:
    """A rule file: of ten rules seven are names, two patterns, and one a claims rule."""
    names = itertools.product(FIRST, ROOTS, ENDS)
    return "version: 1\nrules:\n" + "".join(_rule(index, next(names)) for index in range(number))


def _rule(index: int, name: tuple[str, str, str]) -> str:
    first, root, end = name
    head = f"- id: rule-{index}\n"
    if index % 10 == 9:
        field, how = FIELDS[index // 10 % len(FIELDS)].split(": ")
        body = f"  kind: claims\n  same: [wording]\n  differ: [{{field: {field}, how: {how}}}]\n"
    elif index % 10 >= 7:
        body = f"  kind: pattern\n  pattern: '{root}{end}[0-9]+ {first}'\n"
    else:
        body = (
            f"  kind: name\n  entity: person\n  canonical: {first} ال{root}{end}\n  short: [ال{root}{end}]\n"
            f"  misspelt: [{first} ا{root}{end}]\n"
        )
    return head + body + TESTS


def main() -> None:
    """Print a line for each number of rules."""
    articles = sys.argv[1:]
    if not articles:
        sys.exit(__doc__)
    for row in _rows(articles):
        print(row, flush=True)


def _rows(articles: list[str]) -> Iterator[str]:
    yield "rules  validate s  check s  check s of one rule"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "rules.yaml")
        for size in SIZES:
            file.write_text(rules(size), encoding="utf-8")
            validate = min(_timed(lambda: load_rules([file], defaults=False)) for _ in range(REPEATS))
            street = Street.of(load_rules([file], defaults=False))
            check_paths(articles, street)  # what is loaded once is loaded now
            check = min(_timed(lambda street=street: check_paths(articles, street)) for _ in range(REPEATS))
            yield f"{size:>5}  {validate:>10.3f}  {check:>7.3f}  {check / size:.5f}"


def _timed(work: object) -> float:
    started = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - started


if __name__ == "__main__":
    main()
