"""What can go wrong, as one tree.

ConsistencyError
├── UsageError        the command line or a setting is wrong (exit 2)
├── RuleError         a rule file is wrong; holds every mistake of every file (exit 2)
├── NothingToCheck    no article or no rule was found (exit 3)
├── Unreadable        one article cannot be read; the others still are (exit 4)
├── ModelMissing      a model that was asked for is not on this machine (exit 4)
└── WorkerDied        a process that checked articles was killed (exit 4)
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = [
    "ConsistencyError",
    "ModelMissing",
    "NothingToCheck",
    "RuleError",
    "RuleMistake",
    "Unreadable",
    "UsageError",
    "WorkerDied",
]


class ConsistencyError(Exception):
    """The root of every error this package raises on purpose."""

    exit_code = 2


class UsageError(ConsistencyError):
    """The command line or a setting is wrong."""


class NothingToCheck(ConsistencyError):
    """No article or no rule was found, so a green exit would be a lie."""

    exit_code = 3


class Unreadable(ConsistencyError):
    """One article cannot be read.

    :param document: the article as the report names it.
    :param reason: the fault and the next step, without the name of the file.
    """

    exit_code = 4

    def __init__(self, document: str, reason: str) -> None:
        super().__init__(f"{document}: {reason}")
        self.document = document
        self.reason = reason


class ModelMissing(ConsistencyError):
    """A model that was asked for is not on this machine."""

    exit_code = 4


class WorkerDied(ConsistencyError):
    """A process that checked articles was killed, so nothing can be said of the corpus."""

    exit_code = 4


@dataclass(frozen=True, order=True)
class RuleMistake:
    """One mistake in a rule file; line and column are 1-based."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class RuleError(ConsistencyError):
    """Files that people write - rules, silences - are wrong; all mistakes at once."""

    def __init__(self, mistakes: list[RuleMistake]) -> None:
        self.mistakes = sorted(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))
