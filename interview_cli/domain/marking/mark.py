"""Marks an answer by the kind of its item; imports the domain only.

What reads formulas is imported when one is to be read: a drill that begins should not wait for it.
"""

from __future__ import annotations

from typing import assert_never

from interview_cli.domain.errors import UsageError
from interview_cli.domain.items.answer import MAX_ANSWER_BYTES, Marked
from interview_cli.domain.items.question import (
    MACHINE_MARKED,
    AnyItem,
    Bug,
    Choice,
    Code,
    Debug,
    Design,
    Formula,
    Matching,
    Numeric,
    Ordering,
    Recall,
)
from interview_cli.domain.marking.choice import expected_choice, mark_choice
from interview_cli.domain.marking.keys import CannotReadError
from interview_cli.domain.marking.matching import expected_matching, mark_matching
from interview_cli.domain.marking.ordering import expected_ordering, mark_ordering


def mark(item: AnyItem, answer: str, seed: int) -> Marked:
    """The program's word on an answer to the item as it is shown under this seed.

    Raises: UsageError for items that no machine marks.
    """
    if len(answer) > MAX_ANSWER_BYTES and item.kind in MACHINE_MARKED:
        return Marked.unreadable(f"it's longer than {MAX_ANSWER_BYTES >> 10} KiB")
    try:
        return _mark(item, answer, seed)
    except CannotReadError as error:
        return Marked.unreadable(error.message)


def expected_answer(item: AnyItem, seed: int) -> str | None:
    """The right answer as one would type it under this seed; None where no machine marks."""
    match item:
        case Formula():
            from interview_cli.domain.marking.formula import expected_formula

            return expected_formula(item)
        case Numeric():
            from interview_cli.domain.marking.numeric import expected_number

            return expected_number(item, seed)
        case Choice() | Bug():
            return expected_choice(item, seed)
        case Ordering():
            return expected_ordering(item, seed)
        case Matching():
            return expected_matching(item, seed)
        case Recall() | Design() | Code() | Debug():
            return None
        case _:
            assert_never(item)


def _mark(item: AnyItem, answer: str, seed: int) -> Marked:
    match item:
        case Formula():
            from interview_cli.domain.marking.formula import mark_formula

            return mark_formula(item, answer)
        case Numeric():
            from interview_cli.domain.marking.numeric import mark_numeric

            return mark_numeric(item, answer, seed)
        case Choice() | Bug():
            return mark_choice(item, answer, seed)
        case Ordering():
            return mark_ordering(item, answer, seed)
        case Matching():
            return mark_matching(item, answer, seed)
        case Recall() | Design():
            hint = "answer it in `interview drill`, where you tick the points you made"
            raise UsageError(f"the program can't mark {item.id}: you mark it yourself", hint=hint)
        case Code():
            hint = f"grade a file with `interview grade {item.id} FILE`"
            raise UsageError(f"the program can't mark {item.id} from text", hint=hint)
        case Debug():
            hint = f"repair its file with `interview debug {item.problem}`"
            raise UsageError(f"the program can't mark {item.id} from text", hint=hint)
        case _:
            assert_never(item)
