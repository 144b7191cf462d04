"""What a mock interview is at any moment: its tasks, its steps, and what it works with; the domain only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from interview_cli.domain.history.event import Event, NewIds
from interview_cli.domain.items.question import AnyItem, Bank, ItemId, KeyPoint
from interview_cli.domain.items.shown import Shown
from interview_cli.domain.ports import Clock, EventLog
from interview_cli.domain.rounds.blueprint import Blueprint, Pace
from interview_cli.domain.rounds.paper import Paper
from interview_cli.domain.rounds.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Means:
    """What a mock interview works with.

    `present` shows an item under a seed; `landed` are the problems that can be graded; `papers` are the user's own.
    """

    bank: Bank
    log: EventLog
    clock: Clock
    ids: NewIds
    landed: frozenset[str]
    present: Callable[[AnyItem, int], Shown]
    blueprints: Mapping[str, Blueprint]
    papers: Sequence[Paper]


@dataclass(frozen=True, slots=True)
class Request:
    """What the user asks: rounds in their order, by id; `papers` are the ids of those that may be asked about."""

    rounds: tuple[str, ...]
    pace: Pace
    seed: int
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class About:
    """What tasks of all kinds have.

    `seconds` is the budget; with `is_clocked` the task is collected when they are over. `drill` are the items that teach
    what it asks; `is_deep` and `is_told` as in `scorecard.Outcome`.
    """

    id: str
    part: str
    title: str
    seconds: float
    seed: int
    level: int = 2
    depth: int = 0
    is_clocked: bool = False
    is_deep: bool = False
    is_told: bool = False
    drill: tuple[ItemId, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """A question that the program marks."""

    about: About


@dataclass(frozen=True, slots=True)
class Coding:
    """A coding problem."""

    about: About


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question that is answered aloud; the user ticks what was said. `what`: recall, paper, phase or pitch.

    `word_budget`: words that fit into the time, 0 where none is set.
    """

    about: About
    what: str
    prompt: str
    points: tuple[KeyPoint, ...]
    word_budget: int = 0


Task = Marked | Coding | Spoken

HABITS = "habits"
"""The task that stands for the ticking of habits at the end of a round."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A round that waits for its beginning: the clock does not run. `number` counts from 1.

    `lacks` says what the bank has too little of.
    """

    blueprint: Blueprint
    pace: Pace
    number: int
    total: int
    lacks: tuple[str, ...] = ()

    @property
    def minutes(self) -> float:
        """The clock of the round."""
        return self.blueprint.minutes_at(self.pace)


@dataclass(frozen=True, slots=True)
class Asked:
    """A task that waits for its answer.

    `number` counts from 1, up to `planned` where the round has so many tasks at most; `attempts` are what was graded;
    `hints` were taken.
    """

    task: Task
    shown: Shown | None
    number: int
    planned: int | None
    attempts: tuple[Event, ...] = ()
    hints: int = 0


@dataclass(frozen=True, slots=True)
class Ticking:
    """A spoken answer whose key points wait to be ticked: the clock may run, but nothing is collected.

    `ticked` are those of them, by index, that were ticked before the list was left.
    """

    task: Spoken
    said: str
    is_collected: bool
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Debrief:
    """The clock has stopped; the habits wait to be ticked, some of which, by index, were before the list was left."""

    blueprint: Blueprint
    ticked: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class RoundOver:
    """The round's card, the card of the last such round before it, and the cards of this interview so far."""

    id: str
    card: Scorecard
    earlier: Scorecard | None
    is_last: bool
    held: tuple[Scorecard, ...]


@dataclass(frozen=True, slots=True)
class Over:
    """The end."""


Step = Ready | Asked | Ticking | Debrief | RoundOver | Over


@dataclass(frozen=True, slots=True)
class Left:
    """Seconds left, of the task where it is clocked and of the round; below 0: over."""

    task: float | None
    round: float

    @property
    def seconds(self) -> float:
        """Until something is collected."""
        return self.round if self.task is None else min(self.task, self.round)


def task_as_json(task: Task) -> dict[str, Any]:
    """As the log keeps it, so that a round goes on as it was, whatever the bank says by then."""
    about = task.about
    held: dict[str, Any] = {
        "id": about.id,
        "part": about.part,
        "title": about.title,
        "seconds": about.seconds,
        "seed": about.seed,
        "level": about.level,
        "depth": about.depth,
        "clocked": about.is_clocked,
        "deep": about.is_deep,
        "told": about.is_told,
        "drill": list(about.drill),
    }
    match task:
        case Marked():
            return held | {"task": "marked"}
        case Coding():
            return held | {"task": "coding"}
        case Spoken():
            points = [{"text": point.text, "essential": point.essential} for point in task.points]
            spoken = {"what": task.what, "prompt": task.prompt, "points": points, "word_budget": task.word_budget}
            return held | {"task": "spoken"} | spoken


def task_of_json(held: Any) -> Task | None:
    """None where it is none."""
    try:
        about = About(
            id=str(held["id"]),
            part=str(held["part"]),
            title=str(held["title"]),
            seconds=float(held["seconds"]),
            seed=int(held["seed"]),
            level=int(held["level"]),
            depth=int(held["depth"]),
            is_clocked=bool(held["clocked"]),
            is_deep=bool(held["deep"]),
            is_told=bool(held["told"]),
            drill=tuple(map(str, held["drill"])),
        )
        if held["task"] == "spoken":
            points = tuple(KeyPoint.model_validate(point) for point in held["points"])
            return Spoken(about, str(held["what"]), str(held["prompt"]), points, int(held["word_budget"]))
        return Coding(about) if held["task"] == "coding" else Marked(about)
    except (KeyError, TypeError, ValueError):
        return None
