"""What the tool finds of discrepancies put into stories that nobody has read.

python scripts/measure_unseen.py NEWS.jsonl[.xz] --seed 1 [--each 8] [--without DIR] [--show] [--keep DIR]

NEWS.jsonl has an article a line: title, text, date_iso.  Pairs of articles that tell one event are mined from
it (``retold_pairs.py``); into the first one discrepancy of each type is put (``injections.py``), or an edit
that changes nothing, or nothing.  A discrepancy counts as found when an error or a warning touches its place
that the untouched pair does not bring up, and as told when an info does.  Articles whose title or first line
stands in a file below DIR are left out.  Seeds of other parity use other pairs: tune on one, report another.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from injections import IN_SENTENCES, SILENT, STRUCTURAL, Placed
from retold_pairs import News, Retold, first_lines, pairs_of_one_event, read

import consistency
from consistency.model import Finding

_CASES_A_PAIR = 3
_CONTROLS = 4  # for each case of a type


@dataclass(frozen=True)
class Case:
    """A pair in which one thing was changed, and where; controls are as they were."""

    kind: str
    pair: Retold
    changed: News
    start: int = 0
    end: int = 0
    told: str = ""


def cases(news: list[News], seed: int, each: int) -> Iterator[Case]:
    """The wanted number of each type, as long as there are pairs: rare types first."""
    chance = random.Random(seed)
    wanted = dict.fromkeys((*IN_SENTENCES, *STRUCTURAL, *SILENT), each) | {"control": _CONTROLS * each}
    for pair in pairs_of_one_event(news, seed):
        made = 0
        for kind in sorted(wanted, key=lambda kind: (kind == "control", -wanted[kind], chance.random())):
            case = _case(kind, pair, news, chance) if wanted[kind] and made < _CASES_A_PAIR else None
            if case:
                wanted[kind] -= 1
                made += 1
                yield case
        if not any(wanted.values()):
            return


def _case(kind: str, pair: Retold, news: list[News], chance: random.Random) -> Case | None:
    if kind == "control":
        return Case(kind, pair, pair.a)
    a = pair.a
    if kind in STRUCTURAL:
        others = [(one.title, one.body) for one in chance.sample(news, min(300, len(news)))]
        placed = STRUCTURAL[kind](a.title, a.body, others, chance)
    else:
        placed = _edited(kind, pair, chance)
    if placed is None:
        return None
    return Case(kind, pair, News(placed.title, placed.body, a.date), placed.start, placed.end, placed.told)


def _edited(kind: str, pair: Retold, chance: random.Random) -> Placed | None:
    generate = (IN_SENTENCES | SILENT)[kind]
    found = [(start, two, edit) for start, two in pair.sentences for edit in generate(two, chance)]
    if not found:
        return None
    start, two, edit = chance.choice(found)
    first, last = start + edit.start, start + edit.end
    title, body = pair.a.title, pair.a.body
    around = two.own[max(0, edit.start - 40) : edit.end + 40]
    told = f"{two.own[edit.start : edit.end]} -> {edit.text} | {around} | {two.other[:110]}"
    shift = len(title) + 2 + first
    return Placed(title, body[:first] + edit.text + body[last:], shift, shift + len(edit.text), told)


def findings(articles: Sequence[News]) -> list[Finding]:
    """Everything that the tool says of a folder of these articles."""
    with tempfile.TemporaryDirectory() as folder:
        write(articles, Path(folder))
        return list(consistency.check(folder).findings)


def write(articles: Sequence[News], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(articles):
        page = f"{one.text}\nتاريخ النشر: {one.date}\n"
        (folder / f"{number}.txt").write_text(page, encoding="utf-8", newline="")


def touches(finding: Finding, case: Case) -> bool:
    return any(
        place.document.endswith("0.txt") and place.start < case.end and case.start < place.end
        for place in finding.locations
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("news", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=8)
    parser.add_argument("--without", type=Path, help="a folder of texts that are not used")
    parser.add_argument("--show", action="store_true", help="every miss and every false alarm")
    parser.add_argument("--keep", type=Path, help="a folder for the cases, to read them by eye")
    chosen = parser.parse_args()
    news = read(chosen.news, first_lines(chosen.without), chosen.seed)
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for case in cases(news, chosen.seed, chosen.each):
        row = rows[case.kind]
        if chosen.keep:
            folder = chosen.keep / f"{case.kind}-{row[0]}"
            write((case.changed, case.pair.b), folder)
            (folder / "told").write_text(f"{case.start} {case.end} {case.told}", encoding="utf-8")
        _score(case, row, show=chosen.show)
    for kind, (number, found, told, noise) in sorted(rows.items()):
        print(f"{kind:24} {found:3} of {number:3}   as an info {told:3}   elsewhere {noise}")
    shares = [rows[kind][1] / rows[kind][0] for kind in (*IN_SENTENCES, *STRUCTURAL) if rows[kind][0]]
    print(f"macro recall at warning {sum(shares) / len(shares):.3f}")


def _score(case: Case, row: list[int], *, show: bool) -> None:
    """Add a case to the row of its type: number, found, told as an info, errors and warnings elsewhere."""
    control = case.kind == "control"
    before = set() if control else {(f.rule, f.message) for f in findings((case.pair.a, case.pair.b))}
    new = [f for f in findings((case.changed, case.pair.b)) if (f.rule, f.message) not in before]
    at = [] if control else [f for f in new if touches(f, case)]
    loud = [f for f in new if f.severity != "info"]
    found = [f for f in loud if f in at]
    row[0] += 1
    row[1] += bool(found)
    row[2] += bool(at) and not found
    row[3] += len(loud) - len(found)
    if show:
        if case.kind not in SILENT and not control and not found:
            print("MISSED" if not at else "INFO", case.kind, case.told)
        for f in loud if case.kind in SILENT else [f for f in loud if f not in found]:
            print("FALSE?", case.kind, f.rule, f.message, "|", case.told[:60])


if __name__ == "__main__":
    main()
