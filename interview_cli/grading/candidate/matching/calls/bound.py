"""A call in the problem's own parameters as a call in those of a function. Standard library only."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from interview_cli.grading.candidate.matching.calls.beside import (
    STEP_LENGTH,
    WIDTH_AND_HEADS,
    Shown,
    end_of_row,
    end_of_step,
    heads_of,
    sizes_shown,
)
from interview_cli.grading.candidate.matching.calls.sides import Together
from interview_cli.grading.candidate.matching.names.kinds import (
    BUFFERS,
    CLASSES,
    COUNTS,
    GROUPS,
    LOGITS,
    OF_SAMPLES,
    OF_TOKENS,
    OFFSET,
    RANKS,
    RATES_AT_FIRST,
    REWARDS,
    SIZES,
    STARTS,
    STEPS,
    TWINS,
    is_length,
)

HERE = "cpu"
"""Where a tensor lies that is made of numbers alone."""


@dataclass(frozen=True)
class Binding:
    """Which own parameter takes what is asked for, and what is left over on both sides.

    `names`: asked -> own. `missing`: asked, but not there. `derived`: own parameters that follow from what is missing or
    given. `unfilled`: own parameters that must be given and are not asked for. `defaults`: what the problem's signature
    gives to own parameters that must be given. `spread`: asked for as tuples, which own parameters take apart. `order`:
    the own parameters that may be given by place. `lent`: asked for without a parameter, and read from the object.
    `doubled`: own parameters that take what another one takes, too. `needs`: the own ones that must be given, where more must
    be than are asked for, and places alone say which these are. `switches`: own ones to turn on, or to give None, or what holds
    where a problem says nothing. `tails`: own parameters that take the end of a row, apart from the rest of it. `end`: the own
    parameter that takes the time at which a step ends. `together`: what takes both sides of an image. `shown`: the
    own parameters for sizes that follow from what is given. `head`: that for the width of a head.
    """

    asked: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()
    unfilled: tuple[str, ...] = ()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    spread: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    lent: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    switches: Mapping[str, Any] = field(default_factory=dict)
    is_plain: bool = True
    doubled: Mapping[str, str] = field(default_factory=dict)
    tails: Mapping[str, str] = field(default_factory=dict)
    end: str = ""
    together: Together | None = None
    shown: Mapping[str, Shown] = field(default_factory=dict)
    head: str = ""

    def report(self) -> dict[str, list[str]]:
        """What the judge is told."""
        missing = [name for name in self.missing if name not in self.lent]
        own = list(self.names.values())
        return {"missing": missing, "unfilled": list(self.unfilled), "own": own, "needs": list(self.needs)}

    def arguments(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """By own names, what it takes; by the names asked for, what it has no parameter for."""
        given = spread({**dict(zip(self.asked, args, strict=False)), **kwargs}, self.spread)
        given = given if self.together is None else self.together.given(given)
        taken = {self.names.get(name, name): value for name, value in given.items() if name not in self.missing}
        left = {name: value for name, value in given.items() if name in self.missing}
        if self.end and STEP_LENGTH in given:
            taken.pop(STEP_LENGTH)
            taken[self.end] = end_of_step(given)
        twice = {own: given[name] for own, name in self.doubled.items() if name in given}
        twice |= {two: 2 * twice[two] for _, two in TWINS if two in twice and OFFSET in self.asked}
        twice |= sizes_shown(self.shown, given)
        if self.head:
            taken = {own: value for own, value in taken.items() if own not in WIDTH_AND_HEADS}
            taken |= heads_of(self.head, self.names, given)
        for own, name in self.tails.items():
            taken |= {own: end_of_row(given[name], own, name), self.names[name]: given[name][:-1]}
        return {**self.switches, **self.defaults, **self._derived(given, left), **twice, **taken}, left

    def call(self, function: Callable[..., Any], own: Mapping[str, Any]) -> Any:
        """The function's result, by place as far as that goes: some wrappers (vmap) treat keywords otherwise."""
        leading = list(itertools.takewhile(own.__contains__, self.order))
        return function(*(own[name] for name in leading), **{k: v for k, v in own.items() if k not in leading})

    def _derived(self, given: Mapping[str, Any], left: Mapping[str, Any]) -> dict[str, Any]:
        tensors = [value for value in (*left.values(), *given.values()) if hasattr(value, "shape")]
        lengths = [len(value) for value in given.values() if getattr(value, "ndim", None) == 1]
        found: dict[str, Any] = {}
        for name in self.derived:
            if name in SIZES and tensors:
                found[name] = getattr(tensors[0], SIZES[name])
            elif name == "device":
                found[name] = HERE
            elif name in COUNTS and lengths:
                found[name] = lengths[0]
            elif name == STEPS and getattr(given.get(REWARDS), "ndim", 0) == 1 and len(tensors) > 1:
                found[name] = len(given[REWARDS])
            elif name in GROUPS and len(tensors) == 1 and tensors[0].ndim in (1, 2):  # of one prompt, or of several
                found[name] = tensors[0].shape[-1]
            elif name in CLASSES and hasattr(given.get(LOGITS), "shape"):
                found[name] = given[LOGITS].shape[-1]
            elif name in RANKS and isinstance(given.get(BUFFERS), list | tuple):
                found[name] = len(given[BUFFERS])
            elif name in OF_SAMPLES and tensors and tensors[0].ndim > 1:
                found[name] = len(tensors[0])
            elif name in OF_SAMPLES and not tensors:
                found[name] = 1
            elif name in STARTS or name in RATES_AT_FIRST:
                found[name] = 0
            elif name in OF_TOKENS and tensors:
                found[name] = ones_of(given[LOGITS][..., 0] if LOGITS in given else tensors[0])
        return found | self._lengths(given)

    def lengths(self) -> list[str]:
        """The own parameters for lengths of lists and texts that are given."""
        others = (*SIZES, *COUNTS, *GROUPS, *CLASSES, *RANKS, *OF_SAMPLES)
        return [name for name in self.derived if is_length(name) and name not in others]

    def _lengths(self, given: Mapping[str, Any]) -> dict[str, int]:
        """Of the lists and texts, in order if there are as many, else of the one that stands before; of a grid, its sides."""
        asked_for = [name for name in self.derived if is_length(name)]
        places = {
            self.names[name]: len(value)
            for name, value in given.items()
            if isinstance(value, list | tuple | str) and name in self.names  # what is lent has no parameter
        }
        order = self.order or (*places, *asked_for)  # what a class is made with goes by its names alone
        ordered = [own for own in order if own in places]
        if not asked_for or not ordered:
            return {}
        grids = [value for name, value in given.items() if self.names.get(name) in ordered and is_a_grid(value)]
        if len(asked_for) == 2 and len(ordered) == len(grids) == 1:
            return dict(zip(asked_for, (len(grids[0]), len(grids[0][0])), strict=True))
        if len(asked_for) == len(ordered):
            return dict(zip(asked_for, map(places.__getitem__, ordered), strict=True))
        before = {name: [own for own in order[: order.index(name)] if own in places] for name in asked_for}
        return {name: places[(found or ordered)[-1]] for name, found in before.items()}


def ones_of(value: Any) -> Any:
    """As many, of its kind."""
    return value.new_ones(value.shape) if hasattr(value, "new_ones") else value * 0 + 1


PLAIN = Binding()
"""The function takes what is asked for, as it is asked for."""


def is_a_grid(value: Any) -> bool:
    """Whether it is a list of rows of one length."""
    rows = value if isinstance(value, list | tuple) else ()
    return all(isinstance(row, list | tuple | str) for row in rows) and len({len(row) for row in rows}) == 1


def spread(given: Mapping[str, Any], names: Sequence[str]) -> dict[str, Any]:
    """The values of tuples, each under a name of its own."""
    parts = {f"{name}.{i}": part for name in names for i, part in enumerate(given.get(name, ()))}
    return {**{name: value for name, value in given.items() if name not in names}, **parts}
