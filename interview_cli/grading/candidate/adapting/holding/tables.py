"""Functions that take the tables of a noise schedule where a problem gives the schedule. Imports torch.

`q_sample(x0, t, sqrt_alphas_cumprod, sqrt_one_minus_alphas_cumprod, noise)` for `q_sample(x0, t, eps, alphas_bar)`: the
names say how each table follows from what is given.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.asked import as_asked
from interview_cli.grading.candidate.adapting.holding.lending import in_steps
from interview_cli.grading.candidate.adapting.holding.remaking import schedule_among
from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.names.schedules import tables_beside
from interview_cli.grading.candidate.matching.names.words import enumerated
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, never_read, nodes_of
from interview_cli.grading.candidate.matching.syntax.functions import looked_up_in_place
from interview_cli.grading.candidate.matching.syntax.lookups import copies_of


class OfTables:
    """A function as the problem calls it: with the schedule in the place of its first table."""

    def __init__(
        self, function: types.FunctionType, tables: Mapping[str, list[str]], schedule: str, asked: Parameters
    ) -> None:
        self.function, self.tables, self.schedule = function, tables, schedule
        own = inspect.signature(function).parameters
        place = schedule if schedule in tables else next(iter(tables))
        shown = [one for name, one in own.items() if name == place or name not in tables]
        shown = [one.replace(name=schedule) if one.name == place else one for one in shown]
        self.__signature__ = as_asked(shown, asked)
        self.__name__ = function.__name__
        self.__wrapped__ = function

    @property
    def note(self) -> str:
        """What the user is told of it."""
        made = [name for name in self.tables if name != self.schedule]
        are_made = "are made" if len(made) > 1 else "is made"
        return f"your {enumerated(made)} {are_made} of the schedule that the problem gives ({self.schedule})"

    def __call__(self, **given: Any) -> Any:
        whole = given.pop(self.schedule)
        return self.function(**given, **{name: in_steps(whole, steps) for name, steps in self.tables.items()})


def of_tables(function: Any, asked: Parameters) -> OfTables | None:
    """The function, if it looks up entries of what are, by their names, tables of the schedule that the problem gives."""
    schedule = schedule_among(asked)
    if not schedule or not isinstance(function, types.FunctionType):
        return None
    own = inspect.signature(function).parameters
    if any(one.kind not in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY) for one in own.values()):
        return None
    must = [name for name, one in own.items() if one.default is one.empty]
    if schedule in own and schedule not in must:
        return None
    tables = tables_beside(must, schedule, {name for name, _ in asked})
    code = code_of(function)
    nodes = nodes_of(code)
    looked_up = {name for name in tables if looked_up_in_place(nodes, {name, *copies_of(name, nodes)})}
    is_sure = bool(looked_up) and set(tables) <= looked_up | never_read(code)
    return OfTables(function, tables, schedule, asked) if is_sure else None
