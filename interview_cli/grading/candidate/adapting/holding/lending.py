"""What the object of a pasted method would hold, taken from what the problem gives. Imports torch.

A method stands without its constructor, or with one that takes what nobody gives: `self.alphas_cumprod` is what the problem
calls alphas_bar then, `self.sqrt_alphas_cumprod` its root, and `self.device` where the inputs lie.
"""

from __future__ import annotations

import ast
import contextlib
import dis
import functools
import inspect
import itertools
import types
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.holding.computed import layers_made, numbers_computed
from interview_cli.grading.candidate.matching.calls.bound import HERE
from interview_cli.grading.candidate.matching.names.kinds import OF_SAMPLES, OF_VALUES, OF_VIEWS, VIEWS, is_whole
from interview_cli.grading.candidate.matching.names.likeness import same, says_the_mode
from interview_cli.grading.candidate.matching.names.schedules import source_of
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.standins import Base

ABSENT = object()
OF_TRAINERS: Mapping[str, Any] = {
    "reference_free": False, "label_smoothing": 0.0, "use_weighting": False, "rpo_alpha": None, "is_encoder_decoder": False,
    "label_pad_token_id": -100, "f_divergence_type": "reverse_kl", "f_divergence_params": None, "kl_penalty": "kl",
}  # fmt: skip
"""What methods of trainers ask their object for that problems leave open, with the value that changes nothing."""
USUAL_TYPES: Mapping[str, str] = {"loss_type": "sigmoid"}
"""What trainers take by default, of preferences."""
OF_CONTROLLERS = ("_ctl", "_controller")
"""How names end of what holds a number that it changes between steps: `self.kl_ctl.value`."""
ACCELERATOR = "accelerator"
"""How trainers call what says where tensors lie, and gathers them from all processes."""
OF_OBJECTS = frozenset({"LOAD_ATTR", "LOAD_METHOD"})
STEPS: Mapping[str, Callable[[Any], Any]] = {
    "sqrt": lambda value: value**0.5,
    "one_minus": lambda value: 1 - value,
    "recip": lambda value: 1 / value,
    "recipm1": lambda value: 1 / value - 1,
    "alphas": lambda betas: 1 - betas,
    "alphas_bar": lambda betas: (1 - betas).cumprod(0),
    "betas": lambda levels: 1 - levels / before(levels),
    "prev": lambda value: before(value),
}
"""What names of tables say that they are, beside the table that is given."""


def before(levels: Any) -> Any:
    """The level before each one: 1 before the first."""
    found = levels * 1
    found[1:], found[:1] = levels[:-1], 1
    return found


def in_steps(value: Any, steps: Sequence[str]) -> Any:
    """What follows from a value in these steps, of which the last one comes first."""
    return functools.reduce(lambda found, step: STEPS[step](found), reversed(steps), value)


