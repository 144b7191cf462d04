"""What is shown after the answer: the right one, key points, known wrong ones, the reason; imports the domain only.

What reads formulas is imported when one is to be shown: a drill that begins should not wait for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from interview_cli.domain.items.question import (
    AnyItem,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    KeyPoint,
    Matching,
    Numeric,
    Ordering,
    Recall,
)
from interview_cli.domain.items.shown import draw, filled, shown_options
from interview_cli.domain.marking import expected_answer


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """An answer that people give, the name of the slip where it has one, and what it reveals."""

    answer: str
    slip: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Reveal:
    """`answer`: as one would type it under the seed, None where no machine marks. `reference`: a problem's page.

    `worked`: how a number follows from those of the question, "" for all else.
    """

    answer: str | None
    key_points: tuple[KeyPoint, ...]
    why: str
    wrong: tuple[WrongAnswer, ...]
    reference: str | None
    worked: str = ""

    def as_json(self) -> dict[str, Any]:
        """The keys that `show --answer --json` adds."""
        return {
            "answer": self.answer,
            "key_points": [{"text": point.text, "essential": point.essential} for point in self.key_points],
            "why": self.why,
            "wrong": [{"answer": wrong.answer, "slip": wrong.slip, "why": wrong.why} for wrong in self.wrong],
            "reference": self.reference,
        }


def reveal(item: AnyItem, seed: int, reference: str | None = None) -> Reveal:
    """What belongs under the item after it was answered under this seed."""
    values = draw(item, seed) if isinstance(item, Numeric) else {}
    return Reveal(
        answer=expected_answer(item, seed),
        key_points=_key_points(item),
        why=_why(item, seed, values),
        wrong=_wrong(item, seed),
        reference=reference,
        worked=_worked(item, seed),
    )


def _why(item: AnyItem, seed: int, values: Mapping[str, float]) -> str:
    """Why the right options are right, then what a good teacher adds."""
    right = {}
    if isinstance(item, Choice | Bug):
        right = {key: option.why for key, option in shown_options(item, seed).items() if option.correct and option.why}
    reasons = [reason if len(right) == 1 else f"{key}: {reason}" for key, reason in right.items()]
    return "\n\n".join([*reasons, filled(item.why, values)]).strip()


def _worked(item: AnyItem, seed: int) -> str:
    if not isinstance(item, Numeric) or not item.parameters:
        return ""
    from interview_cli.domain.marking.numeric import worked_out

    return worked_out(item, seed)


def _key_points(item: AnyItem) -> tuple[KeyPoint, ...]:
    """A design's checklist counts as its key points, each with the name of its phase."""
    match item:
        case Recall(key_points=points):
            return points
        case Design(phases=phases):
            return tuple(KeyPoint(text=f"{phase.name}: {text}") for phase in phases for text in phase.checklist)
        case _:
            return ()


def _wrong(item: AnyItem, seed: int) -> tuple[WrongAnswer, ...]:
    match item:
        case Formula():
            from interview_cli.domain.marking.formula import written_form

            return tuple(
                WrongAnswer(f"`{written_form(item, wrong.form)}`", wrong.slip, wrong.why) for wrong in item.wrong
            )
        case Numeric():
            from interview_cli.domain.marking.numeric import value_of
            from interview_cli.domain.marking.writing import format_quantity

            values = draw(item, seed)
            return tuple(
                WrongAnswer(
                    format_quantity(value_of(item, wrong.form, values), item.unit),
                    wrong.slip,
                    filled(wrong.why, values),
                )
                for wrong in item.wrong
            )
        case Choice() | Bug():
            options = shown_options(item, seed).items()
            return tuple(
                WrongAnswer(f"{key}) {option.text}", option.slip, option.why)
                for key, option in options
                if not option.correct
            )
        case Recall():
            return tuple(WrongAnswer(pitfall, None, "") for pitfall in item.pitfalls)
        case Ordering() | Matching() | Design() | Code() | Debug():
            return ()
        case _:
            assert_never(item)
