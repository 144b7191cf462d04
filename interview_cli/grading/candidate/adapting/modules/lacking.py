"""What a torch module lacks that can't be built of what the problem gives, in words for whoever wrote it. Imports torch only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.matching.names.likeness import Parameters
from interview_cli.grading.candidate.matching.names.words import enumerated, listed
from interview_cli.grading.wire.frames import ONE_FOR_ALL_AXES

ROWS_AND_COLUMNS = 2
"""Axes of a matrix; what has more is a kernel."""
OF_NEW_TOKENS = ("k_new", "v_new")
"""Keys and values that a problem gives, which are no weights."""


class CannotBuild(TypeError):
    """The module cannot be made of what the problem gives."""


def lacking(
    module: torch.nn.Module, weights: Mapping[str, torch.Tensor], inputs: Parameters, off: Sequence[str]
) -> str:
    """Why the weights have no places in the module; `inputs` are those of its method, `off` its settings that are False."""
    whole = [name for name, value in weights.items() if not value.is_floating_point()]
    if whole:
        return f"doesn't take {listed(whole)}"
    plain = [name for name, value in vars(module).items() if isinstance(value, torch.Tensor)]
    if plain and not tensors_of(module):
        them = "them an nn.Parameter each" if len(plain) > 1 else "it an nn.Parameter"
        tensors = "plain tensors" if len(plain) > 1 else "a plain tensor"
        return f"keeps {enumerated(plain)} as {tensors}: make {them}"
    if not tensors_of(module):
        return f"takes only {listed(name for name, _ in inputs)}"
    if tokens := [name for name in weights if name in OF_NEW_TOKENS]:
        own = listed(dict.fromkeys(name.partition(".")[0] for name, _ in module.named_parameters()))
        made = f"it makes them with weights of its own, {own}, which the problem doesn't give"
        return f"takes no {' and '.join(tokens)}: {made}"
    if kernel := next(uneven_kernels(weights, module), None):
        return f"{ONE_FOR_ALL_AXES}, and the problem also has {kernel}"
    wanted = ", ".join(f"{name} {tuple(value.shape)}" for name, value in weights.items())
    by_default = f": its {enumerated(off)} {'are' if len(off) > 1 else 'is'} False by default" if off else ""
    return f"has no weights in the place of {wanted or 'what is given'}{by_default}"


def tensors_of(made: Any) -> list[tuple[str, torch.Tensor]]:
    """What a module holds, learned or not, by name."""
    if not isinstance(made, torch.nn.Module):
        return []
    return [*made.named_parameters(), *made.named_buffers()]


def uneven_kernels(weights: Mapping[str, torch.Tensor], module: torch.nn.Module) -> Iterator[str]:
    """The lengths of given kernels along their axes, where these differ and those of a class's own of as many axes do not."""
    own = [value.shape[2:] for _, value in tensors_of(module) if value.ndim > ROWS_AND_COLUMNS]
    for value in weights.values():
        sides = value.shape[2:]
        if len({*sides}) > 1 and any(len(one) == len(sides) and len({*one}) == 1 for one in own):
            yield " x ".join(map(str, sides))
