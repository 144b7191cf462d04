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
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from typing import Any, NoReturn

import torch

from interview_cli.grading.candidate.equivalents import equivalents_among
from interview_cli.grading.candidate.forbidden import LIBRARIES

BUILDING_BLOCKS = frozenset(
    {"cat", "concat", "concatenate", "stack", "hstack", "vstack", "dstack", "column_stack", "row_stack"}
)
"""What libraries are made of: torch prints a long tensor with them, NumPy seeds a generator.

They stay in the dispatcher and in NumPy, and in torch for its own code.
"""
KEYS = (
    "CPU", "CUDA", "MPS", "Meta", "CompositeImplicitAutograd", "CompositeExplicitAutograd",
    "CompositeExplicitAutogradNonFunctional", "CompositeImplicitAutogradNestedTensor", "NestedTensorCPU", "SparseCPU",
    "SparseCsrCPU", "MkldnnCPU", "QuantizedCPU", "FuncTorchBatched", "FuncTorchBatchedDecomposition",
)  # fmt: skip
"""Under which kernels that compute are kept: each can be called by itself. Those of other keys call one of these in turn."""


TAKES_BACK = "reset"
"""What brings the kernels back, of a library that is found on the heap."""
LATE = ("torch.onnx.ops", "torch.nn.attention", "torch._higher_order_ops")
"""What else torch loads late is for its compilers."""

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
    every = {spelling: shown(spelling, name) for name in sorted(forbidden) for spelling in spellings(name)}
    every |= {name: name for name in forbidden}
    for spelling, name in every.items():
        for module in places().get(spelling, ()):
            refuse_in(module, {spelling: name})
    if "backward" in forbidden:
        refuse_engine()
    for kind in subclasses(torch.distributions.Distribution):
        for name in forbidden.intersection(vars(kind)):
            setattr(kind, name, refusal(name))
    sys.meta_path.insert(0, Gate(every, forbidden))


@functools.cache
def operators() -> dict[str, list[str]]:
    """Torch's operators by name, each with its overloads: `softmax` with `aten::softmax.int` and `aten::softmax.int_out`."""
    found: dict[str, list[str]] = {}
    every = getattr(torch._C, "_dispatch_get_all_op_names", list)  # no documented function: a torch to come may lack it
    for operator in every():
        found.setdefault(operator.partition("::")[2].partition(".")[0], []).append(operator)
    return found


def warm_up() -> None:
    """Find out here, once, what each forked process needs to know."""
    equivalents()
    kernels()


def refuse_operators(names: frozenset[str]) -> None:
    """Exchange every kernel of these operators, and of those that do the same work, for a refusal; functions in tables, too."""
    forbidden = {operator: name for name in sorted(names) for operator in operators_of(name)}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # torch warns of every kernel that is exchanged
        for operator, name in forbidden.items():
            for overload in operators()[operator]:
                refuse_overload(overload, shown(operator, name))
    with contextlib.suppress(AttributeError, TypeError):
        setattr(torch._C._DispatchModule, TAKES_BACK, lambda _: None)


def refuse_overload(full: str, name: str) -> None:
    """Exchange its kernels, and disarm what tables hold for it."""
    namespace, _, overload = full.partition("::")
    for key, registered in kernels().items():
        if key == "CPU" or full in registered:
            library_of(namespace).impl(overload, key, refusal(name))
    for function in functions_of(full):
        disarm(function, name)


@functools.cache
def kernels() -> dict[str, frozenset[str]]:
    """Which overloads have a kernel under which key."""
    registered = getattr(torch._C, "_dispatch_get_registrations_for_dispatch_key", lambda _: operators())
    return {key: frozenset(registered(key)) for key in KEYS}


@functools.cache
def library_of(namespace: str) -> Any:
    """Where kernels of one namespace are exchanged; kept for good, since the kernels go back with it."""
    library = torch._C._dispatch_library("IMPL", namespace, "", __file__, 0)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))
    return library


