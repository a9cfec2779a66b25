"""Which module may know which, and what the default path never imports."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, SEEDS

PACKAGE = ROOT / "consistency"

LAYERS = [
    {
        "errors",
        "yaml_places",
        "validation",
        "cache",
        "memo",
        "near_words",
        "nearest",
        "parts",
        "spans",
    },
    {"wording", "message"},
    {"parsed_rules", "model", "scope", "workers", "packing"},
    {"rule", "languages", "read"},
    {"embed"},
    {"silence", "stories", "cohesion", "letter_stream", "checks.name_rule", "checks.passage_rule"},
    {"breaks"},
    {"evidence", "corpus", "config", "selection", "segment", "clauses"},
    {"catalogue", "dating"},
    {"article_values", "name_forms", "slip_index"},
    {"slips", "extract", "parallel", "story_names"},
    {"differences", "parallel_names", "holders", "second_opinion"},
    {"pairs", "openings", "retelling", "sums"},
    {"align"},
    {"checks"},
    {"rulebook", "story"},
    {"digest"},
    {"gathering", "tasks"},
    {"pipeline", "report"},
    {"evaluate_claims"},
    {"evaluate", "explain", "rulecard", "ruletests", "schema", "show"},
    {"__init__"},
    {"cli"},
    {"__main__"},
]
"""Lowest first: a module imports from its own layer's rooms and from lower layers only."""


def layer_of(module: str) -> int:
    """The layer of a module, by its longest listed prefix."""
    name = module.removeprefix("consistency").removeprefix(".") or "__init__"
    while True:
        for number, names in enumerate(LAYERS):
            if name in names:
                return number
        assert "." in name, f"{module} stands in no layer"
        name = name.rpartition(".")[0]


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


def modules() -> list[tuple[str, Path]]:
    named = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        named.append((".".join(parts[:-1] if parts[-1] == "__init__" else parts), path))
    return named


def imported_by(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("consistency"):
            for alias in node.names:
                inner = PACKAGE.parent / Path(*node.module.split(".")) / f"{alias.name}.py"
                found.add(f"{node.module}.{alias.name}" if inner.exists() else node.module)
        elif isinstance(node, ast.Import):
            found |= {a.name for a in node.names if a.name.startswith("consistency")}
    return found


@pytest.mark.parametrize(("module", "path"), modules(), ids=[name for name, _ in modules()])
def test_imports_flow_one_way(module: str, path: Path) -> None:
    for other in imported_by(path):
        same_room = room_of(module) == room_of(other)
        assert same_room or layer_of(other) < layer_of(module), f"{module} imports {other}"


HEAVY = ("torch", "transformers", "sentence_transformers", "sklearn", "scipy", "pandas")
PROBE = """
import sys
for name in {blocked!r}:
    sys.modules[name] = None  # an import of it fails, as where it is not installed
from consistency import cli
code = cli._run({argv!r})
loaded = [name for name in {heavy!r} if sys.modules.get(name) is not None]
assert not loaded, loaded
sys.exit(code)
"""


@pytest.mark.parametrize("argv", [["--help"], [str(SEEDS), "--format", "json"]], ids=["help", "seeds"])
@pytest.mark.parametrize("blocked", [[], list(HEAVY)], ids=["installed", "absent"])
def test_default_path_needs_nothing_heavy(argv: list[str], blocked: list[str], tmp_path: Path) -> None:
    probe = PROBE.format(argv=argv, blocked=blocked, heavy=HEAVY)
    run = subprocess.run([sys.executable, "-c", probe], capture_output=True, cwd=tmp_path, check=False)
    assert run.returncode == (0 if argv == ["--help"] else 1), run.stderr.decode()[-2000:]


def test_seeds_folder_holds_the_five_articles_and_nothing_else() -> None:
    assert [path.suffix for path in sorted(SEEDS.iterdir())] == [".txt"] * 5


def test_no_code_or_rule_knows_the_seeds() -> None:
    """No file name and no line of 40 code points or more of the five articles stands in code or rules."""
    lines = {
        line.strip()
        for path in SEEDS.iterdir()
        for line in path.read_text(encoding="utf-8").split("\n")
        if len(line.strip()) >= 40
    }
    names = {path.stem for path in SEEDS.iterdir()}
    for path in [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.yaml"), *(ROOT / "rules").rglob("*.yaml")]:
        text = path.read_text(encoding="utf-8")
        assert not [needle for needle in lines | names if needle in text], path