class Lender:
    """What is lent at a call: `values` by the problem's names, and where the given tensors lie.

    `own`: what the method itself is given, by its own names: `default(steps, self.steps)` asks for both. `refused`: names that
    might be of what is given, and are not, since others have its own: `delta` beside `beta`. `texts`: what an object says of
    its mode, where the problem's name does: `self.loss_type == "grpo"`.
    """

    def __init__(self) -> None:
        self.texts: Mapping[str, Any] = {}
        self.refused: Collection[str] = ()
        self.values: Mapping[str, Any] = {}
        self.own: Mapping[str, Any] = {}
        self.tensors: list[torch.Tensor] = []
        self.written: list[tuple[Any, str]] = []

    def gives(self, values: Mapping[str, Any], own: Mapping[str, Any]) -> None:
        """For the call that follows. What an object has written over what was lent for the last one is lent anew."""
        self.values, self.own = values, own
        for made, name in self.written:
            vars(made).pop(name, None)
        self.written.clear()
        self.tensors = [value for value in (*values.values(), *own.values()) if isinstance(value, torch.Tensor)]

    def sees_written(self, made: Any, name: str) -> None:
        """An object has put something there itself: `self.levels = self.levels.to(device)`."""
        if not is_whole(name) and source_of(name, self.values) is not None:
            self.written.append((made, name))

    def lent(self, name: str) -> Any:
        """What an attribute of that name would be; ABSENT for what does not follow from anything given."""
        if is_whole(name):
            return Settings(self)
        if name in self.texts:
            return self.texts[name]
        if name in OF_VIEWS and {*VIEWS} <= self.own.keys():
            return len(VIEWS)
        if name in OF_SAMPLES and any(one.ndim > 1 for one in self.tensors):
            return next(len(one) for one in self.tensors if one.ndim > 1)
        if name == "device":
            return self.tensors[0].device if self.tensors else torch.device(HERE)
        found = source_of(name, self.values) if name not in self.refused else None
        if found is None and name == ACCELERATOR:
            return alone(self.lent("device"))
        if found is None:
            return self.own.get(name, OF_TRAINERS.get(name, ABSENT))
        given, steps = found
        value = in_steps(self.values[given], steps)
        return types.SimpleNamespace(value=value) if name.endswith(OF_CONTROLLERS) else value

    def lent_to(self, kind: type[Any], name: str) -> Any:
        """What it would be in an object of the class: what its constructor computes of what is lent, or that itself.

        What trainers have of their base is lent to no class that has a constructor of its own and stands on none.
        """
        is_of_a_base = name in (*OF_TRAINERS, ACCELERATOR) and source_of(name, self.values) is None
        if is_of_a_base and constructors_of(kind) and not issubclass(kind, Base):
            return self.own.get(name, ABSENT)
        value = self.lent(name)
        if not isinstance(value, int | float):
            return value
        return numbers_computed(kind, self.known).get(name, value)

    def known(self, name: str) -> Any:
        """What is lent for a parameter. Raises: KeyError where that is nothing."""
        value = self.lent(name)
        if value is ABSENT:
            raise KeyError(name)
        return value

    def object_of(self, kind: type[Any]) -> Any:
        """An object of the class, made without its constructor if that needs anything, that has what is lent beside its own."""
        lender, layers = self, layers_made(kind)

        def looked_up(self: Any, name: str) -> Any:
            inherited = getattr(kind, "__getattr__", None)
            value = (
                lender.lent_to(kind, name) if not name.startswith("__") else ABSENT
            )  # `self._step`, and no method of Python's
            if inherited is not None:
                with contextlib.suppress(AttributeError):
                    return inherited(self, name)
            value = layers.get(name, ABSENT) if value is ABSENT else value
            if value is ABSENT:
                raise AttributeError(f"'{kind.__name__}' object has no attribute '{name}'{without(kind)}")
            return value

        def written(self: Any, name: str, value: Any) -> None:
            super(lent, self).__setattr__(name, value)
            lender.sees_written(self, name)

        own = {
            "__getattr__": looked_up,
            "__setattr__": written,
            "__module__": kind.__module__,
            "__qualname__": kind.__qualname__,
        }
        lent: Any = types.new_class(kind.__name__, (kind,), exec_body=lambda body: body.update(own))
        if can_be_called(lent):
            return lent()
        made = object.__new__(lent)
        if isinstance(made, torch.nn.Module):
            torch.nn.Module.__init__(made)
        return made


class Settings:
    """`self.config`, whose entries are what is lent."""

    def __init__(self, lender: Lender) -> None:
        self._lender = lender

    def __getattr__(self, name: str) -> Any:
        value = self._lender.lent(name) if not name.startswith("_") else ABSENT
        if value is ABSENT:
            raise AttributeError(f"the settings hold what the problem gives, and no {name}")
        return value

    def __getitem__(self, name: str) -> Any:
        try:
            return getattr(self, name)
        except AttributeError:
            raise KeyError(name) from None


def alone(device: torch.device) -> types.SimpleNamespace:
    """The accelerator of a trainer that has one process, whose values are those of all."""
    gather = dict.fromkeys(("gather", "gather_for_metrics", "reduce", "pad_across_processes", "unwrap_model"), first_of)
    return types.SimpleNamespace(device=device, num_processes=1, process_index=0, is_main_process=True, **gather)


def first_of(value: Any, *given: Any, **options: Any) -> Any:
    """The value."""
    del given, options
    return value


def with_objects(function: Any, names: Collection[str], lender: Lender) -> Any:
    """The function without these parameters, which it is given what is lent for: `diffusion` of `diffusion.alphas[t]`."""
    own = inspect.signature(function)
    signature = own.replace(parameters=[one for name, one in own.parameters.items() if name not in names])

    @functools.wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        given = signature.bind(*args, **kwargs)
        return function(**given.arguments, **dict.fromkeys(names, Settings(lender)))

    call.__signature__ = signature  # type: ignore[attr-defined]
    return call


def objects_among(function: Any, given: Collection[str], functions: Collection[str] = ()) -> list[str]:
    """The parameters that must be given, of which a function asks nothing but what follows from given values, at least twice.

    What it calls there, as `vae.encode(x)`, is one of the given `functions`, by its own name. None where there are parameters
    that are not named when they are given.
    """
    own = inspect.signature(function).parameters.values()
    if any(one.kind is not one.POSITIONAL_OR_KEYWORD for one in own):
        return []
    used = parts_used(function, functions)
    must = [one.name for one in own if one.default is one.empty and one.name not in given]
    return [
        name
        for name in must
        if len(used.get(name, ())) > 1
        and all(part is not None and part not in OF_VALUES and source_of(part, given) for part in used[name])
    ]