@functools.cache
def overload_of(full: str) -> Any:
    """The object that stands for an overload in Python, None if none does."""
    namespace, _, rest = full.partition("::")
    name, _, overload = rest.partition(".")
    try:
        return getattr(getattr(getattr(torch.ops, namespace), name), overload or "default")
    except (AttributeError, RuntimeError):
        return None


def functions_of(full: str) -> Iterator[Any]:
    """What tables of torch hold for an overload, written in Python: decompositions, meta functions, kernels."""
    overload = overload_of(full)
    tables = getattr(sys.modules.get("torch._decomp"), "global_decomposition_table", {})
    for table in tables.values():
        if overload in table:
            yield table[overload]
    yield from list(getattr(overload, "py_kernels", {}).values())


def operators_of(name: str) -> tuple[str, ...]:
    """The operators that do a forbidden one's work, under whatever names."""
    return tuple(spelling for spelling in spellings(name) if spelling in operators())


def spellings(name: str) -> tuple[str, ...]:
    """The name, what it is called in private, and what else does the same work."""
    own = (name, f"_{name}", f"{name}_", f"_{name}_", f"special_{name}")
    known, prefix = known_names(), f"_{name}_"
    private = known[bisect_left(known, prefix) : bisect_left(known, prefix + "\uffff")]
    return tuple(dict.fromkeys([*own, *private, *equivalents().get(name, ())]))


@functools.cache
def known_names() -> tuple[str, ...]:
    """Of every operator, and of every function and class in a module of torch's that is loaded, in order."""
    in_torch = (name for name, modules in places().items() if any(is_torchs(module.__name__) for module in modules))
    return tuple(sorted({*operators(), *in_torch}))


@functools.cache
def equivalents() -> dict[str, list[str]]:
    """What does the same work, by forbidden name."""
    return equivalents_among(known_names())


def shown(spelling: str, name: str) -> str:
    """How a verdict calls it: by its own name, unless that is private or only the forbidden one dressed up."""
    return name if spelling.startswith("_") or name in spelling else spelling


def refuse_engine() -> None:
    """What `backward` and its kin call, where it can be had by name."""
    graph = sys.modules.get("torch.autograd.graph")
    if hasattr(graph, "_engine_run_backward"):
        disarm(vars(graph)["_engine_run_backward"], "backward")
    torch.autograd.Variable._execution_engine = None  # type: ignore[assignment]
    for name in ("_ImperativeEngine", "_EngineBase"):
        setattr(torch._C, name, refusal("backward"))


def disarm(function: Any, name: str) -> None:
    """Exchange what a library's function runs for a refusal, so that no table, alias or closure still leads to it."""
    waiting, seen = [function], set()
    while waiting:
        one = waiting.pop()
        if not isinstance(one, types.FunctionType) or id(one) in seen or not is_a_librarys(str(one.__module__)):
            continue
        seen.add(id(one))
        waiting.append(getattr(one, "__wrapped__", None))
        for cell in one.__closure__ or ():
            with contextlib.suppress(ValueError):  # an empty one
                held = cell.cell_contents
                waiting += [held] if getattr(held, "__name__", None) == one.__name__ else []
        with contextlib.suppress(ValueError, TypeError):
            one.__code__ = refusing_code(name, one.__code__.co_freevars)


def is_torchs(module: str) -> bool:
    """Whether a module of this name is torch's."""
    return module.partition(".")[0] == "torch"


def is_a_librarys(module: str) -> bool:
    """Whether a module of this name is a library's, torch's or another's."""
    return module.partition(".")[0] in LIBRARIES


def refusing_code(name: str, free: tuple[str, ...]) -> types.CodeType:
    """The code of a function with these free variables that does nothing but refuse."""
    kind = type("Withheld", (Withheld,), {"__init__": lambda self: Withheld.__init__(self, name)})

    def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise "the class"  # type: ignore[misc]  # noqa: B016 - a constant, in whose place the class is put

    code = refuse.__code__
    constants = tuple(kind if constant == "the class" else constant for constant in code.co_consts)
    return code.replace(co_consts=constants, co_freevars=free)


