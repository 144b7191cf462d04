"""What both sides do with values: copy, compare with a copy, walk, differentiate, build modules. Imports torch only."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import torch

OF_TENSORS = dict(vars(torch._C.TensorBase))
"""What torch itself says of a tensor: a subclass, or a file that patches torch, may say something else."""
METHODS_OF_TENSORS: dict[str, Any] = OF_TENSORS | vars(torch.Tensor)
METHODS_OF_MODULES: dict[str, Any] = dict(vars(torch.nn.Module))
OWN_DICT = vars(torch.nn.Module)["__dict__"]
"""What a module really holds, whatever its class says that its `__dict__` is."""
PLAIN = (torch.Tensor, torch.nn.Parameter)
SIMPLE = frozenset((int, float, bool, str, type(None)))
"""What holds nothing, and never changes: thousands of them in a list are looked at in one go."""


def plain(value: Any) -> Any:
    """The same value with every tensor of another class as the tensor that it is, graph and all."""
    if type(value) in PLAIN or not isinstance(value, torch.Tensor | tuple | list | dict):
        return value
    if isinstance(value, torch.Tensor):
        with torch._C.DisableTorchFunctionSubclass():
            return OF_TENSORS["as_subclass"](value, torch.Tensor)
    if type(value) is dict:
        return {key: plain(part) for key, part in value.items()}
    return type(value)(plain(part) for part in value) if type(value) in (tuple, list) else value


def asked_alone(result: Any, number: int | None, axes: int | None) -> Any:
    """The first of several results where fewer are asked for, in a tuple; where no number is asked, all.

    Parts that are alike, and together have as many axes as the answer, may be the answer itself; so may plain numbers. An
    answer of one axis has no rows among its parts.
    A tuple of one result has a comma too many: that is a mistake.
    """
    if number is None or not isinstance(result, tuple) or len(result) <= number:
        return result
    if number > 1:
        return result[:number]
    if axes == 1:
        return result[0] if any(isinstance(part, list) or shape_of(part) for part in result) else result
    shapes = {shape_of(part) for part in result}
    if len(shapes) > 1:
        return result[0]
    are_numbers = all(isinstance(part, int | float) for part in result)
    return result if axes == 1 + len(shapes.pop() or ()) or (axes is None and are_numbers) else result[0]


def shape_of(value: Any) -> tuple[int, ...] | None:
    """Of a tensor, an array or a number; None of anything else."""
    if isinstance(value, int | float):
        return ()
    is_array = isinstance(value, torch.Tensor) or type(value).__module__ == "numpy"
    return tuple(value.shape) if is_array and hasattr(value, "shape") else None


def wants_gradient(tensor: torch.Tensor) -> bool:
    """Whether it requires one, as torch has it."""
    return bool(OF_TENSORS["requires_grad"].__get__(tensor))


def attribute_of(target: Any, name: str) -> Any:
    """An attribute; of tensors and modules what torch holds, not what a class of the file says. Raises: AttributeError."""
    if isinstance(target, torch.Tensor) and name in OF_TENSORS:
        return OF_TENSORS[name].__get__(target)
    if isinstance(target, torch.nn.Module):
        for store in ("_parameters", "_buffers", "_modules"):
            held = OWN_DICT.__get__(target).get(store, {})
            if name in held:
                return held[name]
    return getattr(target, name)


def method_of_torch(target: Any, name: str) -> Any:
    """The method as torch has it, of a tensor or a module: a class of the file, or a patch, may do something else.

    Raises: AttributeError.
    """
    known = METHODS_OF_TENSORS if isinstance(target, torch.Tensor) else METHODS_OF_MODULES
    return known[name].__get__(target) if name in known else getattr(target, name)


def weights_in(module: torch.nn.Module, prefix: str = "") -> Iterator[tuple[str, torch.Tensor]]:
    """Parameters and buffers as `state_dict` names them, from what torch holds: a class may have a `state_dict` of its own."""
    held = OWN_DICT.__get__(module)
    passing = held.get("_non_persistent_buffers_set", ())
    buffers = {name: value for name, value in held.get("_buffers", {}).items() if name not in passing}
    own = {**held.get("_parameters", {}), **buffers}
    yield from ((f"{prefix}{name}", value) for name, value in own.items() if value is not None)
    for name, part in held.get("_modules", {}).items():
        if part is not None:
            yield from weights_in(part, f"{prefix}{name}.")


def parameters_in(module: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Those that an optimizer would be given, each once, likewise."""
    found: dict[int, tuple[str, torch.Tensor]] = {}
    for name, value in weights_in(module):
        if isinstance(value, torch.nn.Parameter):
            found.setdefault(id(value), (name, value))
    return dict(found.values())


