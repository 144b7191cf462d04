"""Blueprints of timed rounds: what is drawn from where, and for how long; imports the standard library and pydantic only.

A round is a clock and parts. A part says how its tasks are drawn; which ones, is drawn by seed in `services.mock.plan`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from interview_cli.domain.items.question import ConceptId, ItemId, Text

ROUND_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"

Kind = Literal["formula", "numeric", "choice", "bug", "ordering", "matching", "recall"]
Form = Literal["fact", "derivation", "contrast", "story", "pitch", "scenario", "critique", "defense"]
Section = Annotated[int, Field(ge=0, le=23)]
Minutes = Annotated[float, Field(gt=0, le=120)]
Count = Annotated[int, Field(ge=1, le=30)]
Seconds = Annotated[int, Field(gt=0, le=3600)]


class Pace(StrEnum):
    """How long a round takes: as in an interview, or its shape in a fifth of the time."""

    FULL = "full"
    QUICK = "quick"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class _Part(_Strict):
    name: Text
    minutes: Minutes
    quick_minutes: Minutes

    def minutes_at(self, pace: Pace) -> float:
        """How long the part should take; the round's clock does not enforce it."""
        return self.quick_minutes if pace is Pace.QUICK else self.minutes


class Pool(_Strict):
    """The questions of the bank that a part draws from: all that fit what is given; nothing given admits all."""

    sections: tuple[Section, ...] = ()
    concepts: tuple[ConceptId, ...] = ()
    kinds: tuple[Kind, ...] = ()
    forms: tuple[Form, ...] = ()


class _Counted(_Part):
    count: Count
    quick_count: Count
    pool: Pool

    def count_at(self, pace: Pace) -> int:
        """How many are asked at most."""
        return self.quick_count if pace is Pace.QUICK else self.count


class ItemsPart(_Counted):
    """So many questions, in an order of chance. `seconds`: each is collected when they are over."""

    draw: Literal["items"]
    seconds: Seconds | None = None


class RisingPart(_Counted):
    """Questions whose level follows the answers, and follow-ups where an answer is strong."""

    draw: Literal["rising"]


class CodePart(_Part):
    """One coding problem: `algorithm` for those of a named pattern, `applied` for all others.

    `planted`: code to repair, which an applied one may be, too.
    """

    draw: Literal["code"]
    problems: Literal["algorithm", "applied", "planted"]


class DivePart(_Part):
    """One of the user's papers, from its claim downwards."""

    draw: Literal["dive"]


class Brief(_Strict):
    """A product to design: a design item under a demand of its own, with what that demand adds to checklists."""

    id: Annotated[str, Field(pattern=ROUND_ID)]
    design: ItemId
    demand: Text
    adds: dict[str, tuple[Text, ...]] = {}
    """Checklist entries by the name of their phase."""


class DesignPart(_Part):
    """One product, phase by phase: a design item of the bank as it stands, or under one of the briefs."""

    draw: Literal["design"]
    estimates: Count = 2
    quick_estimates: Count = 1
    briefs: tuple[Brief, ...] = ()


class PitchPart(_Part):
    """One's own work at several lengths, in seconds."""

    draw: Literal["pitch"]
    lengths: Annotated[tuple[Seconds, ...], Field(min_length=1)]
    quick_lengths: Annotated[tuple[Seconds, ...], Field(min_length=1)]

    def lengths_at(self, pace: Pace) -> tuple[int, ...]:
        """The lengths that are pitched."""
        return self.quick_lengths if pace is Pace.QUICK else self.lengths


AnyPart = ItemsPart | RisingPart | CodePart | DivePart | DesignPart | PitchPart
Part = Annotated[AnyPart, Field(discriminator="draw")]


class Weights(_Strict):
    """How much each dimension of the scorecard counts in this round."""

    correctness: Annotated[float, Field(ge=0)]
    depth: Annotated[float, Field(ge=0)]
    communication: Annotated[float, Field(ge=0)]
    speed: Annotated[float, Field(ge=0)]

    @model_validator(mode="after")
    def _some(self) -> Weights:
        if not self.correctness + self.depth + self.communication + self.speed:
            raise ValueError("give at least one dimension a weight above 0")
        return self


class Blueprint(_Strict):
    """One round. `habits` are what a listener would notice; the user ticks them when the clock has stopped.

    `in_loop`: whether it is one of those that an interview of all rounds holds.
    """

    id: Annotated[str, Field(pattern=ROUND_ID)]
    title: Text
    about: Text
    minutes: Minutes
    quick_minutes: Minutes
    concepts: Annotated[tuple[ConceptId, ...], Field(min_length=1)]
    weights: Weights
    habits: Annotated[tuple[Text, ...], Field(min_length=1, max_length=9)]
    parts: Annotated[tuple[Part, ...], Field(min_length=1)]
    in_loop: bool = True

    @model_validator(mode="after")
    def _parts_fill_the_round(self) -> Blueprint:
        if len({part.name for part in self.parts}) < len(self.parts):
            raise ValueError("two parts have the same name")
        for pace in Pace:
            total = sum(part.minutes_at(pace) for part in self.parts)
            if abs(total - self.minutes_at(pace)) > 1e-6:
                raise ValueError(f"the {pace} parts take {total:g} minutes, the {pace} round {self.minutes_at(pace):g}")
        return self

    def minutes_at(self, pace: Pace) -> float:
        """The clock of the round."""
        return self.quick_minutes if pace is Pace.QUICK else self.minutes
