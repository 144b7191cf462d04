"""What a desk keeps of the debugging exercises of a drill or a round: the planted code; and the next hint on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from interview_cli.domain.items.shown import Shown
from interview_cli.domain.plantings.hints import hint_on, next_to_hint_at, steps_given
from interview_cli.domain.plantings.planting import Planting, headed
from interview_cli.domain.ports import Grader
from interview_cli.services.code.debugging import planted_by
from interview_cli.ui.asking.editor import beginning
from interview_cli.ui.code.planted_files import PlantedFiles
from interview_cli.ui.text.one_line_formulas import plain_side

Save = tuple[int, Collection[str]]
"""A graded file: how many hints came before it, and the mistakes that it left."""


@dataclass
class PlantedCode:
    """Plants each exercise once: the same item and seed give the same code, also after the program was ended."""

    _plantings: dict[tuple[str, int], tuple[Planting, str]] = field(default_factory=dict)

    def planting(self, shown: Shown, grader: Grader) -> Planting:
        """The mistakes of an exercise, with their lines in its file. Raises: what `Grader.plant` raises."""
        return self._planted(shown, grader)[0]

    def _planted(self, shown: Shown, grader: Grader) -> tuple[Planting, str]:
        key = (shown.item, shown.seed)
        if key not in self._plantings:
            assert shown.planted is not None
            problem, bugs = shown.planted
            planting = planted_by(grader, problem, shown.seed, usual=bugs)
            code = "" if planting.is_project else planting.source
            self._plantings[key] = headed(planting, beginning(replace(_in_plain_words(shown), stub=""))), code
        return self._plantings[key]

    def with_code(self, shown: Shown, grader: Grader) -> Shown:
        """The exercise with its code, which begins its file; of anything else nothing is changed."""
        if shown.planted is None:
            return shown
        _, code = self._planted(shown, grader)
        return replace(_in_plain_words(shown), stub=code)

    def project(self, shown: Shown, grader: Grader, solutions: Path) -> PlantedFiles | None:
        """The files of an exercise of several; None for any other."""
        if shown.planted is None or not (planting := self.planting(shown, grader)).is_project:
            return None
        return PlantedFiles(solutions / f"{shown.item}-{shown.seed}", planting)

    def hint(self, shown: Shown, saves: Sequence[Save], taken: int, grader: Grader) -> str | None:
        """The next hint on the first mistake that the last save left, of all before the first; None if there is no more.

        `taken` is how many there were, some of them perhaps before the program was ended.
        """
        planting = self.planting(shown, grader)
        steps = steps_given(planting.names, saves, taken)
        name = next_to_hint_at(planting.names, saves[-1][1] if saves else planting.names, steps)
        mistakes = (mistake for mistake in planting.mistakes if mistake.name == name)
        return next((hint_on(mistake, steps[mistake.name]) for mistake in mistakes), None)


def _in_plain_words(shown: Shown) -> Shown:
    """With formulas as one types them, since comments in a file show no others."""
    return replace(shown, prompt="\n\n".join(plain_side(text) for text in shown.prompt.split("\n\n")))