def tensors_in(value: Any, path: str) -> Iterator[tuple[str, torch.Tensor]]:
    """Every tensor inside tuples, lists and dicts, with its path."""
    if isinstance(value, torch.Tensor):
        yield path, value
    elif is_simple_list(value):
        return
    elif isinstance(value, tuple | list):
        for index, part in enumerate(value):
            yield from tensors_in(part, f"{path}[{index}]")
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from tensors_in(part, f"{path}[{key!r}]")


PARAMETER = "param."
"""How the path of a gradient begins that belongs to a weight of a module."""


def pull_back(
    function: Any, result: Any, cotangents: list[torch.Tensor], inputs: list[tuple[str, torch.Tensor]]
) -> dict[str, Any]:
    """Gradients of sum(result * cotangent) for every input that wants one and every parameter of a module.

    Written as a scalar: `autograd.grad(out, inputs, cotangents)` imports sympy on its first use (160 ms).
    """
    module = function if isinstance(function, torch.nn.Module) else getattr(function, "__self__", None)
    parameters = parameters_in(module).items() if isinstance(module, torch.nn.Module) else ()
    wanted = [(path, tensor) for path, tensor in inputs if wants_gradient(tensor)]
    wanted += [(f"{PARAMETER}{name}", tensor) for name, tensor in parameters if wants_gradient(tensor)]
    outputs = outputs_for(cotangents, result)
    terms = [
        (output * cotangent).sum()
        for output, cotangent in zip(outputs, cotangents, strict=False)
        if wants_gradient(output) and output.shape == cotangent.shape
    ]
    if not terms or not wanted:
        return {path: None for path, _ in wanted}
    gradients = torch.autograd.grad(sum(terms[1:], terms[0]), [tensor for _, tensor in wanted], allow_unused=True)
    return {path: gradient for (path, _), gradient in zip(wanted, gradients, strict=True)}


def outputs_for(cotangents: Sequence[torch.Tensor], result: Any) -> list[torch.Tensor]:
    """The floating tensors of a result; a list of them that stands for one is that one, if it has the shape then."""
    parts = result if isinstance(result, tuple | list) and len(cotangents) > 1 else [result]
    rows = [row for part in parts if (row := floating_in(part))]
    if len(rows) != len(cotangents):
        return floating_in(result)
    return [in_one(row, like) for row, like in zip(rows, cotangents, strict=True)]


def floating_in(value: Any) -> list[torch.Tensor]:
    """Its floating tensors."""
    return [tensor for _, tensor in tensors_in(value, "") if tensor.is_floating_point()]


def in_one(row: Sequence[torch.Tensor], like: torch.Tensor) -> torch.Tensor:
    """The tensors as rows of one of that shape; the first one where that is not it."""
    is_row = row[0].shape != like.shape and all(one.shape == like.shape[1:] for one in row)
    return torch.stack(list(row)) if is_row and len(row) == len(like) else row[0]


def is_simple_list(value: Any) -> bool:
    """Whether it is a list of numbers and texts."""
    return type(value) is list and SIMPLE.issuperset(map(type, value))


def copied(value: Any) -> Any:
    """The same value in memory of its own; modules and callables stay what they are."""
    if type(value) in SIMPLE:
        return value
    if is_simple_list(value):
        return value.copy()
    if isinstance(value, torch.Tensor):
        return value.detach().clone()
    if type(value).__module__ == "numpy":
        return value.copy()
    if isinstance(value, list | tuple):
        parts = [copied(part) for part in value]
        return value._make(parts) if hasattr(value, "_make") else type(value)(parts)
    if isinstance(value, dict):
        return {key: copied(part) for key, part in value.items()}
    return value


def shares_memory(result: Any, given: Any) -> bool:
    """Whether a tensor or an array is an argument itself, or a view of one."""
    held = memory_of(result)
    return held is not None and any(memory_of(part) == held for part in [*given[0], *given[1].values()])


def memory_of(value: Any) -> int | None:
    """Where its numbers begin, for a tensor with those of which it is a view; None for what has none."""
    if type(value).__module__ == "numpy":
        return int(value.__array_interface__["data"][0]) if value.size else None
    return value.untyped_storage().data_ptr() if isinstance(value, torch.Tensor) and value.numel() else None


def changed_paths(now: Any, before: Any, path: str = "") -> list[str]:
    """Where arguments differ from their copies: `args[0]`, `kwargs['mask']`, ..."""
    if path == "":
        return changed_paths(now[0], before[0], "args") + changed_paths(now[1], before[1], "kwargs")
    if isinstance(now, torch.nn.Module) or callable(now):
        return []
    if isinstance(now, torch.Tensor):
        return [] if same_tensor(now, before) else [path]
    if type(now).__module__ == "numpy":
        return [] if same_tensor(torch.as_tensor(now), torch.as_tensor(before)) else [path]
    if type(now) is not type(before):
        return [path]
    if isinstance(now, list | tuple):
        if len(now) != len(before):
            return [path]
        if is_simple_list(now) and list(map(type, now)) == list(map(type, before)) and now == before:
            return []
        return [
            p for i, (a, b) in enumerate(zip(now, before, strict=True)) for p in changed_paths(a, b, f"{path}[{i}]")
        ]
    if isinstance(now, dict):
        if list(now) != list(before):
            return [path]
        return [p for key in now for p in changed_paths(now[key], before[key], f"{path}[{key!r}]")]
    return [] if now == before or now != now else [path]


