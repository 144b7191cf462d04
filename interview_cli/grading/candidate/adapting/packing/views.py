"""Losses that take both views of each image in one tensor, where a problem gives a tensor for each. Imports torch.

`nt_xent(z)` of (2B, d), one view behind the other or side by side, or of (B, 2, d): a slice says it, else a probe. Of the same
embeddings, the loss is least where each is told its own image's as the positive: what is mixed up inside stays so.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.restating import function_at, put_at
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.matching.names.kinds import OF_SAMPLES, OF_VIEWS, VIEWS
from interview_cli.grading.candidate.matching.names.likeness import likeness
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.halves import BY_TURNS, IN_HALVES, cut_in_two

APART = "along an axis of their own"
"""How a tensor of three axes holds both views."""
HOW: Mapping[str, Callable[[Sequence[Any]], Any]] = {
    IN_HALVES: lambda views: torch.cat([*views]),
    BY_TURNS: lambda views: torch.stack([*views], 1).flatten(0, 1),
    APART: lambda views: torch.stack([*views], 1),
}
"""What makes one tensor of both, the usual way first."""
SLACK = 1e-6
"""What rounding may make of the difference of two losses."""


def take_both_views(sought: Sought) -> list[str]:
    """Let a loss, or a layer, that must be given one tensor of embeddings take both views; what to say of it."""
    kind = sought.namespace.get(sought.path[0])
    path = [*sought.path, "forward"] if len(sought.path) == 1 and isinstance(kind, type) else sought.path
    function, rest = function_at(sought.namespace, path), [name for name, _ in sought.asked if name not in VIEWS]
    if function is None or len(sought.asked) != len(rest) + len(VIEWS):
        return []
    own = inspect.signature(function).parameters
    needed = [name for name, one in own.items() if one.default is one.empty and name != "self"]
    whole = [name for name in needed if not any(likeness(one, name) for one in rest)]
    whole = [name for name in whole if name not in {*OF_SAMPLES, *OF_VIEWS}]
    if len(whole) != 1 or not {*VIEWS}.isdisjoint(own):
        return []
    cut = cut_in_two(nodes_of(code_of(function)), whole[0])
    put_at(
        sought.namespace, path, with_views(function, whole[0], cut.how if cut and cut.how in HOW else "", sought.tell)
    )
    return []


def with_views(function: Any, whole: str, said: str, tell: Callable[[str], None]) -> Callable[..., Any]:
    """The function, which takes both views by name. `said`: how its words say that it holds them."""
    own = inspect.signature(function)
    known = [said] if said else []

    def how(views: Sequence[Any], call: Callable[[Any], Any]) -> str:
        """How it holds them; one image alone does not tell."""
        found = known[0] if known else found_by(views, call)
        if not known and len(views[0]) > 1:
            known.append(found)
        return found

    @functools.wraps(function)
    def call(*args: Any, **given: Any) -> Any:
        if given.keys().isdisjoint(VIEWS):
            return function(*args, **given)
        views = [torch.as_tensor(given.pop(name)) for name in VIEWS]
        given |= dict.fromkeys(OF_VIEWS.intersection(own.parameters), len(VIEWS))
        found = how(views, lambda held: function(*args, **given, **{whole: held}))
        tell(f"your {whole} holds {' and '.join(VIEWS)}, {found}")
        return function(*args, **given, **{whole: HOW[found](views)})

    kind = inspect.Parameter.KEYWORD_ONLY
    shown = [one for name, one in own.parameters.items() if name == "self"]
    shown += [inspect.Parameter(name, kind) for name in VIEWS]
    left = [one for name, one in own.parameters.items() if name not in {"self", whole, *OF_VIEWS}]
    shown += [one if one.kind is one.VAR_KEYWORD else one.replace(kind=kind) for one in left]
    call.__signature__ = inspect.Signature(shown)  # type: ignore[attr-defined]
    return call


def found_by(views: Sequence[torch.Tensor], call: Callable[[Any], Any]) -> str:
    """The way of holding two equal views, as many as are given, that gives the least loss; the usual one where none does."""
    drawn = torch.randn(views[0].shape, generator=torch.Generator().manual_seed(0), dtype=views[0].dtype)
    losses = {}
    for how, held in HOW.items():
        try:
            with torch.no_grad():
                losses[how] = float(call(held([drawn, drawn.clone()])))
        except Exception:  # it takes another number of axes
            continue
    least = min(losses.values(), default=0.0)
    return next((how for how, loss in losses.items() if loss <= least + SLACK), IN_HALVES)
