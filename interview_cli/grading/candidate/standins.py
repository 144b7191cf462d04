"""Packages that change no answer, where they are not installed: numba's compiler, tqdm's bar, checks of types, trainers.

Standard library only.
"""

from __future__ import annotations

import ast
import contextlib
import functools
import importlib
import importlib.util
import inspect
import sys
import types
import typing
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from importlib.machinery import ModuleSpec
from typing import Any

from interview_cli.grading.candidate.matching.syntax.decorators import decorate_alone, left_out, roots_of_idle
from interview_cli.grading.candidate.matching.syntax.lookups import Parts
from interview_cli.grading.candidate.matching.syntax.spared import asked_for, checking_alone, kept_alone

KINDS = (
    "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "intp", "float32", "float64", "complex64",
    "complex128", "boolean", "void", "i4", "i8", "f4", "f8", "b1",
)  # fmt: skip
"""What numba's signatures are written with."""


def as_it_is(*given: Any, **options: Any) -> Any:
    """A decorator, with or without arguments, that gives the function back."""
    del options
    if len(given) == 1 and isinstance(given[0], types.FunctionType):
        return given[0]
    return lambda function: function


class Kind:
    """A type in a signature: `float64(float64[:], int64)`."""

    def __call__(self, *of: Any) -> Kind:
        del of
        return self

    def __getitem__(self, axes: Any) -> Kind:
        del axes
        return self


class Described:
    """A type that says more of a tensor than torch does: `Float[Tensor, "b n d"]`."""

    def __class_getitem__(cls, described: Any) -> type[Described]:
        del described
        return cls


class Progress:
    """What is gone through, and a bar that nobody sees."""

    def __init__(self, iterable: Iterable[Any] | None = None, *given: Any, **options: Any) -> None:
        del given
        self.iterable, self.total, self.n = iterable, options.get("total"), 0

    def __iter__(self) -> Iterator[Any]:
        return iter(self.iterable if self.iterable is not None else ())

    def __len__(self) -> int:
        return len(self.iterable) if isinstance(self.iterable, Sequence) else int(self.total or 0)

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def said(self, *given: Any, **options: Any) -> None:
        """Nothing."""
        del given, options

    update = set_description = set_description_str = set_postfix = set_postfix_str = refresh = close = write = said


class Activations:
    """`ACT2FN["silu"]`: torch's functions by the names that the configs of transformers have."""

    def __getitem__(self, name: str) -> Any:
        nn = importlib.import_module("torch.nn")
        kinds = {
            "silu": nn.SiLU,
            "swish": nn.SiLU,
            "relu": nn.ReLU,
            "gelu": nn.GELU,
            "tanh": nn.Tanh,
            "sigmoid": nn.Sigmoid,
        }
        if name in ("gelu_new", "gelu_pytorch_tanh", "gelu_fast"):
            return nn.GELU(approximate="tanh")
        return kinds[name]()


def tuple_of(number: int) -> Callable[[Any], Any]:
    """`to_2tuple(16)`: a number so many times; what has several is as it is."""
    return lambda value: (
        tuple(value) if isinstance(value, Iterable) and not isinstance(value, str) else (value,) * number
    )


def filled(tensor: Any, *given: Any, **options: Any) -> Any:
    """`trunc_normal_`, which torch has, too."""
    return importlib.import_module("torch.nn.init").trunc_normal_(tensor, *given, **options)


def floats(value: Any, dtype: Any = None) -> Any:
    """`as_float_array`: an array of floats."""
    return importlib.import_module("numpy").asarray(value, dtype or float)


def signed_power(base: Any, power: Any) -> Any:
    """`spow`: of a negative number that of its magnitude, with its sign."""
    numpy = importlib.import_module("numpy")
    return numpy.sign(base) * numpy.abs(base) ** power


def unless_none(value: Any, default: Any) -> Any:
    """`optional`: a value, or what stands for none."""
    return default if value is None else value


def as_given(value: Any, *given: Any) -> Any:
    """A conversion that only another scale of the library changes."""
    del given
    return value


def asserted(condition: Any, message: str) -> None:
    """`assert`, as a function. Raises: AssertionError."""
    if not condition:
        raise AssertionError(message)


def items_of(table: Mapping[Any, Any]) -> Iterator[Any]:
    """`six.iteritems(table)`."""
    return iter(table.items())


def values_of(table: Mapping[Any, Any]) -> Iterator[Any]:
    """`six.itervalues(table)`."""
    return iter(table.values())


def steps(*limits: int, **options: Any) -> Progress:
    """`trange(n)`."""
    return Progress(range(*limits), **options)


class Base:
    """What classes stand on whose base is of a package that is not there."""

    package = ""

    def __init__(self, *given: Any, **options: Any) -> None:
        del given, options

    def __getattr__(self, name: str) -> Any:
        where = f"its base is of {self.package}, which is not installed here"
        raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}': {where}")


