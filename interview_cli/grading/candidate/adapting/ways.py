"""Ways in which a function takes what is given, where that is not one by one and by place. Imports torch; never a reference.

Each way is a module of its own. The first that fits is taken, the surest first.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from interview_cli.grading.candidate.adapting.asked import Asked, as_parameters, plain_in
from interview_cli.grading.candidate.adapting.axes.adding import Added
from interview_cli.grading.candidate.adapting.holding.assembling import (
    Assembled,
    MadeOfSchedule,
    assembled,
    made_of_schedule,
)
from interview_cli.grading.candidate.adapting.holding.caches import Cached, InDict, cached_for
from interview_cli.grading.candidate.adapting.holding.held import Held, held_for
from interview_cli.grading.candidate.adapting.holding.ignoring import Ignoring, ignoring_for
from interview_cli.grading.candidate.adapting.holding.made_for_each import MadeForEach
from interview_cli.grading.candidate.adapting.holding.remaking import of_a_schedule
from interview_cli.grading.candidate.adapting.holding.tables import OfTables, of_tables
from interview_cli.grading.candidate.adapting.modules.building import Built
from interview_cli.grading.candidate.adapting.modules.layers import BothPasses
from interview_cli.grading.candidate.adapting.packing.joining import Joined, joined_for
from interview_cli.grading.candidate.adapting.packing.records import Gathered, Recorded, gathered_for, recorded_for
from interview_cli.grading.candidate.adapting.packing.rows import in_rows, one_by_one
from interview_cli.grading.candidate.adapting.packing.zipping import Unzipped, Zipped, unzipped_for, zipped_for
from interview_cli.grading.candidate.adapting.steps.factories import InTwoCalls, in_two_calls
from interview_cli.grading.candidate.adapting.steps.in_two import TwoFunctions, in_two_functions
from interview_cli.grading.candidate.adapting.steps.keeping import KeptApart, kept_apart
from interview_cli.grading.candidate.adapting.steps.of_lists import OfLists, of_lists
from interview_cli.grading.candidate.adapting.steps.passes import AfterForward, after_forward
from interview_cli.grading.candidate.adapting.steps.scheduling import Scheduled
from interview_cli.grading.candidate.adapting.steps.stepping import Stepping
from interview_cli.grading.candidate.adapting.steps.switching import (
    OfKinds,
    OfTwoForms,
    of_kinds,
    of_two_forms,
    of_usual_and_kinds,
)
from interview_cli.grading.candidate.adapting.steps.turning import InTwoSteps, in_two_steps
from interview_cli.grading.candidate.matching.calls.beside import end_in_words, head_in_words, in_words
from interview_cli.grading.candidate.matching.calls.binding import by_names_alone, dropped_in
from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.names.kinds import (
    BIAS,
    OF_SAMPLES,
    OF_TOKENS,
    RATES_AT_FIRST,
    STARTS,
    STRIDE,
    says_a_size,
)
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters

Apart = (
    InTwoCalls
    | TwoFunctions
    | OfLists
    | KeptApart
    | Cached
    | InDict
    | Held
    | Assembled
    | MadeOfSchedule
    | Ignoring
    | AfterForward
    | InTwoSteps
    | OfKinds
    | OfTwoForms
    | Zipped
    | Unzipped
    | Joined
    | Recorded
    | Gathered
    | OfTables
)
"""What one function of a file is called through, as it needs more than it is given."""
NOTED = Apart | Scheduled | Stepping | BothPasses | Added
"""What calls a file's code in a way of its own, which is told."""
WITH_MORE = AfterForward | KeptApart | OfLists
"""What must be given more than a problem gives: it was not written for the statement's signature, whatever its name is."""


