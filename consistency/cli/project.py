"""A project as the command line sees it: its settings, rules, silences and baseline."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from consistency.errors import UsageError

if TYPE_CHECKING:  # the stages are imported when a command needs them, so that --help is instant
    from consistency.config import Config
    from consistency.model import Report
    from consistency.pipeline import Street
    from consistency.rulebook import Rulebook
    from consistency.scope import Scope
    from consistency.selection import Selection

__all__ = ["CONFIG_FILE", "Project"]

CONFIG_FILE = "consistency.toml"
"""The settings of the working folder."""


@dataclass(frozen=True)
class Project:
    """The settings of a file with those of the command line over them; paths as seen from here."""

    config: Config
    folder: Path
    rule_paths: tuple[str, ...]
    only_rules: bool

    @classmethod
    def load(cls, config_file: str | None, rule_paths: Sequence[str], only_rules: bool) -> Project:
        """The project of a settings file and the options of a command."""
        from consistency.config import load_config

        config, folder = load_config(config_file or CONFIG_FILE, required=config_file is not None)
        rules = (*(str(folder / path) for path in config.rules), *rule_paths)
        if (only_rules or config.only_rules) and not rules:
            raise UsageError("--only-rules needs --rules PATH")
        return cls(config, folder, rules, only_rules or config.only_rules)

    def paths(self, given: Sequence[str]) -> tuple[str, ...]:
        """The paths to check: those of the command line, else those of the settings."""
        return tuple(given) or tuple(str(self.folder / path) for path in self.config.paths)

    def rulebook(self) -> Rulebook:
        """The rules of the run."""
        from consistency.rulebook import load_rules

        return load_rules(self.rule_paths, defaults=not self.only_rules)

    def street(self, model: str | None = None, nli: str | None = None) -> Street:
        """What a run works with."""
        from consistency.embed import load_encoder, load_nli
        from consistency.pipeline import Street

        nli = nli or self.config.nli
        judge = load_nli(nli) if nli else None
        return Street.of(self.rulebook(), load_encoder(model or self.config.model), judge)

    def scope(self, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Scope:
        """Which article files are read."""
        from consistency.scope import Scope

        return Scope(tuple(include) or self.config.include, (*self.config.exclude, *exclude))

    def selection(
        self,
        rulebook: Rulebook,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        min_confidence: str | None = None,
    ) -> Selection:
        """What is told of the findings; a misspelt name of a rule is a mistake."""
        from consistency.checks.registry import KINDS, cards
        from consistency.model import Confidence
        from consistency.selection import Selection
        from consistency.silence.apply import CARDS

        selection = Selection(
            frozenset(select or self.config.select),
            frozenset((*self.config.ignore, *ignore)),
            self.config.severity,
            Confidence(min_confidence) if min_confidence else self.config.min_confidence,
        )
        faults = {card.id for card in (*cards(rulebook.rules), *CARDS)}
        selection.refuse_unknown({*faults, *KINDS, *rulebook.files}, faults)
        return selection

    @property
    def silence_file(self) -> Path:
        """The file of silences."""
        return self.folder / self.config.silences

    @property
    def baseline_file(self) -> Path:
        """The file of the baseline."""
        return self.folder / self.config.baseline

    def quieted(self, report: Report, base: str, *, whole: bool = True, baseline: bool = True) -> Report:
        """The report with silenced and accepted findings set apart.

        :param base: the checked folder, from which the file of silences is named in the report.
        :param whole: False where only a part of the articles was read.
        """
        from consistency.silence.apply import with_baseline, with_silences
        from consistency.silence.sidecar import read_baseline, read_silences

        sidecar = read_silences(self.silence_file)
        if sidecar is not None:
            named = replace(sidecar, name=Path(os.path.relpath(self.silence_file, base or ".")).as_posix())
            report = with_silences(report, named, dt.date.today(), whole=whole)
        accepted = read_baseline(self.baseline_file) if baseline else None
        return with_baseline(report, accepted) if accepted is not None else report
