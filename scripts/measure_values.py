"""Measures the reading of dates and numbers on annotated rows.

Usage: measure_values.py DATENUM_DIR [--seeds GOLD.json SEEDS_DIR] [--speed CORPUS.jsonl.xz] [--wrong]
"""

from __future__ import annotations

import argparse
import json
import lzma
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from consistency.languages.arabic.values import infer_publication, place_lengths, read_dateline, read_values
from consistency.model import Value

Row = dict[str, Any]
_MONEY = {"Dollar": "USD", "Cent": "USD"}
_KINDS = {
    "date": {"date"},
    "daterange": {"period", "date"},
    "time": {"time"},
    "timerange": {"period", "time"},
    "duration": {"duration"},
    "number": {"number"},
    "numberrange": {"number"},
    "ordinal": {"ordinal"},
    "ordinal.relative": {"ordinal"},
    "percentage": {"percent"},
}
_MODEL_KINDS = {
    "DateExtractor": {"date"},
    "DateParser": {"date"},
    "DatePeriodExtractor": {"period"},
    "DatePeriodParser": {"period"},
    "HolidayExtractor": {"date", "period"},
    "TimeExtractor": {"time"},
    "TimeParser": {"time"},
    "TimePeriodExtractor": {"period", "time"},
    "DurationExtractor": {"duration"},
    "DurationParser": {"duration"},
    "NumberModel": {"number"},
    "NumberRangeModel": {"number"},
    "PercentModel": {"percent"},
    "OrdinalModel": {"ordinal"},
    "OrdinalModelSuppressExtendedTypes": {"ordinal"},
}
_WEEKDAYS = frozenset(("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "الجمعه", "السبت", "الأحد"))


def rows(path: Path) -> Iterator[Row]:
    """The rows of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def moment(row: Row) -> datetime:
    """The reference of a row."""
    stamp = row.get("reference_time") or "2016-11-07T00:00:00"
    return datetime.fromisoformat(re.sub(r"(\.\d{6})\d+", r"\1", stamp))


def duckling(path: Path, show: bool) -> None:
    """Exact value over the whole text of a row."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for row in rows(path):
        kind = row["kind"]
        if kind == "time" and row["text"] in _WEEKDAYS:
            kind = "bare weekday"
        values = read_values(row["text"], moment(row))
        good = duckling_right(row, values)
        total[kind] += 1
        right[kind] += good
        if show and not good:
            print(
                "  wrong",
                kind,
                "|",
                row["text"],
                "|",
                json.dumps(row["expected"], ensure_ascii=False),
                "|",
                brief(values),
            )
    standard = [kind for kind in total if kind not in ("numeral_eg", "bare weekday")]
    for kind in total:
        print(f"duckling {kind:14} {right[kind]:4} / {total[kind]:4}  {right[kind] / total[kind]:.3f}")
    r, n = sum(right[k] for k in standard), sum(total[k] for k in standard)
    print(f"duckling standard Arabic {r} / {n} = {r / n:.3f} (without bare weekdays)")


def duckling_right(row: Row, values: list[Value]) -> bool:
    """Whether the values say what the row expects."""
    expected, kind = row["expected"], row["kind"]
    if expected is None:
        return not values
    if kind == "time":
        if len(values) != 1 or values[0].begin is None:
            return False
        value = values[0]
        begin = expected.get("value", expected.get("from"))
        same = value.begin == begin and value.grain == expected["grain"]
        return same and ("to_exclusive" not in expected or value.until == expected["to_exclusive"])
    if kind in ("numeral", "numeral_eg"):
        return len(values) == 1 and values[0].number == expected["value"] and values[0].kind == "number"
    if kind == "ordinal":
        return len(values) == 1 and values[0].number == expected["value"] and values[0].kind == "ordinal"
    if kind == "duration":
        return (
            len(values) == 1
            and values[0].kind == "duration"
            and (values[0].number, values[0].unit) == (expected["value"], expected["unit"])
        )
    return expression(expected["expr"], kind, values)


def expression(expr: str, kind: str, values: list[Value]) -> bool:
    """«simple Dollar 10», «between Dollar (10, 20)», «simple Gram 2 Nothing»."""
    between = re.fullmatch(r"between (\w+) \((\S+), (\S+)\)", expr)
    if between:
        found = [(value.number, value.comparator) for value in values]
        return found == [(float(between[2]), "at_least"), (float(between[3]), "at_most")]
    match = re.match(r"(simple|under|above) (\w+) (\S+)", expr)
    if match is None or len(values) != 1 or values[0].number is None:
        return False
    value, number = values[0], float(match[3])
    if match[2] == "Cent":
        number /= 100
    unit = _MONEY.get(match[2], match[2] if kind == "money" else match[2].lower())
    sides = {"under": ("at_most", "less_than"), "above": ("at_least", "more_than")}.get(match[1], (None,))
    assert value.number is not None
    return abs(value.number - number) < 1e-9 and value.unit == unit and value.comparator in sides


def recognizers(path: Path, show: bool) -> None:
    """Exact spans of a row, and values where it gives them."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    values_right = values_total = relative = 0
    for row in rows(path):
        model = row["kind"].split("/")[1]
        values = [value for value in read_values(row["text"], moment(row)) if keep(value, model, row)]
        expected = [(item["start"], item["end"]) for item in row["expected"]]
        good = expected == spans(values)
        total[model] += 1
        right[model] += good
        for item in row["expected"]:
            if "future" in item or "resolution" in item:
                if item.get("future", {}).get("date") == "0001-01-01" or item.get("future") == {}:
                    continue
                values_total += 1
                relative += str(item.get("resolution", {}).get("value", "")).startswith("current")
                good_value = any(value_right(item, value) for value in values if value.start == item["start"])
                values_right += good_value
                if show and not good_value and good:
                    print(
                        "  value",
                        model,
                        "|",
                        row["text"],
                        "|",
                        item.get("future"),
                        item.get("past"),
                        item.get("resolution"),
                        "|",
                        brief(values),
                    )
        if show and not good:
            print(
                "  wrong",
                model,
                "|",
                row["text"],
                "|",
                [item["text"] for item in row["expected"]],
                "|",
                brief(values),
                "| all:",
                brief(read_values(row["text"], moment(row))),
            )
    for model in total:
        print(
            f"recognizers {model:34} {right[model]:4} / {total[model]:4}  {right[model] / total[model]:.3f}"
        )
    r, n = sum(right.values()), sum(total.values())
    print(f"recognizers exact span {r} / {n} = {r / n:.3f}")
    print(
        f"recognizers value where given {values_right} / {values_total} = {values_right / values_total:.3f}"
    )
    told = values_total - relative
    print(
        "recognizers value without «the next», «the previous», «this» as ordinals, which are not read: "
        f"{values_right} / {told} = {values_right / told:.3f}"
    )


def keep(value: Value, model: str, row: Row) -> bool:
    """Whether a value is of the kind that the row's model looks for."""
    kinds = set(_MODEL_KINDS[model])
    if model.endswith("SuppressExtendedTypes") and (value.number or 0) < 0:
        return False  # the option drops what is counted from the end
    if model.startswith("DatePeriod") and value.kind in ("date", "duration"):
        return any((item["start"], item["end"]) == (value.start, value.end) for item in row["expected"])
    if value.kind == "period" and model == "DateExtractor":
        return any((item["start"], item["end"]) == (value.start, value.end) for item in row["expected"])
    if value.kind == "time" and model.startswith("TimePeriod"):
        return (
            value.grain == "hour"
            and value.until is not None
            and value.begin is not None
            and (
                datetime.fromisoformat(value.until) - datetime.fromisoformat(value.begin) > timedelta(hours=1)
            )
        )
    return value.kind in kinds


def spans(values: list[Value]) -> list[tuple[int, int]]:
    """The spans of values, those of one range joined."""
    return [(value.start, value.end) for value in values]


def value_right(item: Row, value: Value) -> bool:
    """Whether a value is one of the two readings, past and future, of a row."""
    if "resolution" in item:
        return resolution_right(item["resolution"], value)
    for side in ("future", "past"):
        want = item[side]
        if "date" in want and value.begin == f"{want['date']}T00:00:00":
            return True
        if "time" in want and value.begin is not None and value.begin.endswith(f"T{want['time']}"):
            return True
        if "startDate" in want and (value.begin, value.until) == (
            f"{want['startDate']}T00:00:00",
            f"{want['endDate']}T00:00:00",
        ):
            return True
        seconds = {
            "second": 1,
            "minute": 60,
            "hour": 3600,
            "day": 86400,
            "week": 604800,
            "month": 2592000,
            "year": 31536000,
        }
        if "duration" in want and value.number is not None and value.unit is not None:
            return float(want["duration"]) == value.number * seconds[value.unit]
    return False


def resolution_right(want: Row, value: Value) -> bool:
    """Whether a number, percentage, ordinal or open range is the one of a row."""
    text = str(want["value"]).rstrip("%")
    from_end = re.fullmatch(r"end([+-]\d+)", text)
    if from_end:  # end+0 is the last, which the reader counts as -1
        return value.number == int(from_end[1]) - 1
    open_range = re.fullmatch(r"\((\S+),\)", text)
    if open_range:
        return value.number == float(open_range[1]) and value.comparator == "more_than"
    try:
        return value.number is not None and abs(value.number - float(text)) < 1e-9
    except ValueError:
        return False


def brief(values: list[Value]) -> str:
    """Values on one line."""
    return "; ".join(
        f"{v.kind} «{v.quote}» {v.begin or ''}{'/' + v.until if v.until else ''} {v.grain or ''} "
        f"{'' if v.number is None else v.number} {v.unit or ''} {v.comparator or ''}".strip()
        for v in values
    )


def months(path: Path, show: bool) -> None:
    """Every month name, alone with a year and after «في»."""
    total = right = 0
    for row in rows(path):
        hijri = row["calendar"] == "islamic"
        year = 1440 if hijri else 2019
        for text in (f"في {row['name']} {year}", f"15 {row['name']} {year}", f"في شهر {row['name']}"):
            values = read_values(text, datetime(2019, 1, 1))
            total += 1
            good = (
                len(values) == 1
                and values[0].begin is not None
                and (hijri or int(values[0].begin[5:7]) == row["month"])
                and values[0].end == len(text)
            )
            right += good
            if show and not good:
                print("  month", text, brief(values))
    print(f"month names {right} / {total} = {right / total:.3f}")


def seeds(gold: Path, folder: Path, show: bool) -> None:
    """Times and quantities of annotated claims, and publication dates."""
    loaded = json.loads(gold.read_text(encoding="utf-8"))
    texts = {item["id"]: (folder / item["file"]).read_bytes().decode("utf-8") for item in loaded["documents"]}
    published = {item["id"]: item["pub_date"] for item in loaded["documents"]}
    exact = within = total = apart = 0
    for claim in loaded["claims"]:
        want, document = claim["time"], claim["doc"]
        if not want["raw"] or want["start"] is None:
            continue
        if claim["section"].startswith("unrelated"):
            apart += 1  # an item of another story, whose own date the page does not tell
            continue
        near = near_times(texts[document], claim, published[document], ("earliest", "latest"))
        near += near_times(texts[document], claim, published[document], ("value", "value"))
        total += 1
        until = (datetime.fromisoformat(want["end"]) + timedelta(days=1)).isoformat(timespec="seconds")
        begin = datetime.fromisoformat(want["start"]).isoformat(timespec="seconds")
        pair = want["granularity"] == "years" and len(near) >= 2
        same = pair or any((v.begin, v.until) == (begin, until) for v in near)
        touching = any(v.begin < until and begin < v.until for v in near if v.begin and v.until)
        exact += same
        within += same or (want["granularity"] == "interval" and touching)
        if show and not same:
            print("  time", claim["id"], want["raw"], begin, until, want["granularity"], "|", brief(near))
    print(
        f"seeds times exact {exact} / {total} = {exact / total:.3f}; "
        f"exact, or overlapping where the annotation is an interval, {within} = {within / total:.3f}; "
        f"{apart} more stand in an item of another story"
    )
    quantities(loaded, texts, published, show)
    publication(loaded, texts, published)


def near_times(text: str, claim: Row, published: Row, days: tuple[str, str]) -> list[Value]:
    """The times at the annotated words, seen from the first to the last day of publication."""
    place = text.find(claim["time"]["raw"], max(claim["start"] - 400, 0))
    stop = place + len(claim["time"]["raw"])
    ends = []
    for day in days:
        values = place_lengths(text, read_values(text, datetime.fromisoformat(published[day][:10])))
        ends.append([v for v in values if v.begin and (place <= v.start < stop or v.start <= place < v.end)])
    if [v.start for v in ends[0]] != [v.start for v in ends[1]]:
        return ends[0] + ends[1]
    return [replace(first, until=last.until) for first, last in zip(*ends, strict=True)]


def quantities(loaded: Row, texts: dict[str, str], published: dict[str, Row], show: bool) -> None:
    """Whether the quantity of a claim is read inside its quote."""
    right = total = 0
    for claim in loaded["claims"]:
        if not claim["quantity"]:
            continue
        total += 1
        reference = datetime.fromisoformat(published[claim["doc"]]["value"][:10])
        values = [
            value
            for value in read_values(texts[claim["doc"]], reference)
            if claim["start"] <= value.start and value.end <= claim["end"] + 40
        ]
        good = any(value.number == claim["quantity"]["value"] for value in values)
        right += good
        if show and not good:
            print("  quantity", claim["id"], claim["exact_quote"], claim["quantity"], "|", brief(values))
    print(f"seeds quantities {right} / {total} = {right / total:.3f}")


def publication(loaded: Row, texts: dict[str, str], published: dict[str, Row]) -> None:
    """Stated and inferred publication dates against the annotated ones."""
    stated: dict[str, Any] = {}
    for item in loaded["documents"]:
        lines = [found for line in texts[item["id"]].splitlines() if (found := read_dateline(line))]
        stated[item["id"]] = lines[0] if lines else None
    for item in loaded["documents"]:
        name = item["id"]
        want = published[name]
        others = [found for other, found in stated.items() if found and other != name]
        found = stated[name] or infer_publication(texts[name], others)
        alone = stated[name] or infer_publication(texts[name], [])
        print(
            f"published {name}: annotated {want['earliest']}..{want['latest']}, "
            f"alone {show_date(alone)}, with others {show_date(found)}"
        )


def show_date(found: Any) -> str:
    """A publication date in short."""
    return "none" if found is None else f"{found.earliest}..{found.latest} ({found.why})"


def speed(path: Path) -> None:
    """Sentences and characters a second on news text."""
    texts: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 40 == 0:
                texts.append(json.loads(line)["text"])
            if len(texts) >= 600:
                break
    sentences = [part for text in texts for part in re.split(r"(?<=[.؟!])\s+|\n+", text) if part.strip()]
    reference = datetime(2015, 7, 23)
    for sentence in sentences[:200]:
        read_values(sentence, reference)
    begin = time.process_time()
    found = sum(len(read_values(sentence, reference)) for sentence in sentences)
    spent = time.process_time() - begin
    letters = sum(map(len, sentences))
    print(
        f"speed {len(sentences) / spent:.0f} sentences a second of processor time "
        f"({letters / len(sentences):.0f} letters each), {found} values"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datenum", type=Path)
    parser.add_argument("--seeds", type=Path, nargs=2)
    parser.add_argument("--speed", type=Path)
    parser.add_argument("--wrong", action="store_true")
    options = parser.parse_args()
    duckling(options.datenum / "duckling_dev.jsonl", options.wrong)
    recognizers(options.datenum / "recognizers_dev.jsonl", options.wrong)
    months(options.datenum / "month_names.jsonl", options.wrong)
    if options.seeds:
        gold, folder = options.seeds
        seeds(gold, folder, options.wrong)
    if options.speed:
        speed(options.speed)


if __name__ == "__main__":
    main()
