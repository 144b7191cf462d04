"""Planted code as a value, and what a repair of it has come to. Standard library only."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

UNLISTED = "debug-"
"""How the name begins under which the log keeps exercises on code of which the bank has no item."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake in planted code.

    `file` is "" where there is one alone; `line` counts from 1 in it as it was given; `wrong` stands there, `right`
    belongs there. `fails` are the checks that this mistake fails alone, at least one. `shows`: in training; `find`: how
    one finds it.
    """

    name: str
    kind: str
    file: str
    line: int
    function: str
    wrong: str
    right: str
    does: str
    should: str
    fails: tuple[str, ...]
    shows: str
    find: str

    def as_json(self) -> dict[str, Any]:
        """What is kept of it."""
        return {name: getattr(self, name) for name in self.__slots__} | {"fails": list(self.fails)}

    @classmethod
    def of_json(cls, held: Mapping[str, Any]) -> Mistake:
        """The inverse. Raises: KeyError, ValueError."""
        texts = {name: str(held[name]) for name in cls.__slots__ if name not in ("line", "fails")}
        fails = tuple(map(str, held["fails"]))
        if not fails:
            raise ValueError("a mistake that fails no check")
        return cls(**texts, line=int(held["line"]), fails=fails)


@dataclass(frozen=True, slots=True)
class Planting:
    """Code that runs and holds several mistakes. `checks` is how many checks it is judged by."""

    problem: str
    seed: int
    mistakes: tuple[Mistake, ...]
    files: Mapping[str, str]
    checks: int

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """Name and kind of each mistake."""
        return tuple((mistake.name, mistake.kind) for mistake in self.mistakes)

    @property
    def names(self) -> tuple[str, ...]:
        """The mistakes by name."""
        return tuple(mistake.name for mistake in self.mistakes)

    @property
    def is_project(self) -> bool:
        """Whether it is several files that train together; else one file of a problem."""
        return len(self.files) > 1

    @property
    def source(self) -> str:
        """The code of a planting of one file."""
        (text,) = self.files.values()
        return text

    def as_json(self) -> dict[str, Any]:
        """What the log keeps, so that the exercise goes on where it was."""
        return {
            "problem": self.problem,
            "seed": self.seed,
            "mistakes": [mistake.as_json() for mistake in self.mistakes],
            "files": dict(self.files),
            "checks": self.checks,
        }

    @classmethod
    def of_json(cls, held: Mapping[str, Any]) -> Planting:
        """The inverse. Raises: KeyError, ValueError, TypeError, AttributeError for what is no planting."""
        files = {str(name): str(text) for name, text in held["files"].items()}
        if not files or not held["mistakes"]:
            raise ValueError("a planting without files or mistakes")
        mistakes = tuple(Mistake.of_json(each) for each in held["mistakes"])
        return cls(str(held["problem"]), int(held["seed"]), mistakes, files, int(held["checks"]))


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a repair is: the mistakes that are left, by name; `other` says what else is wrong, "" if nothing.

    `kinds`: name and kind of all that were planted. `is_known` is false of a file that could not be run, of which nothing
    can be counted. `unsure` are those of the `left` that what else is wrong may only hide.
    """

    kinds: tuple[tuple[str, str], ...]
    left: tuple[str, ...]
    other: str = ""
    is_known: bool = True
    unsure: tuple[str, ...] = ()

    @property
    def planted(self) -> int:
        """How many there were."""
        return len(self.kinds)

    @property
    def fixed(self) -> int:
        """How many of the mistakes are gone."""
        return self.planted - len(self.left)

    @property
    def is_done(self) -> bool:
        """Whether nothing is wrong any more."""
        return self.is_known and not self.left and not self.other

    def after(self, before: Collection[str]) -> Standing:
        """The same after a file that held these mistakes: what cannot be told is as it was."""
        left = tuple(name for name in self.left if name in before or name not in self.unsure)
        return replace(self, left=left, unsure=())

    def as_json(self) -> dict[str, Any]:
        """As the grading process tells it."""
        return {
            "left": list(self.left),
            "other": self.other,
            "is_known": self.is_known,
            "unsure": list(self.unsure),
        }

    @classmethod
    def of_json(cls, held: Mapping[str, Any], kinds: tuple[tuple[str, str], ...]) -> Standing:
        """The inverse."""
        left, unsure = tuple(map(str, held["left"])), tuple(map(str, held["unsure"]))
        return cls(kinds, left, str(held["other"]), bool(held["is_known"]), unsure)

    @classmethod
    def unknown(cls, planting: Planting, why: str) -> Standing:
        """That of a file that could not be run: nothing counts as fixed."""
        return cls(planting.kinds, planting.names, why, is_known=False)


def headed(planting: Planting, comment: str) -> Planting:
    """The same planting with a comment before its code; of several files they stay as they are."""
    if len(planting.files) != 1:
        return planting
    ((name, text),) = planting.files.items()
    above = comment.count("\n")
    mistakes = tuple(replace(mistake, line=mistake.line + above) for mistake in planting.mistakes)
    return replace(planting, files={name: comment + text}, mistakes=mistakes)


def something_else(check: str, why: str) -> str:
    """What is said of a check that no mistake explains."""
    return f'The check "{check}" fails: {why}'


def standing_by_checks(planting: Planting, failing: Mapping[str, str]) -> Standing:
    """What is left of a project's mistakes, from what fails, by the name of the check with its message.

    A mistake is left if all fails that it fails alone. What fails beside is something else.
    """
    left = [mistake for mistake in planting.mistakes if failing.keys() >= set(mistake.fails)]
    explained = {check for mistake in left for check in mistake.fails}
    other = next((something_else(name, why) for name, why in failing.items() if name not in explained), "")
    return Standing(planting.kinds, tuple(mistake.name for mistake in left), other)
