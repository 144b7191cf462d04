"""What the calls of an answer returned, on its way into the form that was asked for. Imports no library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Step = Callable[[Any], tuple[Any, str]]
"""A result in another form, and what is said of that."""


class Came:
    """The results of all calls, which are read in the same way, and what is said of how they are read."""

    def __init__(self, results: list[Any], said: str) -> None:
        self.results, self.said = results, said

    def put(self, step: Step) -> None:
        """Put each through the step; what is said of it stands where nothing was said before."""
        said = self._through(step)
        self.said = self.said or said

    def add(self, step: Step) -> None:
        """Put each through the step; what is said of it stands beside what is said already."""
        self.said = "; ".join(filter(None, (self.said, self._through(step))))

    def _through(self, step: Step) -> str:
        pairs = [step(result) for result in self.results]
        self.results = [result for result, _ in pairs]
        return pairs[0][1]
