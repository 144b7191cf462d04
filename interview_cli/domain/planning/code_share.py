"""How much of the minutes code takes: the user's choice, since questions that are not asked pay for it; the domain only.

A problem takes as long as five questions, so that by what is recalled for a minute none would ever be asked; and yet one round of
an interview is code. Over some days its minutes are the share asked for: what one day was too short for is saved up for another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from interview_cli.domain.memory.states import HasCourse

CODE_SHARE = 0.2
"""Until the user says otherwise: one round of five is code."""

SETTING = "code-share"

SAVED_DAYS = 7
"""The minutes of so many days may go into one problem."""


def code_share(settings: Mapping[str, Any]) -> float:
    """What the user set, else `CODE_SHARE`."""
    value = settings.get(SETTING)
    return float(value) if isinstance(value, int | float) and 0 <= value <= 1 else CODE_SHARE


def days_saved(code: Iterable[HasCourse], others: Iterable[HasCourse], today: date) -> int:
    """How many days' minutes for code may be spent today: 1, and one more for each day before without any.

    Days before the first practice at all save nothing.
    """
    practised = [course.last for course in code if course.last < today]
    if practised:
        return min((today - max(practised)).days, SAVED_DAYS)
    begun = min((course.first for course in others), default=today)
    return min(max((today - begun).days, 0) + 1, SAVED_DAYS)