def refusal(name: str) -> Callable[..., NoReturn]:
    """A function that is not there."""

    def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise Withheld(name)

    return refuse


def for_itself(name: str, original: Callable[..., Any], is_own: Callable[[str], bool]) -> Callable[..., Any]:
    """The function as it is for the code of a library's own modules, a refusal for other code."""

    def call(*args: Any, **kwargs: Any) -> Any:
        if not is_own(str(sys._getframe(1).f_globals.get("__name__", ""))):
            raise Withheld(name)
        return original(*args, **kwargs)

    return call


@functools.cache
def loaded_libraries() -> tuple[types.ModuleType, ...]:
    """Every module of a library that is loaded before the file runs."""
    found = [module for name, module in list(sys.modules.items()) if name.partition(".")[0] in LIBRARIES]
    return tuple(module for module in found if isinstance(module, types.ModuleType))


@functools.cache
def places() -> dict[str, list[types.ModuleType]]:
    """Where names are found in the loaded libraries: in a forked process each look at a module copies its page."""
    found: dict[str, list[types.ModuleType]] = {}
    for module in loaded_libraries():
        for name, value in vars(module).items():
            if callable(value):
                found.setdefault(name, []).append(module)
    return found


def subclasses(kind: type) -> Iterator[type]:
    """The class, and all that are derived from it."""
    yield kind
    derived: list[type] = kind.__subclasses__()
    for one in derived:
        yield from subclasses(one)


def refuse_in(module: types.ModuleType, names: Mapping[str, str]) -> None:
    """Refuse what the module has under these names, each with what a verdict calls it."""
    contents = vars(module)
    for name in names.keys() & contents.keys():
        value = contents[name]
        if callable(value) and getattr(value, "__module__", None) != __name__:
            replace(module, name, value, names[name])


def refuse_methods(module: types.ModuleType, names: frozenset[str]) -> None:
    """Refuse methods of these names in a library's classes: `scipy.stats.multinomial.entropy` is one.

    Libraries call them, too, some when they are imported.
    """
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and is_a_librarys(str(kind.__module__))]
    for kind in kinds:
        for name in names.intersection(vars(kind)):
            if isinstance(vars(kind)[name], types.FunctionType):
                setattr(kind, name, for_itself(name, vars(kind)[name], is_a_librarys))


def replace(module: types.ModuleType, name: str, value: Callable[..., Any], called: str) -> None:
    """Put a refusal in the place of one thing: in a class itself, so that no other way leads to it either."""
    if name in BUILDING_BLOCKS:
        if is_torchs(module.__name__):
            setattr(module, name, for_itself(name, value, is_torchs))
        return
    disarm(value, called)
    if isinstance(value, type) and value.__name__ == name:
        with contextlib.suppress(TypeError):  # a class of C's
            value.__init__ = refusal(called)  # type: ignore[misc]
            return
    setattr(module, name, refusal(called))


class Gate:
    """Finds libraries that are imported later, and sees to it that they lack the same."""

    def __init__(self, names: Mapping[str, str], forbidden: frozenset[str]) -> None:
        self.names = names
        self.forbidden = forbidden

    def find_spec(self, name: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
        """See `importlib.abc.MetaPathFinder.find_spec`."""
        library = name.partition(".")[0]
        if library not in LIBRARIES or (library == "torch" and not name.startswith(LATE)):
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is not None and spec.loader is not None:
            run = spec.loader.exec_module

            def run_and_refuse(module: types.ModuleType) -> None:
                run(module)
                found = equivalents_among(vars(module))
                new = {other: shown(other, name) for name in self.forbidden for other in found.get(name, ())}
                refuse_in(module, {**new, **self.names})
                refuse_methods(module, self.forbidden - BUILDING_BLOCKS)

            spec.loader.exec_module = run_and_refuse  # type: ignore[method-assign]
        return spec
