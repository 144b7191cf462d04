"""Functions that take both answers of each pair in one tensor, where a problem gives two: `chosen, rejected = logps.chunk(2)`.

Or in a tuple: `logps[0] - logps[1]`, or in two columns: `logps[:, 0] - logps[:, 1]`. Imports torch only.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import function_at, put_at, restated
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.halves import BY_TURNS, IN_A_TUPLE, IN_COLUMNS, Cut, cuts_for


def take_both_answers(sought: Sought) -> list[str]:
    """Let a function that cuts both answers out of one tensor be given them joined; what to say of it."""
    path, owner = sought.path, sought.namespace.get(sought.path[0])
    path = [*path, "forward"] if len(path) == 1 and isinstance(owner, type) else path
    function = function_at(sought.namespace, path)
    if function is None:
        return []
    cuts = cuts_for(nodes_of(code_of(function)), [*inspect.signature(function).parameters], sought.asked)
    if not cuts or not {name for name, _ in sought.asked}.isdisjoint(cuts):
        return []
    held = {one for _, names in cuts.values() for one in names}
    given = {name: inspect.Parameter.empty for name, _ in sought.asked if name in held}
    taking = restated(
        function, cuts, given, lambda values: {own: joined(cut, names, values) for own, (cut, names) in cuts.items()}
    )
    put_at(sought.namespace, path, taking)
    return [f"your {own} holds {one} and {two}, {cut.how}" for own, (cut, (one, two)) in cuts.items()]


def joined(cut: Cut, names: Sequence[str], values: Mapping[str, Any]) -> torch.Tensor | tuple[torch.Tensor, ...]:
    """Both answers in one tensor, or in a tuple."""
    both = [torch.as_tensor(values[name]) for name in names]
    if cut.how == IN_A_TUPLE:
        return tuple(both)
    if cut.how == IN_COLUMNS:
        return torch.stack(both, 1)
    return torch.stack(both, 1).flatten(0, 1) if cut.how == BY_TURNS else torch.cat(both)
