"""What a check found, and how that is told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Outcome = Literal["passed", "failed", "could not run", "signal"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one check on one thing.

    Attributes:
        check: name of the check.
        about: what was looked at, a page or a file.
        outcome: ``signal`` is for instruments that can only hint; it does not fail the run.
        findings: what was wrong, or why it could not run.
    """

    check: str
    about: str
    outcome: Outcome
    findings: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """The verdict on a line of its own, its findings indented below; a lone reason stays on the line."""
        line = f"{self.outcome:14}{self.check:16}{self.about}"
        if self.outcome == "could not run" and len(self.findings) == 1:
            return [f"{line}: {self.findings[0]}"]
        return [line, *(f"{'':16}{finding}" for finding in self.findings)]


def judge(check: str, about: str, findings: Sequence[str]) -> Verdict:
    """Passed without findings, else failed."""
    return Verdict(check, about, "failed" if findings else "passed", tuple(findings))


def as_signal(verdict: Verdict, *, without: str) -> Verdict:
    """The same verdict, where a failure is only a signal; a text that says nothing is left out of its findings."""
    outcome = "signal" if verdict.outcome == "failed" else verdict.outcome
    return replace(verdict, outcome=outcome, findings=tuple(line.replace(without, "") for line in verdict.findings))


def not_run(check: str, about: str, why: str) -> Verdict:
    """A check that could not be done, with the reason."""
    return Verdict(check, about, "could not run", (why,))


def summary(verdicts: Iterable[Verdict]) -> str:
    """How many of each, in one line."""
    counts: dict[Outcome, int] = {"passed": 0, "failed": 0, "could not run": 0, "signal": 0}
    for verdict in verdicts:
        counts[verdict.outcome] += 1
    return ", ".join(f"{count} {outcome}" for outcome, count in counts.items())


def tell(verdicts: Iterable[Verdict], say: Callable[[str], None]) -> list[Verdict]:
    """Say every verdict as soon as it is there, and return them all."""
    told = []
    for verdict in verdicts:
        for line in verdict.lines():
            say(line)
        told.append(verdict)
    return told
