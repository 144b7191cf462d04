"""Takes from the candidate's process what its problem forbids, however it is looked up there. Imports torch and the stdlib.

Two ways lead to a library's function: its name in a module, and, for what torch computes, the dispatcher. Under each forbidden
name both answer with `Withheld`: under any alias, a name made at run time, a mode that hides calls, TorchScript or a transform.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import gc
import inspect
import sys
import types
import warnings
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec, PathFinder
from types import MappingProxyType
from typing import Any, NoReturn

import torch

from interview_cli.grading.candidate.source.equivalents import equivalents_among
from interview_cli.grading.candidate.source.forbidden import LIBRARIES
from interview_cli.grading.candidate.standins import as_it_is

BUILDING_BLOCKS = frozenset(
    {"cat", "concat", "concatenate", "stack", "hstack", "vstack", "dstack", "column_stack", "row_stack"}
)
"""What libraries are made of: torch prints a long tensor with them, NumPy seeds a generator.

They stay in the dispatcher and in NumPy, and in torch for its own code.
"""
PRINTING = frozenset({"unpack_dual"})
"""What torch looks at each tensor with before it prints it; its operator stays refused, which only dual numbers need."""
KEYS = (
    "CPU", "CUDA", "MPS", "Meta", "CompositeImplicitAutograd", "CompositeExplicitAutograd",
    "CompositeExplicitAutogradNonFunctional", "CompositeImplicitAutogradNestedTensor", "NestedTensorCPU", "SparseCPU",
    "SparseCsrCPU", "MkldnnCPU", "QuantizedCPU", "FuncTorchBatched", "FuncTorchBatchedDecomposition",
)  # fmt: skip
"""Under which kernels that compute are kept: each can be called by itself. Those of other keys call one of these in turn."""


TAKES_BACK = "reset"
"""What brings the kernels back, of a library that is found on the heap."""
TORCHSCRIPT = frozenset({"script", "script_method", "script_if_tracing", "trace", "trace_module", "freeze"})
"""What compiles; where TorchScript is withheld, it gives back what it was given."""
COMPILERS = (
    "_create_function_from_graph", "_create_function_from_trace", "_create_function_from_trace_with_dict",
    "_import_ir_module_from_package", "_jit_differentiate", "_jit_interpret_graph", "_jit_script_class_compile",
    "_jit_script_compile", "_jit_script_compile_overload", "_jit_script_interface_compile", "_jit_to_static_module",
    "_load_for_lite_interpreter", "_load_for_lite_interpreter_from_buffer", "_load_mobile_module_from_bytes",
    "import_ir_module", "import_ir_module_from_buffer", "parse_ir",
)  # fmt: skip
METHODS_THAT_COMPILE = {
    "CompilationUnit": ("define", "create_function"),
    "Graph": ("create",),
    "ScriptModule": ("_define",),
}
"""Of torch._C: all that makes code of text, or of a graph."""
WITH_OPERATORS = frozenset({"torchvision", "xformers", "flash_attn"})
"""Libraries that bring operators of their own."""
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
    refuse_torchscript({spelling: shown(spelling, name) for spelling, name in every.items()})
    for kind in subclasses(torch.distributions.Distribution):
        for name in forbidden.intersection(vars(kind)):
            setattr(kind, name, refusal(name))
    let_in: set[str] = set()
    sys.meta_path.insert(0, Gate(MappingProxyType(every), forbidden, let_in))
    sys.addaudithook(no_way_around(let_in, names[0]))


@functools.cache
def operators() -> dict[str, list[str]]:
    """Torch's operators by name, each with its overloads: `softmax` with `aten::softmax.int` and `aten::softmax.int_out`."""
    found: dict[str, list[str]] = {}
    every = getattr(torch._C, "_dispatch_get_all_op_names", list)  # no documented function: a torch to come may lack it
    for operator in every():
        found.setdefault(operator.partition("::")[2].partition(".")[0], []).append(operator)
    return found


@functools.cache
def operators_of_torchscript() -> frozenset[str]:
    """The names of those that TorchScript's interpreter has and the dispatcher has not: `aten::grad` runs autograd."""
    schemas = getattr(torch._C, "_jit_get_all_schemas", list)
    return frozenset(schema.name.partition("::")[2] for schema in schemas()) - operators().keys()


