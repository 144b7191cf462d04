"""Takes from the candidate's process what its problem forbids, however it is looked up there. Imports torch and the stdlib.

Two ways lead to a library's function: its name in a module, and, for what torch computes, the dispatcher. Under each forbidden
name both answer with `Withheld`: under any alias, a name made at run time, a mode that hides calls, TorchScript or a transform.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import sys
import types
import warnings
from collections.abc import Callable, Collection, Iterator, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from itertools import product
from typing import Any, NoReturn

import torch

from interview_cli.grading.candidate.forbidden import LIBRARIES

BUILDING_BLOCKS = frozenset({"cat", "concat", "concatenate", "stack"})
"""What libraries are made of: torch prints a long tensor with them, NumPy seeds a generator.

They stay in the dispatcher and in NumPy, and in torch for its own code.
"""
FAMILIES = {
    "scaled_dot_product_attention": ("_scaled_dot_product_", "_flash_attention_", "_efficient_attention_"),
    "MultiheadAttention": ("_native_multi_head_attention", "_transformer_encoder_layer_fwd", "_triton_multi_head_"),
    "AdamW": ("_fused_adamw",),
    "Adam": ("_fused_adam",),
}
"""How the private operators begin that do the work of a forbidden one, where it is not with its own name."""
KEYS = ("CPU", "CUDA", "MPS", "NestedTensorCPU", "SparseCPU", "SparseCsrCPU", "MkldnnCPU", "QuantizedCPU")


reached: list[str] = []
"""Forbidden names that were called: TorchScript and the like raise something else where `Withheld` was raised to them."""


class Withheld(BaseException):
    """A forbidden function was called; no `except Exception` on the way takes it for an answer."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not there: this problem asks you to write it yourself")
        reached.append(name)


def withhold(names: Sequence[str]) -> None:
    """From here on nothing of torch or another library answers to one of the names."""
    if not names:
        return
    forbidden = frozenset({*names, *map(str.lower, names)})  # `Adam` is a class, and `adam` what it calls
    # It would hide calls from the mode that records them; tensors of one's own class need only this part of it.
    torch._C.DisableTorchFunction = torch._C.DisableTorchFunctionSubclass
    refuse_operators(forbidden - BUILDING_BLOCKS)
    look_up(forbidden)
    for name in forbidden:
        for module in PLACES[name]:
            refuse_in(module, frozenset({name}))
    for kind in subclasses(torch.distributions.Distribution):
        for name in forbidden.intersection(vars(kind)):
            setattr(kind, name, refusal(name))
    sys.meta_path.insert(0, Gate(forbidden))


@functools.cache
def operators() -> dict[str, list[str]]:
    """Torch's operators, each with its overloads: `softmax` with `softmax.int` and `softmax.int_out`."""
    found: dict[str, list[str]] = {}
    every = getattr(torch._C, "_dispatch_get_all_op_names", list)  # no documented function: a torch to come may lack it
    for operator in every():
        namespace, _, name = operator.partition("::")
        if namespace == "aten":
            found.setdefault(name.partition(".")[0], []).append(name)
    return found


@functools.cache
def private_operators() -> tuple[str, ...]:
    """Those that no documentation names."""
    return tuple(name for name in operators() if name.startswith("_"))


def warm_up() -> None:
    """Find out here, once, what each forked process needs to know."""
    loaded_libraries()
    private_operators()


def refuse_operators(names: frozenset[str]) -> None:
    """Exchange torch's kernels of these operators, and of what they are made of (`_softmax`), for a refusal."""
    forbidden = {operator: name for name in sorted(names) for operator in operators_of(name)}
    if not forbidden:
        return
    library = torch._C._dispatch_library("IMPL", "aten", "", __file__, 0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch warns of every kernel that is exchanged
        for operator, name in forbidden.items():
            for overload, key in product(operators()[operator], KEYS):
                library.impl(overload, key, refusal(name))
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))  # kept without a name: with it the kernels would go back


def operators_of(name: str) -> Iterator[str]:
    """The operators that do a forbidden one's work: of its name (`_softmax`, too), or private parts of it."""
    yield from (spelling for spelling in (name, f"_{name}", f"{name}_", f"_{name}_") if spelling in operators())
    family = FAMILIES.get(name, (f"_{name}_",))
    yield from (operator for operator in private_operators() if operator.startswith(family))


def refusal(name: str) -> Callable[..., NoReturn]:
    """A function that is not there."""

    def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise Withheld(name)

    return refuse


def for_torch_itself(name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    """The function as it is for torch's own code, a refusal for other code."""

    def call(*args: Any, **kwargs: Any) -> Any:
        caller = sys._getframe(1).f_globals.get("__name__", "")
        if caller.partition(".")[0] != "torch":
            raise Withheld(name)
        return original(*args, **kwargs)

    return call


@functools.cache
def loaded_libraries() -> tuple[types.ModuleType, ...]:
    """Every module of a library that is loaded before the file runs."""
    found = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in LIBRARIES]
    return tuple(module for module in found if isinstance(module, types.ModuleType))


PLACES: dict[str, list[types.ModuleType]] = {}
"""Where the names that were asked for are found."""


def look_up(names: Collection[str]) -> None:
    """Find the loaded libraries that have these names, once: in a forked process each look at a module copies its page."""
    new = frozenset({*names, *map(str.lower, names)}) - PLACES.keys()
    PLACES.update((name, []) for name in new)
    for module in loaded_libraries() if new else ():
        for name in new & vars(module).keys():
            PLACES[name].append(module)


def subclasses(kind: type) -> Iterator[type]:
    """The class, and all that are derived from it."""
    yield kind
    derived: list[type] = kind.__subclasses__()
    for one in derived:
        yield from subclasses(one)


def refuse_in(module: types.ModuleType, names: frozenset[str]) -> None:
    """Refuse what the module has under these names."""
    contents = vars(module)
    for name in names & contents.keys():
        value = contents[name]
        if callable(value) and getattr(value, "__module__", None) != __name__:
            replace(module, name, value)


def replace(module: types.ModuleType, name: str, value: Callable[..., Any]) -> None:
    """Put a refusal in the place of one thing: in a class itself, so that no other way leads to it either."""
    if name in BUILDING_BLOCKS:
        if module.__name__.partition(".")[0] == "torch":
            setattr(module, name, for_torch_itself(name, value))
        return
    if isinstance(value, type) and value.__name__ == name:
        with contextlib.suppress(TypeError):  # a class of C's
            value.__init__ = refusal(name)  # type: ignore[misc]
            return
    setattr(module, name, refusal(name))


class Gate:
    """Finds libraries that are imported later, and sees to it that they lack the same."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names

    def find_spec(self, name: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        """See `importlib.abc.MetaPathFinder.find_spec`."""
        library = name.partition(".")[0]
        if library not in LIBRARIES or library == "torch":  # what torch loads late is for its compilers
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def run_and_refuse(module: types.ModuleType) -> None:
                run(module)
                refuse_in(module, self.names)

            spec.loader.exec_module = run_and_refuse  # type: ignore[method-assign]
        return spec
