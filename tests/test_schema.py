"""The published JSON Schema of rule files is current, valid, and says what the tool says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from consistency.checks.registry import KINDS
from consistency.rulebook import default_rules
from consistency.schema import rule_file_schema
from consistency.yaml_places import read_plain
from tests.conftest import ROOT

PUBLISHED = ROOT / "docs" / "rules.schema.json"


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    return rule_file_schema()


@pytest.fixture(scope="module")
def validator(schema: dict[str, Any]) -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_published_schema_is_current(schema: dict[str, Any]) -> None:
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == schema, (
        "run `check rules schema > docs/rules.schema.json`"
    )


@pytest.mark.parametrize("file", sorted(default_rules().rglob("*.yaml")), ids=lambda file: file.stem)
def test_shipped_rules_fit_the_schema(validator: jsonschema.Draft202012Validator, file: Path) -> None:
    fault = next(validator.iter_errors(read_plain(file.read_text(encoding="utf-8"))), None)
    assert fault is None, fault


@pytest.mark.parametrize(
    "name", ["unknown-key", "unknown-kind", "examples-missing", "names", "claims-names", "frame"]
)
def test_schema_refuses_bad_files(validator: jsonschema.Draft202012Validator, name: str) -> None:
    text = (ROOT / "tests" / "bad_rules" / f"{name}.yaml").read_text(encoding="utf-8")
    assert list(validator.iter_errors(read_plain(text)))


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_key_of_every_kind_is_described(schema: dict[str, Any], kind: str) -> None:
    shape = schema["$defs"][KINDS[kind].shape.__name__]
    untold = [key for key, value in shape["properties"].items() if not value.get("description")]
    assert untold == []
