"""Modules with three layers for queries, keys and values where a problem gives one matrix with three times as many columns.

Which layer is for which third its name says, and for which of several matrices what it is called with: `to_q(img)` beside
`add_q_proj(txt)`. Imports torch only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.modules.weights_by_shape import Places

THIRDS = ("q", "k", "v")
"""In which order one matrix holds them."""
OF_A_THIRD = re.compile(r"(?:^|_|^w|[0-9])(q|k|v)(?:uer(?:y|ies)|eys?|al(?:ues?)?s?)?(?=$|_|[0-9])", re.IGNORECASE)
"""What in a layer's name says for which it is: `to_q`, `add_k_proj`, `w1v`, `query`."""
PINNED = 1000
"""So many shapes as told apart by these places: no others are better."""


def cut_in_three(weights: Mapping[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Each third of each matrix under a name of its own; nothing where some matrix is not so wide."""
    if not weights or any(value.ndim != 2 or value.shape[1] != 3 * value.shape[0] for value in weights.values()):
        return {}
    return {
        f"{name}.{letter}": part
        for name, value in weights.items()
        for letter, part in zip(THIRDS, value.chunk(3, dim=-1), strict=True)
    }


def places_by_use(
    module: torch.nn.Module, method: str, inputs: Mapping[str, Any], given: Mapping[str, str], places: Places
) -> Places | None:
    """For each third the layer that is called with its input, and whose name says so; None where not all are found.

    `inputs`: what the method is called with; `given`: under which of these names each input of the problem goes there.
    `places`: those of the module's layers, in any order. Raises: what the module does.
    """
    called = inputs_of_layers(module, method, inputs)
    named = {own: name for name, own in given.items()}
    found = dict[str, str]()
    for key in places.keys.values():
        layer = key.rpartition(".")[0]
        third = OF_A_THIRD.search(layer.rpartition(".")[2])
        name = named.get(called.get(layer, ""))
        whole = [one for one in {part.partition(".")[0] for part in places.keys} if name and one.endswith(f"_{name}")]
        if third is not None and len(whole) == 1:
            found[f"{whole[0]}.{third[1].lower()}"] = key
    is_whole = found.keys() == places.keys.keys() and len({*found.values()}) == len(found)
    return Places(found, places.is_turned, PINNED) if is_whole else None


def inputs_of_layers(module: torch.nn.Module, method: str, inputs: Mapping[str, Any]) -> dict[str, str]:
    """Under which name each layer's own input was given, of those that get one as it is. Raises: what the module does."""
    names = {id(value): name for name, value in inputs.items()}
    found, hooks = dict[str, str](), []
    for layer, part in module.named_modules():

        def see(_: torch.nn.Module, args: tuple[Any, ...], layer: str = layer) -> None:
            name = names.get(id(args[0])) if args else None
            found.update({} if name is None else {layer: name})

        hooks.append(part.register_forward_pre_hook(see))
    try:
        with torch.no_grad():
            getattr(module, method)(**inputs)
    finally:
        for hook in hooks:
            hook.remove()
    return found
