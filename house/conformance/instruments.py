"""How an instrument of others is run and its verdict read."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from house import setup
from house.conformance.verdicts import Verdict, judge, not_run

SECONDS_FOR_ONE = 300


@dataclass(frozen=True, slots=True)
class Instrument:
    """A program that ends with 0 when all is well.

    Attributes:
        check: the name its verdicts carry.
        command: how it is started; what is looked at comes after.
        program: the file without which it cannot run.
        folder: where it runs.
        environment: what it needs beside our own environment.
        marks: how lines begin that say what is wrong; without marks every line does.
    """

    check: str
    command: tuple[str | Path, ...]
    program: Path
    folder: Path = setup.ROOT
    environment: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[str, ...] = ()

    def look(self, about: str, *arguments: str) -> Verdict:
        """Run it and read its verdict."""
        about = unquote(about)
        if not self.program.exists():
            return not_run(self.check, about, f"{self.program.name} is not there")
        try:
            done = subprocess.run(
                [*self.command, *arguments],
                cwd=self.folder,
                env={**os.environ, **self.environment},
                capture_output=True,
                text=True,
                timeout=SECONDS_FOR_ONE,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return not_run(self.check, about, f"no outcome within {SECONDS_FOR_ONE} s")
        return self.read(about, done)

    def read(self, about: str, done: subprocess.CompletedProcess[str]) -> Verdict:
        """The verdict of a run that has ended; one that broke down without saying what is wrong could not run."""
        if done.returncode == 0:
            return judge(self.check, about, [])
        said = [line.strip() for line in done.stdout.splitlines() if line.strip()]
        if not self.marks:
            said += done.stderr.strip().splitlines()[-3:]
        findings = [line for line in said if not self.marks or line.startswith(self.marks)]
        if findings:
            return judge(self.check, about, findings)
        return not_run(self.check, about, " ".join(done.stderr.split()[-60:]) or f"it ended with {done.returncode}")