class Absent:
    """A name of a package that is not there: it may be a base, a default or a part of an annotation, and nothing more."""

    def __init__(self, package: str) -> None:
        self.__dict__["_package"] = package

    def __mro_entries__(self, bases: tuple[Any, ...]) -> tuple[type, ...]:
        """As a base."""
        del bases
        return (type("Base", (Base,), {"package": self._package}),)

    def __instancecheck__(self, value: object) -> bool:
        del value
        return False

    def __or__(self, other: Any) -> Absent:
        del other
        return self

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # Python asks for these by itself
            raise AttributeError(name)
        raise ModuleNotFoundError(f"No module named '{self._package}'", name=self._package)

    def __call__(self, *given: Any, **options: Any) -> Any:
        del given, options
        raise ModuleNotFoundError(f"No module named '{self._package}'", name=self._package)

    __ror__ = __or__
    __getitem__ = __call__


class Kept(Absent):
    """One that makes parts of an object: which other methods use, and say then that it is not there."""

    def __call__(self, *given: Any, **options: Any) -> Any:
        del given, options
        return Absent(self._package)


DESCRIBED = (
    "Array", "Bool", "BFloat16", "Complex", "Complex64", "Complex128", "Float", "Float16", "Float32", "Float64", "Inexact",
    "Int", "Int8", "Int16", "Int32", "Int64", "Integer", "Key", "Num", "Real", "Scalar", "ScalarLike", "Shaped", "UInt",
    "UInt8", "UInt16", "UInt32", "UInt64",
)  # fmt: skip
"""What jaxtyping calls tensors."""
OF_TQDM: dict[str, Any] = {"tqdm": Progress, "trange": steps}
OF_TIMM: dict[str, Any] = {
    **{f"to_{number}tuple": tuple_of(number) for number in (1, 2, 3, 4)},
    "trunc_normal_": filled,
    "_assert": asserted,
}
"""The small helpers of vision models."""
OF_COLOUR: dict[str, Any] = {
    **dict.fromkeys(("as_float_array", "to_domain_1"), floats),
    **dict.fromkeys(("as_float", "from_range_1"), as_given),
    "optional": unless_none,
    "Structure": types.SimpleNamespace,
}
"""The small helpers of the library of color science."""
OF_SIX: dict[str, Any] = {
    "range": range,
    "map": map,
    "zip": zip,
    "filter": filter,
    "input": input,
    "reduce": functools.reduce,
}
"""What code for Python 2, too, takes of six: what Python has itself now."""
OF_LIGHTNING = ("lightning", "lightning.pytorch", "pytorch_lightning")
"""What trains modules; of it a module is all that answers stand on."""
STAND_INS: dict[str, dict[str, Any]] = {
    **{name: {} for name in OF_LIGHTNING},
    "numba": {"jit": as_it_is, "njit": as_it_is, "prange": range, **{name: Kind() for name in KINDS}},
    "beartype": {"beartype": as_it_is},
    "colour.algebra": {"spow": signed_power},
    "colour.utilities": OF_COLOUR,
    "beartype.typing": {name: getattr(typing, name) for name in typing.__all__},
    "jaxtyping": {"jaxtyped": as_it_is, **dict.fromkeys(DESCRIBED, Described)},
    "transformers.activations": {"ACT2FN": Activations()},
    "timm.layers": OF_TIMM,
    "timm.models.layers": OF_TIMM,
    "six": {
        "iterkeys": iter,
        "iteritems": items_of,
        "itervalues": values_of,
        "string_types": (str,),
        "PY2": False,
        "PY3": True,
    },
    "six.moves": OF_SIX | {"xrange": range},
    "typeguard": {"typechecked": as_it_is},
    "tqdm": OF_TQDM,
    "tqdm.auto": OF_TQDM,
    "tqdm.notebook": OF_TQDM,
}


def standing_for(name: str, package: str, nodes: Collection[ast.AST]) -> Any:
    """What takes the place of a name from a package that is not there: of a decorator or check that changes nothing, nothing."""
    asked = asked_for(name)
    if asked or checking_alone({name}, nodes):
        return answering(is_there=asked is not None and importlib.util.find_spec(asked) is not None)
    if name not in decorate_alone({name}, nodes):
        return Kept(package) if kept_alone({name}, nodes) else Absent(package)
    made: dict[str, Any] = {}
    exec(left_out(name, nodes), made)
    return made[name]


def answering(*, is_there: bool) -> Callable[..., bool]:
    """A function that says so of a package, whatever it is given."""

    def answer(*given: Any, **options: Any) -> bool:
        del given, options
        return is_there

    return answer


def spare_the_map_of_memory(tree: ast.Module) -> None:
    """scikit-learn reads which libraries are loaded to set their threads, from a map of memory that is closed here."""
    if any(name.partition(".")[0] == "sklearn" for node in ast.walk(tree) for name in modules_of(node)):
        with contextlib.suppress(ImportError):
            importlib.import_module("threadpoolctl").ThreadpoolController._load_libraries = lambda _: None


