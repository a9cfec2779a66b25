"""The times and quantities of the annotated articles that ship: a floor under what is read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from consistency.languages.arabic.values import place_lengths, read_values
from consistency.model import Value

ROOT = Path(__file__).parents[3]
GOLD = json.loads((ROOT / "tests" / "gold" / "seeds.json").read_text(encoding="utf-8"))
DOCUMENTS = {item["id"]: item for item in GOLD["documents"]}
TEXTS = {
    name: (ROOT / "seeds" / item["file"]).read_text(encoding="utf-8") for name, item in DOCUMENTS.items()
}


def read(document: str, day: str) -> list[Value]:
    """The values of an article seen from its annotated day of publication: the first, last or likeliest one."""
    text = TEXTS[document]
    reference = datetime.fromisoformat(DOCUMENTS[document]["pub_date"][day][:10])
    return place_lengths(text, read_values(text, reference))


def own_claims() -> Iterator[dict[str, Any]]:
    """The claims of the articles themselves, without the items of other stories on their pages."""
    return (claim for claim in GOLD["claims"] if not claim["section"].startswith("unrelated"))


def resolved(claim: dict[str, Any]) -> bool:
    """Whether a value at the words of a time is the annotated one, or meets it where that is an interval."""
    time, text = claim["time"], TEXTS[claim["doc"]]
    place = text.find(time["raw"], max(claim["start"] - 400, 0))
    begin = f"{time['start']}T00:00:00"
    until = (datetime.fromisoformat(time["end"]) + timedelta(days=1)).isoformat()
    values = [
        value
        for day in ("value", "earliest", "latest")
        for value in read(claim["doc"], day)
        if value.begin and value.until and place < value.end and value.start < place + len(time["raw"])
    ]
    if time["granularity"] in ("interval", "years"):
        return any(
            value.begin < until and begin < value.until for value in values if value.begin and value.until
        )
    return any((value.begin, value.until) == (begin, until) for value in values)


def test_the_times_of_the_annotated_claims_are_resolved() -> None:
    claims = [claim for claim in own_claims() if claim["time"]["raw"] and claim["time"]["start"]]
    assert len(claims) >= 60
    assert sum(map(resolved, claims)) / len(claims) >= 0.95


def test_the_quantities_of_the_annotated_claims_are_read() -> None:
    claims = [claim for claim in own_claims() if claim["quantity"]]
    right = [
        any(
            value.number == claim["quantity"]["value"]
            for value in read(claim["doc"], "value")
            if claim["start"] <= value.start and value.end <= claim["end"] + 40
        )
        for claim in claims
    ]
    assert len(claims) >= 15
    assert sum(right) / len(right) >= 0.9