def warm_up() -> None:
    """Find out here, once, what each forked process needs to know."""
    equivalents()
    kernels()
    loaded_files()


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
    """Of every operator, and of every function and class in a library's module that is loaded, in order."""
    return tuple(sorted({*operators(), *operators_of_torchscript(), *places()}))


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


def refuse_torchscript(names: Mapping[str, str]) -> None:
    """Refuse its own operators of these names, each with what a verdict calls it; and, if there is one, what compiles code.

    Nothing takes them out of its interpreter: no code of the file's may reach that.
    """
    found = {name: called for name, called in names.items() if name in operators_of_torchscript()}
    if not found:
        return
    for finder in ("_jit_get_operation", "_get_operation_overload"):
        setattr(torch._C, finder, but_for(found, getattr(torch._C, finder)))
    refuse = refusal(f"TorchScript's {min(found.values())}")
    for name in COMPILERS:
        if hasattr(torch._C, name):
            setattr(torch._C, name, refuse)
    for kind, methods in METHODS_THAT_COMPILE.items():
        for method in methods:
            setattr(getattr(torch._C, kind), method, refuse)
    for name in TORCHSCRIPT:
        setattr(torch.jit, name, as_it_is)


def but_for(names: Mapping[str, str], original: Callable[..., Any]) -> Callable[..., Any]:
    """A function that finds an operator by its full name, unless it is one of these."""

    def find(full: str, *rest: Any) -> Any:
        name = full.partition("::")[2]
        if name in names:
            raise Withheld(names[name])
        return original(full, *rest)

    return find


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
            one.__code__ = refusing_code(name, one.__code__)


def is_torchs(module: str) -> bool:
    """Whether a module of this name is torch's."""
    return module.partition(".")[0] == "torch"


def is_a_librarys(module: str) -> bool:
    """Whether a module of this name is a library's, torch's or another's."""
    return module.partition(".")[0] in LIBRARIES


def refusing_code(name: str, own: types.CodeType) -> types.CodeType:
    """Code of the same kind, with the same free variables, that does nothing but refuse; a generator's when it is begun."""
    kind = type("Withheld", (Withheld,), {"__init__": lambda self: Withheld.__init__(self, name)})

    def refuse(*_args: Any, **_kwargs: Any) -> NoReturn:
        raise "the class"  # type: ignore[misc]  # noqa: B016 - a constant, in whose place the class is put

    def refuse_in_turn(*_args: Any, **_kwargs: Any) -> Iterator[NoReturn]:
        raise "the class"  # type: ignore[misc]  # noqa: B016 - likewise
        yield  # type: ignore[unreachable]

    code = (refuse_in_turn if own.co_flags & inspect.CO_GENERATOR else refuse).__code__
    constants = tuple(kind if constant == "the class" else constant for constant in code.co_consts)
    return code.replace(co_consts=constants, co_freevars=own.co_freevars)


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
def loaded_files() -> frozenset[str]:
    """Where the modules of the libraries come from."""
    return frozenset(str(getattr(module, "__file__", "")) for module in loaded_libraries())


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

    Libraries call them, too, some when they are imported. What does the same work under another name is nobody's any more.
    """
    kinds = [kind for kind in vars(module).values() if isinstance(kind, type) and is_a_librarys(str(kind.__module__))]
    for kind in kinds:
        for name in names.intersection(vars(kind)):
            if isinstance(vars(kind)[name], types.FunctionType):
                setattr(kind, name, for_itself(name, vars(kind)[name], is_a_librarys))
        if kind.__module__ == module.__name__:
            for name, other in equivalents_in(vars(kind), names):
                disarm(vars(kind)[other], shown(other, name))


def equivalents_in(contents: Mapping[str, Any], names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Forbidden names, each with one in there that does its work."""
    found = equivalents_among(contents)
    yield from ((name, other) for name in names for other in found.get(name, ()) if other not in names)


def refuse_new_operators(names: frozenset[str]) -> None:
    """Of those that a library has just brought, the ones with a forbidden name: `torchvision::nms`."""
    known = {full for overloads in operators().values() for full in overloads}
    for full in set(torch._C._dispatch_get_all_op_names()) - known:
        name = full.partition("::")[2].partition(".")[0]
        called = name if name in names else next((n for n, _ in equivalents_in({name: None}, names)), None)
        if called is not None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # torch warns of every kernel that is exchanged
                refuse_overload(full, shown(name, called))


