"""The command line. Only this module prints and exits."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from consistency.errors import ConsistencyError, RuleError, UsageError

if TYPE_CHECKING:  # the stages are imported when a command needs them, so that --help is instant
    from consistency.model import Report
    from consistency.pipeline import Street
    from consistency.report import FailOn, Language, RenderOptions

__all__ = ["main"]

_DEFAULT_OUTPUT = Path("reports")
_FORMATS = ("text", "html", "json", "jsonl", "markdown", "sarif", "junit", "github", "gitlab")


class _DefaultGroup(click.Group):
    """`check PATH` is `check run PATH`: a first word that is no command is a path."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = next((arg for arg in args if not arg.startswith("-")), None)
        if args and first not in self.commands and not {"--help", "--version"} & set(args):
            args = ["run", *args]
        return super().parse_args(ctx, args)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(
            ctx.command_path, "PATH... [OPTIONS]\n       " + f"{ctx.command_path} COMMAND ..."
        )


def _tool_version() -> str:
    try:
        return version("consistency")
    except PackageNotFoundError:  # run from a copy that was never installed
        return "0+unknown"


@click.group(cls=_DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(_tool_version(), prog_name="check")
def cli() -> None:
    """Find what does not fit across news articles: names, places, dates, foreign passages.

    `check PATH...` checks folders and files; `check run --help` tells its options.

    Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage or rule error, 3 nothing was checked,
    4 incomplete (an unreadable article, a missing model), 130 interrupted. The higher number wins.
    """


def _rule_options(command: Callable[..., Any]) -> Callable[..., Any]:
    command = click.option(
        "--only-rules", is_flag=True, help="Leave the shipped rules out; use those of --rules alone."
    )(command)
    return click.option(
        "--rules", "rule_paths", multiple=True, metavar="PATH", help="Add the rules of a file or folder."
    )(command)


def _model_option(command: Callable[..., Any]) -> Callable[..., Any]:
    return click.option(
        "--model", metavar="NAME_OR_PATH", help="A sentence-transformers model; default: the embedded one."
    )(command)


@cli.command("run")
@click.argument("paths", nargs=-1, metavar="PATH...")
@_rule_options
@_model_option
@click.option(
    "--nli",
    metavar="NAME_OR_PATH",
    help="A cross-encoder for inference: may lower the confidence of a conflict.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FMT[:PATH]",
    help=f"{', '.join(_FORMATS)}; repeatable. Without it: text here, HTML and JSON in reports/.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity on.",
)
@click.option(
    "--lang", type=click.Choice(["en", "ar"]), default="en", show_default=True, help="Language of the report."
)
@click.option("--no-articles", is_flag=True, help="Leave the full texts out of the page.")
@click.option("-q", "--quiet", is_flag=True, help="No progress line.")
def run(
    paths: tuple[str, ...],
    rule_paths: tuple[str, ...],
    only_rules: bool,
    model: str | None,
    nli: str | None,
    formats: tuple[str, ...],
    fail_on: str,
    lang: str,
    no_articles: bool,
    quiet: bool,
) -> int:
    """Check folders and files of articles."""
    targets = _targets(formats)
    street = _street(rule_paths, only_rules, model, nli)
    from consistency.pipeline import check_paths
    from consistency.report import RenderOptions

    report = check_paths(paths, street)
    options = RenderOptions(
        fail_on=cast("FailOn", fail_on),
        no_articles=no_articles,
        colour=_wants_colour(),
        language=cast("Language", lang),
        base=_base(paths),
        version=_tool_version(),
    )
    _emit(report, targets, options)
    if not quiet:
        click.echo(_progress(report), err=True)
    return _exit_code(report, options.fail_on)


def _targets(formats: Sequence[str]) -> list[tuple[str, Path | None]]:
    """Format and file of each --format; a format without a file goes to standard output, at most one."""
    if not formats:
        return [
            ("text", None),
            ("html", _DEFAULT_OUTPUT / "report.html"),
            ("json", _DEFAULT_OUTPUT / "report.json"),
        ]
    targets: list[tuple[str, Path | None]] = []
    for given in formats:
        name, colon, path = given.partition(":")
        if name not in _FORMATS:
            raise UsageError(f"--format {given}: unknown format «{name}»; known are {', '.join(_FORMATS)}")
        if colon and not path:
            raise UsageError(f"--format {given}: no file behind the colon")
        targets.append((name, Path(path) if path else None))
    if sum(path is None for _, path in targets) > 1:
        raise UsageError(
            "two formats for standard output; give all but one a file: --format html:report.html"
        )
    return targets


def _street(
    rule_paths: Sequence[str], only_rules: bool, model: str | None = None, nli: str | None = None
) -> Street:
    from consistency.embed import load_encoder, load_nli
    from consistency.pipeline import Street
    from consistency.rulebook import load_rules

    if only_rules and not rule_paths:
        raise UsageError("--only-rules needs --rules PATH")
    judge = load_nli(nli) if nli else None
    return Street.of(load_rules(rule_paths, defaults=not only_rules), load_encoder(model), judge)


def _emit(report: Report, targets: list[tuple[str, Path | None]], options: RenderOptions) -> None:
    """Write the files first, so that a closed pipe on standard output loses none."""
    from consistency.report import render, write

    for name, path in sorted(targets, key=lambda target: target[1] is None):
        text = render(name, report, options)
        if path is None:
            _print(text)
        else:
            write(path, text)


def _print(text: str) -> None:
    """UTF-8 whatever the locale says: a report has Arabic in it."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
    sys.stdout.buffer.flush()


def _wants_colour() -> bool:
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def _base(paths: Sequence[str]) -> str:
    """The checked folder as seen from the working directory, in POSIX form."""
    from consistency.corpus import common_root

    root = os.path.relpath(common_root([Path(path) for path in paths]))
    return "" if root == "." else Path(root).as_posix()


def _progress(report: Report) -> str:
    """What was read, compared and not compared, and why."""
    corpus = report.corpus
    parts = [
        f"{corpus.documents} articles read",
        f"{corpus.claims} claims",
        f"{corpus.compared_pairs} pairs compared",
    ]
    left = sum(corpus.not_comparable.values())
    if left:
        reasons = ", ".join(f"{reason} {number}" for reason, number in corpus.not_comparable.items())
        parts.append(f"{left} not comparable ({reasons})")
    for one in corpus.unreadable:
        parts.append(f"not read: {one.document}: {one.reason}")
    if report.skipped_files:
        names = ", ".join(report.skipped_files[:5]) + (" ..." if len(report.skipped_files) > 5 else "")
        parts.append(f"{len(report.skipped_files)} files left out by their suffix: {names}")
    return " · ".join(parts)


def _exit_code(report: Report, fail_on: FailOn) -> int:
    code = 1 if report.gate(fail_on).failed else 0
    if report.corpus.unreadable:
        code = max(code, 4)
    return code if report.articles else max(code, 3)


@cli.command("claims")
@click.argument("paths", nargs=-1, metavar="PATH...")
@_rule_options
@_model_option
@click.option("--format", "form", type=click.Choice(["jsonl", "text"]), default="text", show_default=True)
def claims(
    paths: tuple[str, ...], rule_paths: tuple[str, ...], only_rules: bool, model: str | None, form: str
) -> int:
    """Show the claims that were extracted."""
    from consistency.pipeline import check_paths
    from consistency.show import claim_lines, claim_texts

    report = check_paths(paths, _street(rule_paths, only_rules, model))
    _print("".join(claim_lines(report) if form == "jsonl" else claim_texts(report)))
    return _exit_code(report, "never")


@cli.command("inspect")
@click.argument("file", metavar="FILE")
@_rule_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def inspect(file: str, rule_paths: tuple[str, ...], only_rules: bool, form: str) -> int:
    """Show one article as the tool reads it: passages, names, dates and numbers, claims."""
    from consistency.pipeline import check_paths
    from consistency.show import inspection, inspection_text

    if Path(file).is_dir():
        raise UsageError(f"{file}: this is a folder; name one article")
    street = _street(rule_paths, only_rules)
    report = check_paths([file], street)
    if not report.articles:
        raise UsageError("; ".join(f"{one.document}: {one.reason}" for one in report.corpus.unreadable))
    seen = inspection(report.articles[0], report, street.catalogue)
    _print(json.dumps(seen, ensure_ascii=False, indent=2) + "\n" if form == "json" else inspection_text(seen))
    return 0


@cli.group("rules")
def rules() -> None:
    """List, validate and test rules."""


@rules.command("list")
@_rule_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules_list(rule_paths: tuple[str, ...], only_rules: bool, form: str) -> int:
    """List the rules: identifier, kind, severity, title."""
    from consistency.rulebook import load_rules
    from consistency.show import rule_rows

    rows = rule_rows(load_rules(rule_paths, defaults=not only_rules))
    if form == "json":
        _print(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
    else:
        _print("".join(f"{r['id']:<32} {r['kind']:<10} {r['severity']:<8} {r['title']}\n" for r in rows))
    return 0


@rules.command("validate")
@click.argument("files", nargs=-1, metavar="[FILE...]")
def rules_validate(files: tuple[str, ...]) -> int:
    """Check rule files; every mistake at once, as file:line:column. Without a file: the shipped rules."""
    from consistency.rulebook import load_rules

    book = load_rules(files, defaults=True)
    if files:
        given = [rule for rule, file in book.files.items() if any(_below(file, name) for name in files)]
        click.echo(f"{len(given)} rules in {', '.join(files)}: no mistake found")
    else:
        click.echo(f"{len(book.rules)} rules: no mistake found")
    return 0


def _below(file: str, given: str) -> bool:
    return Path(file) == Path(given) or Path(given) in Path(file).parents


@rules.command("test")
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("-v", "--verbose", is_flag=True, help="A line for every rule, not only for those that fail.")
def rules_test(files: tuple[str, ...], verbose: bool) -> int:
    """Run the examples of the rules. Without a file: the shipped rules."""
    from consistency.ruletests import run_rule_tests

    street = _street(files, only_rules=False)
    book = street.rulebook
    chosen = [r for r in book.rules if not files or any(_below(book.files[r.id], name) for name in files)]
    results = list(run_rule_tests(chosen, street))
    for result in results:
        if verbose or not result.passed:
            click.echo(
                f"{'ok' if result.passed else 'FAILED':<7} {result.rule:<32} "
                f"flags {result.flags}/{result.flags_of}  passes {result.passes}/{result.passes_of}"
            )
        for failure in result.failures:
            click.echo(f"        {failure}")
    failed = sum(not result.passed for result in results)
    click.echo(f"{len(results)} rules tested, {failed} failed")
    return 1 if failed else 0


@cli.command("evaluate")
@click.argument("gold")
@click.argument("paths", nargs=-1, metavar="PATH...")
@_rule_options
@_model_option
def evaluate_command(
    gold: str, paths: tuple[str, ...], rule_paths: tuple[str, ...], only_rules: bool, model: str | None
) -> int:
    """Precision and recall against a gold annotation, by tier, rule and severity."""
    from consistency.evaluate import evaluate, load_gold
    from consistency.pipeline import check_paths

    annotation = load_gold(gold)
    outcome = evaluate(check_paths(paths, _street(rule_paths, only_rules, model)), annotation)
    for line in outcome.lines():
        click.echo(line)
    return 0


def main(argv: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code; a mistake of the user never ends in a traceback."""
    sys.exit(_run(list(argv) if argv is not None else sys.argv[1:]))


def _run(argv: list[str]) -> int:
    try:
        code = cli.main(argv, prog_name="check", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return 130
    except BrokenPipeError:  # «check ... | head» ends quietly; what is left would only complain at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except RuleError as error:
        click.echo(f"{error}\n{len(error.mistakes)} mistakes in the rules; nothing was checked", err=True)
        return error.exit_code
    except ConsistencyError as error:
        click.echo(f"check: {error}", err=True)
        return error.exit_code


if __name__ == "__main__":
    main()