def parts_used(function: Any, functions: Collection[str] = ()) -> dict[str, list[str | None]]:
    """Of each variable the attributes that are read, or called if they are among the `functions`; None for any other use.

    An entry that is asked for by a text is one, too.
    """
    used: dict[str, list[str | None]] = {}
    steps = [*dis.get_instructions(inspect.unwrap(function).__code__)]
    for step, after, last in zip(steps, steps[1:], steps[2:], strict=False):
        if step.opname.startswith("LOAD_FAST"):
            is_known = after.opname == "LOAD_ATTR" or (after.opname == "LOAD_METHOD" and after.argval in functions)
            is_known |= is_sought(after, last)
            used.setdefault(str(step.argval), []).append(str(after.argval) if is_known else None)
    return used


def is_sought(step: dis.Instruction, after: dis.Instruction) -> bool:
    """Whether an entry is asked for by a text: `schedule["betas"]`."""
    is_of_entries = "BINARY_SUBSCR" in after.opname or after.argrepr == "[]"
    return step.opname == "LOAD_CONST" and isinstance(step.argval, str) and is_of_entries


def is_lent_to(kind: type[Any]) -> bool:
    """Whether the class has no constructor in the file, or one that must be given something."""
    return not constructors_of(kind) or not can_be_called(kind)


def constructors_of(kind: type[Any]) -> list[Any]:
    """Those in the file: its own, and those of classes below it."""
    own = [vars(base) for base in kind.__mro__ if base.__module__ == kind.__module__]
    return [members[name] for members in own for name in ("__init__", "__new__") if name in members]


def without(kind: type[Any]) -> str:
    """Why an object has less than one that its constructor made."""
    if can_be_called(kind):
        return ""
    given = [
        one
        for one in inspect.signature(kind).parameters.values()
        if one.kind not in (one.VAR_POSITIONAL, one.VAR_KEYWORD)
    ]
    needed = [one.name for one in given if one.default is one.empty]
    return f": {kind.__name__} can only be made with {', '.join(needed)}, which the problem does not give"


def can_be_called(kind: type[Any]) -> bool:
    """Whether an object can be made without arguments, as far as the signature says."""

    try:
        inspect.signature(kind).bind()
    except TypeError:
        return False
    except ValueError:  # it has no signature
        return True
    return True


def names_read(kind: type[Any] | types.SimpleNamespace, *asked: str) -> set[str]:
    """Names of attributes that are asked for, or that methods and what they call look up, and the class, or the file, lacks."""
    found, left, seen = {name for name in asked if not hasattr(kind, name)}, [*asked], set[str]()
    while left:
        name = left.pop()
        own = getattr(kind, name, None)
        function = inspect.unwrap(own) if callable(own) else None  # under `@torch.no_grad()`
        if name in seen or not isinstance(function, types.FunctionType):
            continue
        seen.add(name)
        codes = list(codes_in(function.__code__))
        used = {name for code in codes for name in code.co_names}
        if any(map(is_whole, used)):  # `self.config["beta"]`
            texts = [value for code in codes for value in code.co_consts if isinstance(value, str)]
            used |= {text for text in texts if text.isidentifier()}  # what a docstring says is no name
        pairs = [pair for code in codes for pair in itertools.pairwise(dis.get_instructions(code))]
        used -= of_tensors(pairs)
        used |= {step.argval for step, after in pairs if is_sought(step, after)}
        found |= {name for name in used - of_the_file(function, codes) if not hasattr(kind, name)}
        left += used
    return found


def of_others(names: Collection[str], given: Collection[str]) -> list[str]:
    """Those of these names that are only related to what is given, where another of them has that one's own name."""
    sources = {name: found[0] for name in names if (found := source_of(name, given)) is not None and not found[1]}
    own = {given for name, given in sources.items() if same(name, given)}
    return [name for name, given in sources.items() if given in own and not same(name, given)]


def values_read(kind: type[Any] | types.SimpleNamespace, *asked: str) -> set[str]:
    """What methods of these names, and what they call, ask their object or its settings for, and don't call."""
    found, left, seen = set[str](), [*asked], set[str]()
    while left:
        name = left.pop()
        own = getattr(kind, name, None)
        if name in seen or not callable(own):
            continue
        seen.add(name)
        nodes = nodes_of(code_of(own))
        called = {id(node.func) for node in nodes if isinstance(node, ast.Call)}
        found |= {name for node in nodes if id(node) not in called and (name := part_of_itself(node))}
        left += [str(getattr(node, "attr", getattr(node, "id", ""))) for node in nodes if id(node) in called]
    return found


def part_of_itself(node: ast.AST) -> str:
    """The name of what an object is asked for here, or its settings are: `self.beta`, `self.args.beta`, `config["beta"]`."""
    match node:
        case (
            ast.Attribute(value=owner, attr=name, ctx=ast.Load())
            | ast.Subscript(value=owner, slice=ast.Constant(value=str(name)), ctx=ast.Load())
        ):
            owned_by = getattr(owner, "attr", getattr(owner, "id", ""))
            return name if owned_by == "self" or is_whole(owned_by) else ""
    return ""