def replace(module: types.ModuleType, name: str, value: Callable[..., Any], called: str) -> None:
    """Put a refusal in the place of one thing: in a class itself, so that no other way leads to it either."""
    if name in BUILDING_BLOCKS | PRINTING:
        if is_torchs(module.__name__):
            setattr(module, name, for_itself(name, value, is_torchs))
        return
    disarm(value, called)
    if isinstance(value, type) and value.__name__ == name and refuse_class(value, called):
        return
    setattr(module, name, refusal(called))


def refuse_class(kind: type, called: str) -> bool:
    """Whether nothing can be made of it any more. What a class of C's can do is refused, too: others may still make one."""
    with contextlib.suppress(TypeError):
        kind.__init__ = refusal(called)  # type: ignore[misc]
        return True
    [own] = gc.get_referents(vars(kind))[:1]
    for method in [name for name, value in own.items() if callable(value) and not name.startswith("__")]:
        own[method] = refusal(called)
    ctypes.pythonapi.PyType_Modified(ctypes.py_object(kind))
    return False


class Gate:
    """Finds libraries that are imported later, and sees to it that they lack the same.

    `let_in` holds the files that come in through it, while they run. No attribute holds the names: a file could empty it.
    """

    def __init__(self, names: Mapping[str, str], forbidden: frozenset[str], let_in: set[str]) -> None:
        def refuse_what_it_has(module: types.ModuleType) -> None:
            new = {other: shown(other, name) for name, other in equivalents_in(vars(module), forbidden)}
            refuse_in(module, {**new, **names})
            refuse_methods(module, forbidden - BUILDING_BLOCKS)
            if module.__name__.partition(".")[0] in WITH_OPERATORS:
                refuse_new_operators(forbidden - BUILDING_BLOCKS)

        def find_spec(name: str, path: Sequence[str] | None, target: Any = None) -> ModuleSpec | None:
            library = name.partition(".")[0]
            if library not in LIBRARIES or (library == "torch" and not name.startswith(LATE)):
                return None
            spec = PathFinder.find_spec(name, path, target)
            loader: Any = spec and spec.loader
            if spec is not None and loader is not None:
                loader.create_module = through(loader.create_module, str(spec.origin))
                loader.exec_module = through(loader.exec_module, str(spec.origin))
            return spec

        def through(step: Callable[[Any], Any], origin: str) -> Callable[[Any], Any]:
            """Make or run a module; one of C's may be whole when it is made."""

            def go(given: Any) -> Any:
                let_in.add(origin)
                try:
                    result = step(given)
                finally:
                    let_in.discard(origin)
                for one in (given, result):
                    if isinstance(one, types.ModuleType):
                        refuse_what_it_has(one)
                return result

            return go

        self.find_spec = find_spec  # see `importlib.abc.MetaPathFinder`


def no_way_around(let_in: Collection[str], name: str) -> Callable[[str, tuple[Any, ...]], None]:
    """An audit hook, which Python has no way to remove: no library is loaded but through the gate, nor torch a second time."""
    here = loaded_files()

    def look(event: str, args: tuple[Any, ...]) -> None:
        if event == "exec":
            code = args[0]
            file = code.co_filename if isinstance(code, types.CodeType) and code.co_name == "<module>" else None
        else:
            file = args[1] if event == "import" else None
        library, _, rest = library_of_file(file or "").partition(".")
        if not library or file in let_in:
            return
        full = f"{library}.{rest}".rstrip(".")
        if library != "torch" or file in here or full.startswith(LATE):
            raise Withheld(f"{full} to reach {name}")

    return look


def library_of_file(file: str) -> str:
    """`scipy.special` for its file where libraries are installed; nothing for any other."""
    folders = file.split("/")
    for place in ("site-packages", "dist-packages"):
        if place in folders:
            parts = folders[folders.index(place) + 1 :]
            parts[-1] = parts[-1].partition(".")[0]
            if parts[0] in LIBRARIES:
                return ".".join(part for part in parts if part != "__init__")
    return ""
