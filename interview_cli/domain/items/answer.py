"""What the program decides about an answer; imports the standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MAX_ANSWER_BYTES = 64 * 1024
"""More than that is no answer; of what was typed, the log keeps so much."""

NOT_GIVEN = "You gave no answer."


class Mark(StrEnum):
    """The program's word on one answer."""

    RIGHT = "right"
    PARTIAL = "partial"
    WRONG = "wrong"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked answer: `score` in 0..1, what was understood, the known wrong form that it matches, and what was expected."""

    mark: Mark
    score: float
    message: str
    read_as: str | None = None
    slip: str | None = None
    expected: str | None = None

    @classmethod
    def right(cls, message: str = "right", *, read_as: str | None = None, expected: str | None = None) -> Marked:
        """A right answer."""
        return cls(Mark.RIGHT, 1.0, message, read_as, None, expected)

    @classmethod
    def wrong(
        cls, message: str, *, read_as: str | None = None, slip: str | None = None, expected: str | None = None
    ) -> Marked:
        """A wrong answer, with the slip where one is recognised."""
        return cls(Mark.WRONG, 0.0, message, read_as, slip, expected)

    @classmethod
    def not_given(cls, *, expected: str | None = None) -> Marked:
        """No answer: the user asked to see it. It counts as a wrong one, and is not called one."""
        return cls.wrong(NOT_GIVEN, expected=expected)

    @property
    def is_given(self) -> bool:
        """Whether there was an answer to be marked."""
        return self.message != NOT_GIVEN

    @classmethod
    def unreadable(cls, message: str) -> Marked:
        """An answer that could not be understood: it is asked again, and does not count."""
        return cls(Mark.UNREADABLE, 0.0, message)
