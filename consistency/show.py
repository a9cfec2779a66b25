"""What was read, for programs and for people: claims, one article, the rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from consistency.catalogue import Catalogue
from consistency.checks.name_rule import NameRule
from consistency.dating import reference_of
from consistency.languages.arabic.values import read_values
from consistency.model import Article, Claim, Report, Value
from consistency.report.safe import one_line, shorten
from consistency.rulebook import Rulebook

__all__ = ["claim_lines", "claim_object", "claim_texts", "inspection", "inspection_text", "rule_rows"]


def claim_object(claim: Claim) -> dict[str, Any]:
    """A claim with the keys that the contract names, null where unknown."""
    told = {name: value for name, value in asdict(claim).items() if name not in ("names", "said")}
    if claim.time is not None:
        told["time"].pop("how")
    told["quantities"] = [
        {"number": v.number, "unit": v.unit, "comparator": v.comparator, "quote": v.quote}
        for v in claim.quantities
    ]
    return told


def claim_lines(report: Report) -> Iterator[str]:
    """A JSON object a line."""
    for claim in report.claims:
        yield json.dumps(claim_object(claim), ensure_ascii=False) + "\n"


def claim_texts(report: Report) -> Iterator[str]:
    """Each claim for people: the quote on a line of its own, the slots below."""
    for claim in report.claims:
        yield f"{one_line(claim.id)}  [{claim.start}:{claim.end}]\n  \u2068«{one_line(claim.quote)}»\u2069\n"
        yield f"  {_slots(claim_object(claim))}\n"


def _slots(claim: dict[str, Any]) -> str:
    """The slots of a claim that are known, in a line."""
    time = claim["time"]
    slots = {
        "subject": claim["subject"], "event": claim["event"], "object": claim["object"],
        "time": f"{time['begin']} … {time['until']}" if time and time["begin"] else None,
        "place": claim["place"], "numbers": ", ".join(v["quote"] for v in claim["quantities"]),
        "speaker": claim["speaker"], "polarity": claim["polarity"], "modality": claim["modality"],
        "group": claim["group"],
    }  # fmt: skip
    return " · ".join(f"{name}: {one_line(value)}" for name, value in slots.items() if value)


def inspection(article: Article, report: Report, catalogue: Catalogue) -> dict[str, Any]:
    """One article as the tool reads it."""
    text = article.text
    return {
        "document": article.id,
        "encoding": article.document.encoding,
        "title": article.title,
        "publisher": article.publisher,
        "wire": list(article.wire),
        "published": asdict(article.published) if article.published else None,
        "passages": [
            {"kind": p.kind.value, "start": p.start, "end": p.end, "why": p.why,
             "quote": text[p.start : p.end]}
            for p in article.passages
        ],
        "mentions": [
            {"entity": h.rule.id, "kind": h.rule.entity, "status": h.status, "start": h.start, "end": h.end,
             "quote": h.quote}
            for h in catalogue.find(text)
        ],
        "values": [asdict(value) for value in _values(article)],
        "claims": [claim_object(claim) for claim in report.claims],
    }  # fmt: skip


def _values(article: Article) -> list[Value]:
    """All values of the text; relative dates need the day of publication, so without it they are left out."""
    reference = reference_of(article.published)
    from datetime import datetime

    found = read_values(article.text, reference or datetime(2000, 1, 1))
    return found if reference else [value for value in found if value.begin is None]


def inspection_text(seen: dict[str, Any]) -> str:
    """The same for people."""
    published = seen["published"]
    date = "undated"
    if published:
        same = published["earliest"] == published["latest"]
        date = published["earliest"] if same else f"{published['earliest']} … {published['latest']}"
        date += "" if published["explicit"] else f" (inferred: {published['why']})"
    lines = [
        f"{one_line(seen['document'])} · {seen['encoding']} · {date}",
        f"title: {one_line(seen['title'] or '-')}",
        f"publisher: {one_line(seen['publisher'] or '-')} · wire: {', '.join(seen['wire']) or '-'}",
        "",
        "passages",
    ]
    for passage in seen["passages"]:
        lines.append(
            f"  {passage['kind']:<12} [{passage['start']}:{passage['end']}]  {one_line(passage['why'])}"
        )
        lines.append(f"    \u2068{shorten(one_line(passage['quote']), 100)}\u2069")
    lines += ["", "names"]
    lines += [
        f"  {m['entity']:<28} {m['status']:<12} \u2068{one_line(m['quote'])}\u2069" for m in seen["mentions"]
    ]
    lines += ["", "dates and numbers"]
    for value in seen["values"]:
        meaning = (
            f"{value['begin']} … {value['until']}"
            if value["begin"]
            else f"{value['number']} {value['unit'] or ''}"
        )
        lines.append(f"  {value['kind']:<9} \u2068{one_line(value['quote'])}\u2069  {meaning.strip()}")
    lines += ["", f"claims: {len(seen['claims'])}"]
    for claim in seen["claims"]:
        lines.append(
            f"  [{claim['start']}:{claim['end']}] \u2068{shorten(one_line(claim['quote']), 100)}\u2069"
        )
        lines.append(f"    {_slots(claim)}")
    return "\n".join(lines) + "\n"


def rule_rows(book: Rulebook) -> list[dict[str, str]]:
    """Identifier, kind, severity and title of every rule, and its file."""
    return [
        {
            "id": rule.id,
            "kind": rule.kind,
            "severity": "error" if isinstance(rule, NameRule) else rule.severity.value,
            "title": rule.title
            or (f"{rule.canonical} ({rule.english})" if isinstance(rule, NameRule) else rule.id),
            "file": book.files[rule.id],
        }
        for rule in book.rules
    ]
