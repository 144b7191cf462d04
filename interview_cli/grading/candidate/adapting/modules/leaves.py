"""What a module holds, as layers of weight and bias, whatever its names. Imports torch; never a reference.

`W_q` and `b_q`, held by the class itself, are a layer `q`; `gamma` and `beta` of a norm are its weight and its bias. A layer
without its sizes (`nn.LazyLinear`) takes those of the problem's weights.
"""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import torch
from torch.nn.modules.lazy import LazyModuleMixin
from torch.nn.parameter import UninitializedBuffer, UninitializedParameter
from torch.overrides import TorchFunctionMode

Shape = tuple[int, ...]
HOLDERS = (torch.nn.ParameterDict, torch.nn.ParameterList)
STANDARD = frozenset({"weight", "bias", "running_mean", "running_var", "num_batches_tracked"})
"""What torch's own layers call what they hold."""
GAIN, SHIFT = frozenset({"gamma", "scale", "g", "gain"}), frozenset({"beta", "shift", "b"})
OF_WEIGHTS, OF_BIASES = frozenset({"weight", "weights", "kernel", "w"}), frozenset({"bias", "biases", "b"})
WITH_A_MARK = re.compile(r"([WwBb])([qkvo]|\d+)")
"""`Wq` and `b1`: a mark and a name without anything between."""
MOST_TRIED = 256
"""Ways to give sizes to layers that have none."""
PRODUCTS = frozenset({"matmul", "__matmul__", "mm", "bmm", "addmm"})


def joined(layer: str, leaf: str) -> str:
    """The full name of a weight; a layer without a name is the class itself."""
    return f"{layer}.{leaf}" if layer and leaf else layer or leaf


def as_layers(shapes: Mapping[str, Shape]) -> dict[str, str]:
    """For each weight its name where all of them are `layer.weight` or `layer.bias`."""
    found: dict[str, str] = {}
    for name, shape in shapes.items():
        layer, _, leaf = name.rpartition(".")
        stem, kind = ("", leaf) if leaf in STANDARD else taken_apart(leaf, shape)
        full = joined(joined(layer, stem), kind)
        if full in found.values() or (full != name and full in shapes):
            full = joined(name, kind)
        found[name] = full
    return found


def taken_apart(leaf: str, shape: Shape) -> tuple[str, str]:
    """`W_q`: q, weight; `b1`: 1, bias; `gamma` of a norm: nothing, weight."""
    if len(shape) == 1 and leaf in GAIN | SHIFT:
        return "", "bias" if leaf in SHIFT else "weight"
    marked = WITH_A_MARK.fullmatch(leaf)
    parts = list(marked.groups()) if marked else [part for part in leaf.split("_") if part]
    is_bias = len(shape) == 1 and any(part.lower() in OF_BIASES for part in parts)
    marks = OF_BIASES if is_bias else OF_WEIGHTS
    stem = "_".join(part for part in parts if part.lower() not in marks)
    return f"layer{stem}" if stem.isdigit() else stem, "bias" if is_bias else "weight"


def loose_matrices(module: torch.nn.Module, names: Collection[str]) -> frozenset[str]:
    """Square or not, those of no layer of torch's: only their use says whether they hold the problem's or its transposed."""
    found = set()
    for name in names:
        layer, _, leaf = name.rpartition(".")
        owner = module.get_submodule(layer)
        is_known = type(owner).__module__.startswith("torch.nn.modules") and not isinstance(owner, HOLDERS)
        if not is_known and getattr(owner, leaf).ndim == 2:
            found.add(name)
    return frozenset(found)