def apart(function: Any, asked: Asked, namespace: Mapping[str, Any]) -> Apart | None:
    """The function, given one by one what the problem keeps in a dict, or in one object what is given one by one.

    Or what its forward pass leaves of that.
    """
    parameters, plain = as_parameters(asked["parameters"]), plain_in(asked["parameters"])
    return (
        in_two_calls(function, parameters)
        or in_two_functions(function, parameters)
        or of_lists(function, parameters)
        or kept_apart(function, parameters)
        or cached_for(function, parameters, namespace)
        or held_for(function, parameters, namespace)
        or assembled(function, parameters, namespace)
        or made_of_schedule(function, parameters, namespace)
        or ignoring_for(function, parameters)
        or zipped_for(function, parameters, plain)
        or unzipped_for(function, parameters, plain, asked.get("parts", {}))
        or joined_for(function, parameters)
        or recorded_for(function, parameters, asked.get("parts", {}))
        or gathered_for(function, parameters)
        or of_tables(function, parameters)
        or after_forward(function, parameters, namespace)
        or in_two_steps(function, parameters, namespace)
        or of_kinds(function, parameters, namespace)
        or of_usual_and_kinds(function, parameters, namespace)
        or of_two_forms(function, parameters, namespace)
    )


def by_rows(function: Any, asked: Parameters) -> Any:
    """The function, given in a row what is given in one tensor, or one by one what is given in the one list."""
    gives_one = sum(default is REQUIRED for _, default in asked) == 1
    return in_rows(one_by_one(function) if gives_one else function)


def notes_on(own: Any, found: Binding, parameters: Parameters, *, is_class: bool) -> list[str]:
    """What the user is told of how the code is called."""
    notes = [own.note(found) if isinstance(own, Held) else own.note] if isinstance(own, NOTED) else []
    notes += [f"your {one} is what the problem gives" for one in own.fields] if isinstance(own, MadeForEach) else []
    models = (
        {one: name for name, one in found.names.items() if one in own.called} if isinstance(own, MadeForEach) else {}
    )
    notes += [
        f"your {one} gives {name} for the state and the time that the problem gives, and nothing for others"
        for one, name in models.items()
        if name not in own.functions
    ]
    recalled = own.recalled if isinstance(own, MadeForEach) else {}
    notes += [f"self.{one} is {given}, which the problem gives" for one, given in recalled.items()]
    notes += [of_a_schedule(own.kind, own.schedule)] if isinstance(own, MadeForEach) and own.schedule else []
    notes += [in_words(tail, row, found.names[row]) for tail, row in found.tails.items()]
    dropped = dropped_in(own, parameters) if is_class else {}
    notes += [f"your {one} is 0 here, not {share}: the problem drops nothing" for one, share in dropped.items()]
    notes += [f"your {one} is {shown.words}" for one, shown in found.shown.items()]
    notes += [head_in_words(found.head)] if found.head else []
    are_sizes = all(says_a_size(name) for name, default in parameters if default is REQUIRED)
    samples = "1" if are_sizes else "how many samples are given"
    notes += [f"your {one} is {samples}" for one in found.derived if one in OF_SAMPLES]
    notes += [f"your {one} is 0, where the tour begins" for one in found.derived if one in STARTS]
    rates = [one for one in found.derived if one in RATES_AT_FIRST]
    notes += [f"your {one} is 0: the problem's warm-up begins there" for one in rates]
    notes += [
        f"your {one} is 1 for all: the problem has no mask, and what you do with one isn't judged"
        for one in found.derived
        if one in OF_TOKENS
    ]
    if lengths := found.lengths():
        is_one = len(lengths) == 1
        notes.append(f"your {' and '.join(lengths)} {'is the length' if is_one else 'are lengths'} of what is given")
    notes += [
        f"your code is called with {one}={told!r}"
        for one, told in found.switches.items()
        if isinstance(told, str) or told is True or BIAS.match(one) or STRIDE.match(one)
    ]
    notes += [said] if not is_class and (said := by_names_alone(found)) else []
    return notes + ([end_in_words(found.end, found.asked)] if found.end else [])


def source_function(own: Any) -> Any:
    """The function of the file that answers: that of a method, and of what wraps one."""
    if isinstance(own, Built | MadeForEach | BothPasses):
        return getattr(own.kind, own.method)
    if isinstance(own, functools.partial):
        return source_function(own.func)
    return getattr(own, "backward", getattr(own, "function", getattr(own, "__func__", own)))