def same_tensor(now: torch.Tensor, before: torch.Tensor) -> bool:
    """Equal shape, dtype and values, NaN equal to NaN."""
    if now.shape != before.shape or now.dtype != before.dtype:
        return False
    return bool(torch.equal(now, before)) or bool(torch.allclose(now, before, rtol=0, atol=0, equal_nan=True))


def in_one_buffer(tensors: Sequence[Any]) -> Iterator[Any]:
    """The tensors (or arrays) one after the other, each in the memory of the one before, up to its own last axis."""
    buffer = copied(max(tensors, key=lambda tensor: tensor.shape[-1]))
    for tensor in tensors:
        part = buffer[..., : tensor.shape[-1]]
        part[...] = tensor
        yield part


def build_linear(weight: torch.Tensor, bias: torch.Tensor | None) -> torch.nn.Linear:
    """A Linear with these weights."""
    layer = torch.nn.Linear(weight.shape[1], weight.shape[0], bias=bias is not None).to(weight)
    with torch.no_grad():
        layer.weight.copy_(weight)
        if bias is not None:
            layer.bias.copy_(bias)
    return layer


def build_module(parameters: Mapping[str, torch.Tensor], buffers: Mapping[str, torch.Tensor]) -> torch.nn.Module:
    """A module that holds these tensors; dots in the names make submodules."""
    root = torch.nn.Module()
    for name, tensor in parameters.items():
        owner, leaf = submodule(root, name)
        owner.register_parameter(leaf, torch.nn.Parameter(tensor))
    for name, tensor in buffers.items():
        owner, leaf = submodule(root, name)
        owner.register_buffer(leaf, tensor)
    return root


def submodule(root: torch.nn.Module, name: str) -> tuple[torch.nn.Module, str]:
    """The module that owns a dotted name, made where missing, and the last part of the name."""
    *path, leaf = name.split(".")
    for part in path:
        if not hasattr(root, part):
            root.add_module(part, torch.nn.Module())
        root = getattr(root, part)
    return root, leaf


def load_state(module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> None:
    """Load strictly. Raises: ValueError that says which names and shapes are expected."""
    own = {name: tuple(tensor.shape) for name, tensor in module.state_dict().items()}
    wanted = {name: tuple(tensor.shape) for name, tensor in state.items()}
    if own != wanted:
        raise ValueError(f"the class needs the parameters {listing(wanted)}; yours has {listing(own)}")
    take_precision(module, state)
    module.load_state_dict(dict(state))


def take_precision(module: torch.nn.Module, state: Mapping[str, torch.Tensor]) -> None:
    """The module in the dtype of these weights, if they have one."""
    dtypes = {tensor.dtype for tensor in state.values() if tensor.is_floating_point()}
    if len(dtypes) == 1:
        module.to(dtypes.pop())


def listing(shapes: Mapping[str, tuple[int, ...]]) -> str:
    """`weight (3, 4), bias (3,)`."""
    return ", ".join(f"{name} {shape}" for name, shape in sorted(shapes.items())) or "none"


def assign(module: torch.nn.Module, values: Mapping[str, torch.Tensor]) -> None:
    """Write into parameters and buffers in place. Raises: AttributeError for names that the module does not have."""
    named = {**dict(module.named_parameters()), **dict(module.named_buffers())}
    unknown = [name for name in values if name not in named]
    if unknown:
        raise AttributeError(
            f"'{type(module).__name__}' object has no attribute '{unknown[0]}'; it has {', '.join(named)}"
        )
    with torch.no_grad():
        for name, tensor in values.items():
            named[name].copy_(tensor)


def seed_everything(seed: int) -> None:
    """Seed every generator of the processor's that is loaded."""
    torch.default_generator.manual_seed(seed)  # torch.manual_seed also looks for every kind of accelerator
    random.seed(seed)
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        numpy.random.seed(seed % (1 << 32))


def leaves(value: Any) -> Any:
    """The same value with every floating tensor as a leaf that requires a gradient."""
    if is_simple_list(value):
        return value.copy()
    match value:
        case torch.Tensor() if value.is_floating_point():
            return value.detach().clone().requires_grad_()
        case list() | tuple():
            return type(value)(leaves(part) for part in value)
        case dict():
            return {key: leaves(part) for key, part in value.items()}
        case _:
            return value