def stand_in(tree: ast.Module, is_there: Callable[[str], bool]) -> list[str]:
    """Put them where a file looks for them; the packages that they stand for."""
    asked = {name for node in ast.walk(tree) for name in modules_of(node)}
    packages = sorted({name.partition(".")[0] for name in asked & STAND_INS.keys()})
    absent = [package for package in packages if not is_there(package)]
    for name, members in STAND_INS.items():
        if name.partition(".")[0] in absent:
            module = types.ModuleType(name)
            module.__spec__ = ModuleSpec(name, None)
            module.__path__ = []
            module.__dict__.update(members, __getattr__=lacking(name))
            if name in OF_LIGHTNING:
                module.__dict__["LightningModule"] = trained_module()
            sys.modules[name] = module
            parent, _, leaf = name.rpartition(".")
            if parent in sys.modules:
                setattr(sys.modules[parent], leaf, module)
    return absent


def lacking(name: str) -> Callable[[str], Any]:
    """What says of all else that is looked for in a module that its package is not there."""
    package = name.partition(".")[0]

    def found(member: str) -> Any:
        if member.startswith("__"):  # Python asks for these by itself
            raise AttributeError(member)
        raise ModuleNotFoundError(f"No module named {package!r}", name=package)

    return found


def trained_module() -> type[Any]:
    """A module with what trainers give it: its settings in `hparams`, and values that are logged and seen by nobody."""
    base: type[Any] = importlib.import_module("torch.nn").Module

    def save_hyperparameters(self: Any, *which: Any, ignore: Any = (), **options: Any) -> None:
        del options
        frame = sys._getframe(1)
        names = [*inspect.getargvalues(frame).args, *frame.f_code.co_varnames[: frame.f_code.co_kwonlyargcount]]
        given = {name: frame.f_locals[name] for name in names if frame.f_locals.get(name) is not self}
        self.hparams = Parts(kept_of(given, which, [ignore] if isinstance(ignore, str) else ignore))

    def said(self: Any, *given: Any, **options: Any) -> None:
        del self, given, options

    inner = {"save_hyperparameters": save_hyperparameters, "log": said, "log_dict": said, "hparams": Parts()}
    return type("LightningModule", (base,), inner)


def kept_of(given: Mapping[str, Any], which: Sequence[Any], ignored: Collection[str]) -> Mapping[str, Any]:
    """What a trained module keeps of what it is made with: all, what is named, or what one object holds; not what is ignored."""
    whole = next((one for one in which if not isinstance(one, str)), None)
    if whole is not None:
        return whole if isinstance(whole, Mapping) else vars(whole)
    return {name: value for name, value in given.items() if name not in ignored and (not which or name in which)}


def known_of(node: ast.stmt) -> dict[str, Any] | None:
    """What a stand-in has of the names that an import takes from it, as the file calls them; None for any other import."""
    module = sys.modules.get(node.module or "") if isinstance(node, ast.ImportFrom) else None
    if module is None or module.__name__ not in STAND_INS or getattr(module.__spec__, "loader", None) is not None:
        return None
    return {one.asname or one.name: vars(module)[one.name] for one in node.names if one.name in vars(module)}  # type: ignore[attr-defined]


def can_be_absent(names: Collection[str], nodes: Iterable[ast.AST]) -> bool:
    """Whether code does nothing with these names that an `Absent` would not do, or say what it lacks at."""
    allowed, used = set[int](), list[ast.Name]()
    for node in nodes:
        match node:
            case ast.Name(id=name, ctx=ast.Load()) if name in names:
                used.append(node)
            case ast.ClassDef(bases=bases):
                allowed |= {id(base) for base in bases}
            case ast.Call(func=func, args=args):
                allowed |= {id(func), *(id(arg) for arg in args if getattr(func, "id", "") == "isinstance")}
            case ast.Attribute(value=value) | ast.Subscript(value=value):
                allowed.add(id(value))
            case ast.arguments(defaults=defaults, kw_defaults=kw_defaults):
                allowed |= {id(default) for default in (*defaults, *kw_defaults)}
            case ast.arg(annotation=ast.expr() as place) | ast.AnnAssign(annotation=place):
                allowed |= {id(part) for part in ast.walk(place)}
            case ast.FunctionDef(returns=ast.expr() as place):
                allowed |= {id(part) for part in ast.walk(place)}
        allowed |= {id(root) for root in roots_of_idle([node])}
    return all(id(use) in allowed for use in used)


def modules_of(node: ast.AST) -> list[str]:
    """What an import statement names."""
    match node:
        case ast.Import(names=imported):
            return [alias.name for alias in imported]
        case ast.ImportFrom(module=str(module), level=0):
            return [module]
    return []
