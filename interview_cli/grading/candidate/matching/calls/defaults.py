"""Switches to turn on, and own defaults that differ from the statement's. Standard library only."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from interview_cli.grading.candidate.matching.calls.bound import Binding
from interview_cli.grading.candidate.matching.calls.parameters import in_parts
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, same, says_the_mode, speaks_of
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, returned_if, texts_told

OF_MEANS = ("norm", "normalization", "reduction", "reduce", "average", "averaging")
"""Names of a text with a default that says what a sum is divided by, not which loss it is: `norm="masked"`."""


def switched_on(
    binding: Binding,
    function: Callable[..., Any],
    entry: str,
    asked: Parameters,
    results: Sequence[str] = (),
    modes: Collection[str] = (),
) -> Binding:
    """With the switches on that the entry's name speaks of, and the problem does not ask for: `causal` of `causal_attention`.

    Or that the problem says otherwise to be the mode of it, one of its `modes`.
    So is one that returns a result that is asked for, by the problem's name of it: `return_weights`; or, alone, as many as are.

    What is compared with texts is such a switch, too: `mode == "hinge"` of `hinge_loss`. What has the entry's own name is
    called as the statement says, and what it leaves off by default stays so.
    """
    try:
        own = inspect.signature(function).parameters.values()
    except (ValueError, TypeError):
        return binding
    taken = {*binding.names.values(), *(name for name, _ in asked)}
    every = entry.lower().split("_")
    words = {*every, *modes, *(["".join(word[:1] for word in every)] if len(every) > 2 else [])}  # `enable_gqa`
    off = [p.name for p in own if p.default is False and getattr(function, "__name__", "") != entry]
    off = [name for name in off if name not in taken]
    switches: dict[str, Any] = {name: True for name in off if speaks_of(name, words)}
    switches |= {name: True for name in off for one in results if same(name, f"return_{one}")}
    of_results = [name for name in off if name.startswith("return_")]
    if len(of_results) == 1 and len(results) > 1 and len(results) in returned_if(code_of(function), of_results[0]):
        switches |= {of_results[0]: True}
    compared = list(texts_told(function))
    texts = {p.name: p.default for p in own if isinstance(p.default, str) and p.name not in (*taken, *OF_MEANS)}
    if getattr(function, "__name__", "") == entry:
        texts = {}
    for name in (*binding.unfilled, *texts):
        meant = {text for other, text in compared if other == name and says_the_mode(text, entry)}
        switches |= dict.fromkeys([name], *meant) if len(meant) == 1 and texts.get(name) not in meant else {}
    unfilled = tuple(name for name in binding.unfilled if name not in switches)
    return replace(binding, switches={**binding.switches, **switches}, unfilled=unfilled) if switches else binding


def other_defaults(function: Callable[..., Any], asked: Parameters, binding: Binding) -> list[list[Any]]:
    """For each number or switch that may be left out: its name, the own one, and the own default, where that is another.

    Where the statement's is None, a number that has an effect: neither 0 nor 1. A part of a tuple has its name with a number.
    """
    try:
        own = inspect.signature(function).parameters
    except (ValueError, TypeError):
        return []
    asked = in_parts(asked, binding.spread)
    asked_for = [(name, name) for name, _ in asked] if binding.is_plain else [*binding.names.items()]
    asked_for += [(name, twin) for twin, name in binding.doubled.items()]
    found = []
    for name, default in asked:
        numbers = (one for one in asked_for if one[0] == name and isinstance(default, int | float | None))
        for parameter in (own[theirs] for _, theirs in numbers if theirs in own):
            if is_another_default(parameter.default, default):
                found.append([name, parameter.name, parameter.default])
    return found


def is_another_default(instead: Any, default: float | None) -> bool:
    """Whether a parameter's own default is another than the statement's, which is a number, a switch or None."""
    if instead is inspect.Parameter.empty:
        return False
    if default is None:
        return type(instead) in (int, float) and instead not in (0, 1)
    kinds = (bool,) if isinstance(default, bool) else (int, float)
    return bool(instead != default) and (instead is None or type(instead) in kinds)


def is_renamed(binding: Binding, asked: Parameters) -> bool:
    """Whether what must be given has other names, and stands in another order: not written for this statement's signature."""
    needed = [name for name, default in asked if default is REQUIRED]
    own = [binding.names.get(name, name) for name in needed]
    places = [binding.order.index(name) for name in own if name in binding.order]
    return not binding.is_plain and own != needed and places != sorted(places)


def with_defaults(binding: Binding, asked: Parameters, own: Mapping[str, str]) -> Binding:
    """The binding, where the parameters of these names, own -> asked, are given what the problem's signature says."""
    if not own:
        return binding
    defaults = dict(in_parts(asked, binding.spread))
    if binding.is_plain:
        names = tuple(name for name, _ in asked)
        binding = replace(binding, asked=names, names={name: name for name in names}, order=names, is_plain=False)
    return replace(binding, defaults={**binding.defaults, **{theirs: defaults[name] for theirs, name in own.items()}})