SEVERAL_STEPS = "num_iterations"
"""How trainers call the number of steps on one batch: with one, the old policy is the present one, and none is given."""


def modes_of_itself(function: Any, entry: str, asked: Collection[str]) -> dict[str, Any]:
    """What the problem says of an object's mode: by a text in the entry's name, and by giving the values of an old policy."""
    nodes = nodes_of(code_of(function))
    steps = {SEVERAL_STEPS: 2} if any(part_of_itself(node) == SEVERAL_STEPS for node in nodes) else {}
    return texts_of_the_mode(nodes, entry) | (steps if "logp_old" in asked else {})


def texts_of_the_mode(nodes: Sequence[ast.AST], entry: str) -> dict[str, Any]:
    """What an object is asked for and compared with texts, of which the one is in the entry's name.

    Where no text of several is, `loss_type` is trainers' usual "sigmoid" for a `dpo_loss`, wherever its branch stands; another
    type is the one that is asked for first. Of a row of types, each with its weight, there is that one, with the weight 1.
    """
    rows = rows_of_itself(nodes)
    rows_by_type = {one: row for row in rows for one in row}
    found = dict[str, list[str]]()
    for node in nodes:
        match node:
            case ast.Compare(left=left, comparators=[ast.Constant() as text]) if name := mode_in(left, rows_by_type):
                found.setdefault(name, []).append(str(text.value))
            case ast.Compare(left=left, comparators=[ast.List(elts=texts) | ast.Tuple(elts=texts)]) if name := mode_in(
                left, rows_by_type
            ):
                found.setdefault(name, []).extend(str(getattr(one, "value", "")) for one in texts)
    told = {
        name: [text for text in dict.fromkeys(texts) if says_the_mode(text, entry)] for name, texts in found.items()
    }
    usual = {
        name: USUAL_TYPES[name] if USUAL_TYPES.get(name) in texts else texts[0]
        for name, texts in found.items()
        if name.endswith("_type") and len({*texts}) > 1 and not told[name]
    }
    modes = usual | {name: texts[0] for name, texts in told.items() if len(texts) == 1}
    in_rows = {name: row for name, row in rows_by_type.items() if name in modes}
    one_each = {
        attribute: [modes[name] if one == name else 1.0]
        for name, row in in_rows.items()
        for one, attribute in row.items()
    }
    return {name: text for name, text in modes.items() if name not in in_rows} | one_each


def rows_of_itself(nodes: Iterable[ast.AST]) -> list[dict[str, str]]:
    """The variables of each loop over rows of an object, with these: `for kind, w in zip(self.kinds, self.weights)`."""
    found = list[dict[str, str]]()
    for node in nodes:
        match node:
            case ast.For(target=ast.Tuple(elts=names), iter=ast.Call(func=ast.Name(id="zip"), args=rows)) if len(
                names
            ) == len(rows):
                pairs = list(zip(names, rows, strict=True))
            case ast.For(target=ast.Name() as name, iter=row):
                pairs = [(name, row)]
            case _:
                continue
        held = {one.id: part for one, row in pairs if isinstance(one, ast.Name) and (part := part_of_itself(row))}
        found += [held] if len(held) == len(pairs) else []
    return found


def mode_in(node: ast.AST, rows: Collection[str]) -> str:
    """What of an object, or which variable of a loop over a row of it, stands there."""
    return node.id if isinstance(node, ast.Name) and node.id in rows else part_of_itself(node)


def of_tensors(pairs: Iterable[tuple[dis.Instruction, dis.Instruction]]) -> set[str]:
    """What is asked of tensors alone, by the names of their methods, and never of the object: `mean` of `x.mean(0)`."""
    asked = [(before.argval, step.argval) for before, step in pairs if step.opname in OF_OBJECTS]
    of_self = {name for owner, name in asked if owner == "self" or (isinstance(owner, tuple) and owner[-1] == "self")}
    return {name for _, name in asked if hasattr(torch.Tensor, name)} - of_self


def of_the_file(function: types.FunctionType, codes: Sequence[types.CodeType]) -> set[str]:
    """What it has from its file, and asks no object for: `merge` of `merge(ids, pair)`."""
    steps = [step for code in codes for step in dis.get_instructions(code) if step.opcode in dis.hasname]
    asked = {step.argval for step in steps if step.opname != "LOAD_GLOBAL"}
    return {step.argval for step in steps if step.argval in function.__globals__} - asked


def codes_in(code: types.CodeType) -> Iterator[types.CodeType]:
    """A function's code, and that of what is defined inside of it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from codes_in(constant)