class Uses(TorchFunctionMode):
    """Which matrices stand, as they are kept, where the transposed of nn.Linear's would: `x @ W`, not `x @ W.T`."""

    def __init__(self, matrices: Mapping[str, torch.Tensor]) -> None:
        super().__init__()
        self.matrices = {value.untyped_storage().data_ptr(): (name, value) for name, value in matrices.items()}
        self.turned: dict[str, bool] = {}

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        for value, is_from_the_right in products_in(getattr(func, "__name__", ""), args):
            name, kept = self.matrices.get(value.untyped_storage().data_ptr(), ("", value))
            if name and value.shape[-2:] == kept.shape:
                self.turned.setdefault(name, is_from_the_right == (value.stride()[-2:] == kept.stride()))
        return func(*args, **(kwargs or {}))


def products_in(function: str, args: Any) -> Iterator[tuple[torch.Tensor, bool]]:
    """The operands of a product, each with whether a vector's entries meet its rows: `x @ W`."""
    if function in PRODUCTS:
        yield from zip(args[-2:], (False, True), strict=False)
    elif function == "__rmatmul__":
        yield from zip(args[:2], (True, False), strict=False)
    elif function == "linear":
        yield args[1], False
    elif function == "einsum" and isinstance(args[0], str):
        letters, _, result = args[0].replace(" ", "").partition("->")
        operands = args[1] if isinstance(args[1], list | tuple) else args[1:]
        for own, value in zip(letters.split(","), operands, strict=False):
            if len(own) == 2 and (own[0] in result) != (own[1] in result):
                yield value, own[1] in result


# --- layers without their sizes --------------------------------------------------------------------------------------


def is_incomplete(module: torch.nn.Module) -> bool:
    """Whether some weight has no shape before the first call."""
    return bool(open_tensors(module))


def open_tensors(module: torch.nn.Module) -> list[Any]:
    """Those without a shape."""
    kinds = (UninitializedParameter, UninitializedBuffer)
    return [value for value in (*module.parameters(), *module.buffers()) if isinstance(value, kinds)]


def complete(
    module: torch.nn.Module, wanted: Mapping[str, Shape], fits: Callable[[torch.nn.Module], bool]
) -> torch.nn.Module:
    """The module with the first sizes of its open layers under which it fits; the first of all where none do."""
    layers = [name for name, layer in module.named_modules() if is_open(layer)]
    sizes = [dict.fromkeys(sizes_in(module.get_submodule(name), wanted)) for name in layers]
    ways = list(itertools.islice(itertools.product(*sizes), MOST_TRIED))
    for chosen in ways:
        others = {id(value): type(value)(device=value.device, dtype=value.dtype) for value in open_tensors(module)}
        tried = copy.deepcopy(module, others)  # torch copies parameters without a shape, but no statistics
        give_sizes(tried, dict(zip(layers, chosen, strict=True)))
        if fits(tried):
            ways = [chosen]
            break
    for chosen in ways[:1]:
        give_sizes(module, dict(zip(layers, chosen, strict=True)))
    return module


def is_open(layer: torch.nn.Module) -> bool:
    """Whether it waits for its first input."""
    return isinstance(layer, LazyModuleMixin) and layer.has_uninitialized_params()


def sizes_in(layer: Any, wanted: Mapping[str, Shape]) -> Iterator[int]:
    """What it could take in, if it held one of these weights or a part of one."""
    for name, shape in wanted.items():
        if name.rpartition(".")[2] not in ("weight", "running_mean"):
            continue
        if isinstance(layer, torch.nn.Linear) and len(shape) == 2:
            yield shape[1]
        elif isinstance(layer, torch.nn.modules.conv._ConvNd) and shape[2:] == tuple(layer.kernel_size):
            yield shape[1] * layer.groups
        elif isinstance(layer, torch.nn.modules.batchnorm._NormBase) and len(shape) == 1:
            yield shape[0]


def give_sizes(module: torch.nn.Module, sizes: Mapping[str, int]) -> None:
    """As the first call of each layer does."""
    for name, size in sizes.items():
        layer: Any = module.get_submodule(name)
        pixels = layer.kernel_size if isinstance(layer, torch.nn.modules.conv._ConvNd) else ()
        layer._infer_parameters(layer, (torch.zeros(1, size, *pixels),))
