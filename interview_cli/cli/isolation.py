"""Says at the first grade which layers of isolation this machine lacks, and asks first where the user wants that.

Nothing is refused for a missing layer: what is open is said once for each home, and again when it changes.
"""

from __future__ import annotations

import contextlib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from interview_cli.domain.errors import UnavailableError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from interview_cli.domain.items.verdict import Verdict
    from interview_cli.domain.plantings.planting import Planting
    from interview_cli.grading.host.client import GradingClient
    from interview_cli.ui.terminal import Terminal

SET_IN = "to grade without asking, remove `grade.confirm_when_open` from config.toml"


@dataclass
class FrankGrader:
    """A grading client that is frank about what is open. `said_in` remembers what was said; `asks_first`: see above."""

    client: GradingClient
    terminal: Terminal
    environment: Mapping[str, str]
    said_in: Path
    asks_first: bool

    def warm(self) -> None:
        """See `Grader.warm`."""
        self.client.warm()

    def plant(self, problem: str, bugs: int, seed: int) -> Planting:
        """See `Grader.plant`."""
        return self.client.plant(problem, bugs, seed)

    def grade(self, problem: str, source: str, *, file: str, seed: int, planting: Planting | None = None) -> Verdict:
        """See `Grader.grade`. Raises: UnavailableError also where the user, asked first, did not agree."""
        if self.asks_first:
            self.asks_first = False
            self._ask()
        verdict = self.client.grade(problem, source, file=file, seed=seed, planting=planting)
        self._say_once(self.client.open_layers)
        return verdict

    def repair(self, planting: Planting, files: Mapping[str, str], *, file: str) -> Verdict:
        """See `Grader.repair`."""
        if self.asks_first:
            self.asks_first = False
            self._ask()
        verdict = self.client.repair(planting, files, file=file)
        self._say_once(self.client.open_layers)
        return verdict

    def close(self) -> None:
        """See `Grader.close`."""
        self.client.close()

    def _ask(self) -> None:
        open_ = layers_missing_here(self.environment)
        if not open_:
            return
        if not self.terminal.can_ask:
            raise UnavailableError(f"can't ask you here, and {could(open_)}", hint=SET_IN)
        self.terminal.note(f"The sandbox isn't complete: {could(open_)}.")
        self.terminal.stderr.write("Grade anyway? [y/N] ")
        self.terminal.stderr.flush()
        if self.terminal.stdin.readline().strip().lower() not in ("y", "yes"):
            raise UnavailableError("not graded, because you said no", hint=SET_IN)
        self._remember(open_)

    def _say_once(self, open_: Sequence[str]) -> None:
        if not open_ or self._was_said(open_):
            return
        self.terminal.note(f"note: {could(open_)}. For details: interview doctor")
        self._remember(open_)

    def _was_said(self, open_: Sequence[str]) -> bool:
        with contextlib.suppress(OSError, UnicodeDecodeError):
            return self.said_in.read_text(encoding="utf-8").split() == list(open_)
        return False

    def _remember(self, open_: Sequence[str]) -> None:
        with contextlib.suppress(OSError):  # then it is said again
            self.said_in.parent.mkdir(parents=True, exist_ok=True)
            self.said_in.write_text(" ".join(open_) + "\n", encoding="utf-8")


def could(open_: Sequence[str]) -> str:
    """What a solution could do, in one sentence."""
    from interview_cli.grading.confinement.lockdown import STOPS

    return "on this machine a solution could " + "; ".join(STOPS.get(layer, f"do without {layer}") for layer in open_)


def layers_missing_here(environment: Mapping[str, str]) -> tuple[str, ...]:
    """The layers that a process here would be without, tried in a process of their own. Raises: UnavailableError."""
    import json
    import subprocess

    from interview_cli.grading.confinement.lockdown import open_layers
    from interview_cli.grading.confinement.surroundings import clean_environment

    command = [sys.executable, "-I", "-m", "interview_cli.grading.host.probe", "--layers"]
    tried = subprocess.run(command, env=clean_environment(environment), capture_output=True, check=False)
    try:
        return open_layers(json.loads(tried.stdout))
    except ValueError:
        raise UnavailableError("the sandbox can't be tested", hint="for details: interview doctor") from None
