"""Objects and files that make a schedule: made with the one that the problem gives. Imports torch.

A class of diffusion models makes its betas of two numbers, `torch.linspace(1e-4, 0.02, T)`, or is given them, and derives its
tables from them; so does the top of a notebook. The derived ones are the candidate's work, and judged with the rest: only the
betas are replaced.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import CodeType, FunctionType, MappingProxyType
from typing import Any, NoReturn

import numpy as np
import torch
from torch.overrides import TorchFunctionMode

from interview_cli.grading.candidate.adapting.holding.lending import ABSENT, Lender, codes_in, names_read
from interview_cli.grading.candidate.adapting.results.returning import attributes_set, own_nodes, parsed
from interview_cli.grading.candidate.matching.calls.bound import HERE
from interview_cli.grading.candidate.matching.names.kinds import is_whole
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, parameters_in
from interview_cli.grading.candidate.matching.names.schedules import LENGTH, SCHEDULES, source_of
from interview_cli.grading.candidate.matching.syntax.walking import walk

PROBE = torch.linspace(0.01, 0.03, 7)
"""Betas that nobody's constructor makes by itself."""


HALF = 0.5
"""Numbers in even steps that are all above are alphas, `linspace(0.9999, 0.98, T)`, 1 less the betas; from below to above it
they are neither.
"""


class EvenSteps(TorchFunctionMode):
    """Gives these betas to who asks torch for numbers in even steps; counts how often that is."""

    def __init__(self, betas: torch.Tensor) -> None:
        super().__init__()
        self.betas, self.number = betas, 0

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        given = self.asked(args, kwargs or {}) if getattr(func, "__name__", "") == "linspace" else None
        return func(*args, **(kwargs or {})) if given is None else given.clone()

    def asked(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> torch.Tensor | None:
        """What is given for numbers between these two ends; None for those that are no betas."""
        ends = [*args, *(kwargs[name] for name in ("start", "end", "stop") if name in kwargs)][:2]
        are_above = {end > HALF for end in ends if isinstance(end, float | int)}
        if len(are_above) > 1 or any(end > 1 for end in ends if isinstance(end, float | int)):
            return None
        self.number += 1
        return 1 - self.betas if are_above == {True} else self.betas

    @contextlib.contextmanager
    def for_numpy(self) -> Iterator[None]:
        """The same, for who asks NumPy."""

        own = np.linspace

        def given(*args: Any, **kwargs: Any) -> Any:
            found = self.asked(args, kwargs)
            return own(*args, **kwargs) if found is None else found.numpy().copy()

        np.linspace = given
        try:
            yield
        finally:
            np.linspace = own


def betas_of(values: Mapping[str, Any]) -> torch.Tensor | None:
    """The betas that are given, or follow from their cumulative products."""
    name = next((name for name in SCHEDULES if isinstance(values.get(name), torch.Tensor | np.ndarray)), None)
    if name is None or values[name].ndim != 1:
        return None
    given = torch.as_tensor(values[name]).detach().cpu()
    if name == "betas":
        return given
    whole = given.double()
    return (1 - whole / torch.cat([whole.new_ones(1), whole[:-1]])).to(given.dtype)


def schedule_among(asked: Parameters) -> str:
    """What a problem's schedule is called, if it gives one; what may be left out are the two betas of an optimizer."""
    needed = [name for name, default in asked if default is REQUIRED]
    return next((name for name in SCHEDULES if name in needed), "")


def of_a_file(schedule: str) -> str:
    """The note on tables that stand beside a function."""
    return f"the tables of your file are made of the schedule that the problem gives ({schedule})"


def of_a_schedule(kind: type[Any], schedule: str) -> str:
    """The note on it."""
    return f"{kind.__name__} is made with the schedule that the problem gives ({schedule})"


def remade(
    kind: type[Any],
    asked: str | Collection[str],
    betas: torch.Tensor,
    settings: Mapping[str, Any] = MappingProxyType({}),
) -> Any:
    """An object that made its tables of these betas; None if that is not sure. `settings`: what else is known by its names.

    `asked`: its method, or all that it is asked for.

    It is sure if the constructor asks once for numbers in even steps, or for the betas themselves, keeps no other ones, and all
    tables that the method reads are as long. Else its statements are looked at one by one.
    """
    names = [asked] if isinstance(asked, str) else asked
    steps = EvenSteps(betas)
    with contextlib.suppress(Exception), steps, steps.for_numpy():
        made = kind(**(arguments_for(kind, betas) | dict(settings)))
        tables = dict(tables_of(made, names_read(kind, *names)))
        kept = [value for name, value in tables_of(made, public_names(made)) if is_beta(name)]
        is_made_of_them = steps.number == (0 if takes_betas(kind) else 1)
        is_sure = is_made_of_them and all(are_these(value, betas) for value in kept)
        if tables and is_sure and all(len(value) == len(betas) for value in tables.values()):
            return made
    if crash_of(kind) is not None:
        return None
    return made_in_steps(kind, names_read(kind, *names), betas, settings)


USUAL = torch.linspace(1e-4, 0.02, 1000)
"""The betas of DDPM, which a constructor makes, or is given, where its file is used."""


def crash_of(kind: type[Any]) -> Crash | None:
    """What its constructor raises for its own settings, in a statement that needs nothing but what is there."""
    made = blank(kind)
    steps = Steps(made, USUAL[: default_length(kind)])
    with contextlib.suppress(Exception):
        steps.run(kind.__init__, arguments_for(kind, steps.betas))
    return steps.crash


def default_length(kind: type[Any]) -> int:
    """How many steps its schedule has if nothing else is said, as many as usual where that must be said."""
    own = inspect.signature(kind).parameters.values()
    return next((one.default for one in own if LENGTH.fullmatch(one.name) and type(one.default) is int), len(USUAL))


def blank(kind: type[Any]) -> Any:
    """An object that its constructor has not made yet."""
    made: Any = object.__new__(kind)
    if isinstance(made, torch.nn.Module):
        torch.nn.Module.__init__(made)
    return made


def made_in_steps(
    kind: type[Any], wanted: Collection[str], betas: torch.Tensor, settings: Mapping[str, Any] = MappingProxyType({})
) -> Any:
    """The object as its constructor's statements make it one by one, but for those that fail; None if that is not sure.

    It is sure if it keeps no other betas, has all that is wanted of what it sets, and makes the tables among that behind the
    first that it was given.
    """
    made = blank(kind)
    steps = Steps(made, betas)
    with contextlib.suppress(Exception):
        steps.run(kind.__init__, arguments_for(kind, betas) | dict(settings))
        return made if steps.has_made(wanted) else None
    return None


@dataclass(frozen=True, slots=True)
class Crash:
    """What a statement of a function raises, and the statement's line in that."""

    error: Exception
    function: FunctionType
    line: int

    def happen(self) -> NoReturn:
        """Raise it where it stands in the file."""
        code = self.function.__code__
        again = ast.increment_lineno(ast.parse("raise error"), code.co_firstlineno + self.line - 2)
        exec(compile(again, code.co_filename, "exec"), {"error": self.error})
        raise self.error


class Steps:
    """The statements of a constructor, and of what it calls of its object, which run one by one; those that fail are left out.

    A constructor may need what nobody gives, as a network or settings, and its tables need none of that. The first that it calls
    betas are replaced by these. Where it has none yet, what a statement that fails would have set is given by its name: the
    betas of `make_schedule(config)`. `seen`: in which step each row of numbers was there first. `roots`: what was given.
    `lost`: what statements that failed would have set. `crash`: what the first has raised that reads nothing of that.
    """

    def __init__(self, made: Any, betas: torch.Tensor) -> None:
        self.made, self.betas = made, betas
        self.seen: dict[str, int] = {}
        self.roots = set[str]()
        self.ran: list[FunctionType] = []
        self.number = 0
        self.lost = set[str]()
        self.crash: Crash | None = None

    def run(self, function: Any, given: Mapping[str, Any]) -> None:
        """Each statement, with these arguments. Raises: TypeError for what is not written in the file."""
        if not isinstance(function, FunctionType) or function.__module__ != type(self.made).__module__:
            raise TypeError(function)
        own = inspect.signature(function).bind(self.made, **given)
        own.apply_defaults()
        self.ran.append(function)
        if not self.roots:
            self.roots = {name for name in own.arguments if is_beta(name)}
            own.arguments.update({name: in_the_form_of(function, self.betas) for name in self.roots})
            self.seen |= dict.fromkeys(self.roots, -1)
        self.run_each(function, statements_of(function), {**function.__globals__, **own.arguments})

    def run_each(self, function: FunctionType, statements: Sequence[ast.stmt], namespace: dict[str, Any]) -> None:
        """Each of them; of one that fails and holds others, those."""
        for statement in statements:
            self.number += 1
            if not self.has_stepped_into(statement, namespace):
                try:
                    exec(compile(ast.Module([statement], []), "<constructor>", "exec"), namespace)
                except Exception as error:
                    inside = held_by(statement, namespace)
                    if inside:
                        self.run_each(function, inside, namespace)
                    else:
                        if self.crash is None and is_a_crash(error) and self.has_all_for(statement, namespace):
                            self.crash = Crash(error.with_traceback(None), function, statement.lineno)
                        self.lost |= {name for name, _ in names_set(statement)}
                        self.lend(function, statement, namespace)
            self.look_at(namespace)

    def has_all_for(self, statement: ast.stmt, namespace: Mapping[str, Any]) -> bool:
        """Whether all that it reads is there, and is something; what its object lacks is there unless it was lost, too."""
        for part in walk(statement):
            match part:
                case ast.Attribute(value=ast.Name(id="self"), attr=name):
                    value = getattr(self.made, name, ABSENT)
                case ast.Name(id=name, ctx=ast.Load()):
                    value = namespace.get(name, ABSENT)
                case _:
                    continue
            if value is None or name in {*self.lost, "super"}:  # which stands in a class alone
                return False
        return is_of_its_file(type(self.made))

    def has_stepped_into(self, statement: ast.stmt, namespace: Mapping[str, Any]) -> bool:
        """Whether it calls a method of the object, or the constructor of the class above, which has then run."""
        function, call = self.called_in(statement)
        if call is None or function in self.ran:
            return False
        try:
            _, *own = parameters_in(list(inspect.signature(function).parameters.values()))
            given = dict(zip([name for name, _ in own], call.args, strict=False))
            given |= {one.arg or "": one.value for one in call.keywords}
            values = {name: value_of(value, namespace) for name, value in given.items()}
            self.run(function, {name: None for name, default in own if default is REQUIRED} | values)
        except (TypeError, ValueError):
            return False
        return True

    def called_in(self, statement: ast.stmt) -> tuple[Any, ast.Call | None]:
        """What of the object a statement calls, and the call; nothing for what does more than to call it."""
        match statement:
            case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="self"), attr=name)) as call):
                return getattr(type(self.made), name, None), call
            case ast.Expr(
                value=ast.Call(func=ast.Attribute(value=ast.Call(func=ast.Name(id="super")), attr=name)) as call
            ):
                above = getattr(super(type(self.made), self.made), name, None)
                return getattr(above, "__func__", None), call
        return None, None

    def lend(self, function: FunctionType, statement: ast.stmt, namespace: dict[str, Any]) -> None:
        """What a statement that fails would have set, by its name, where nothing was given yet."""
        lender = Lender()
        lender.gives({"betas": self.betas}, {})
        for name, is_kept in [] if self.roots else names_set(statement):
            value: Any = ABSENT if is_whole(name) else lender.lent(name)
            if value is not ABSENT:
                value = in_the_form_of(function, value)
                namespace.update({} if is_kept else {name: value})
                vars(self.made).update({name: value} if is_kept else {})
                self.seen[name] = self.number
                self.lost.discard(name)
        self.roots |= {name for name, number in self.seen.items() if number == self.number}

    def look_at(self, namespace: dict[str, Any]) -> None:
        """Note what is there for the first time; replace the first betas."""
        kept, known, has_some = vars(self.made), set(self.seen), bool(self.roots)
        for values in (namespace, kept, kept.get("_buffers", {})):
            rows = {name: value for name, value in values.items() if is_row(value) and name not in known}
            first = {
                name: as_given(self.betas, value) for name, value in rows.items() if is_beta(name) and not has_some
            }
            values.update(first)
            self.roots |= first.keys()
            self.seen |= dict.fromkeys(rows, self.number)

    def has_made(self, wanted: Collection[str]) -> bool:
        """Whether the object has all of this that it sets, has no other betas, and made its tables behind what was given."""
        set_by_it = {name for one in self.ran for name in (*attributes_set(one), *texts_in(one.__code__))}
        read = set_by_it.intersection(wanted)
        tables, kept = dict(tables_of(self.made, read)), dict(tables_of(self.made, public_names(self.made)))
        first = min((self.seen[name] for name in self.roots), default=None)
        if first is None or not tables or not all(hasattr(self.made, name) for name in read):
            return False
        are_behind = all(name in self.roots or is_beta(name) or self.seen[name] > first for name in tables)
        are_as_long = all(len(value) == len(self.betas) for value in tables.values())
        betas = [value for name, value in kept.items() if is_beta(name)]
        return are_behind and are_as_long and all(are_these(value, self.betas) for value in betas)


def is_a_crash(error: Exception) -> bool:
    """Whether code is wrong that raises it; not for what is elsewhere: another file, a function, a device."""
    return not isinstance(error, NameError | ImportError | OSError | NotImplementedError) and not any(
        device in str(error).lower() for device in ("cuda", "mps")
    )


def is_of_its_file(kind: type[Any]) -> bool:
    """Whether it is a class of the file all through, or a torch module, and looks nothing up elsewhere."""
    above = [one for one in kind.__mro__ if one not in torch.nn.Module.__mro__]
    return all(one.__module__ == kind.__module__ and "__getattr__" not in vars(one) for one in above)


def value_of(value: ast.expr, namespace: Mapping[str, Any]) -> Any:
    """What an argument is; nothing for what can't be computed."""
    with contextlib.suppress(Exception):
        return eval(compile(ast.Expression(value), "<constructor>", "eval"), dict(namespace))
    return None


def in_the_form_of(function: FunctionType, betas: torch.Tensor) -> Any:
    """The same numbers as an array, for code that uses NumPy."""
    inner = inspect.unwrap(function)
    in_numpy = {"np", "numpy"} & {*inner.__globals__} & {*inner.__code__.co_names}
    return betas.numpy().copy() if in_numpy else betas.clone()


def held_by(statement: ast.stmt, namespace: Mapping[str, Any]) -> Sequence[ast.stmt]:
    """The statements inside of this one: of a choice, those that are chosen, the first where that can't be said."""
    match statement:
        case ast.If(test=test, body=body, orelse=others):
            chosen = value_of(test, namespace)
            return body if chosen is None or chosen else others
        case ast.With(body=body) | ast.Try(body=body):
            return body
    return []


def names_set(statement: ast.stmt) -> list[tuple[str, bool]]:
    """The names that a statement sets, and whether each is that of an attribute or a buffer."""
    found = list[tuple[str, bool]]()
    for part in (statement, *own_nodes(statement)):
        match part:
            case ast.Name(id=name, ctx=ast.Store()):
                found.append((name, False))
            case ast.Attribute(attr=name, ctx=ast.Store()):
                found.append((name, True))
            case ast.Call(func=ast.Attribute(attr="register_buffer"), args=[ast.Constant(value=str(name)), *_]):
                found.append((name, True))
    return found


def are_these(value: Any, betas: torch.Tensor) -> bool:
    """Whether they are these betas, as exact as they are kept."""
    own = torch.as_tensor(value).cpu()
    return torch.equal(own, betas.to(own.dtype))


def statements_of(function: Any) -> list[ast.stmt]:
    """What stands in a function."""
    return [part for node in parsed(function).body if isinstance(node, ast.FunctionDef) for part in node.body]


def texts_in(code: CodeType) -> list[str]:
    """The texts that a function is written with."""
    return [value for one in codes_in(code) for value in one.co_consts if isinstance(value, str)]


def as_given(betas: torch.Tensor, instead_of: Any) -> Any:
    """The betas, as an array where they take the place of one."""
    return betas.numpy().copy() if isinstance(instead_of, np.ndarray) else betas.clone()


def is_row(value: Any) -> bool:
    """Whether it is several numbers in a row, and not learned."""
    is_array = isinstance(value, np.ndarray | torch.Tensor) and not isinstance(value, torch.nn.Parameter)
    return is_array and value.ndim == 1


def remade_in_file(again: Callable[[], dict[str, Any]], name: str, betas: torch.Tensor) -> Any:
    """The function of this name, of the file when it is run anew and makes its tables of these betas; None if that is not sure.

    It is sure if the file asks once for numbers in even steps, keeps no other betas, and all tables that the function reads are
    as long.
    """
    steps = EvenSteps(betas)
    with contextlib.suppress(Exception), steps, steps.for_numpy():
        namespace = again()
        read = globals_read(namespace[name], namespace)
        tables = dict(tables_among(namespace, read))
        kept = [value for name, value in tables_among(namespace, namespace) if is_beta(name)]
        is_sure = steps.number == 1 and all(are_these(value, betas) for value in kept)
        if tables and is_sure and all(len(value) == len(betas) for value in tables.values()):
            lengths = [one for one in read if LENGTH.fullmatch(one) and type(namespace[one]) is int]
            namespace |= dict.fromkeys(lengths, len(betas))
            return namespace[name]
    return None


def globals_read(function: Any, namespace: Mapping[str, Any]) -> set[str]:
    """What of the file a function, and the file's functions that it calls, look up beside these functions."""
    found, left, seen = set[str](), [function], set[int]()
    while left:
        one = inspect.unwrap(left.pop())
        if not isinstance(one, FunctionType) or id(one) in seen:
            continue
        seen.add(id(one))
        used = {name for code in codes_in(one.__code__) for name in code.co_names} & namespace.keys()
        own = {
            name for name in used if getattr(inspect.unwrap(namespace[name]), "__globals__", None) is one.__globals__
        }
        found |= used - own
        left += [namespace[name] for name in own]
    return found


def arguments_for(kind: type[Any], betas: torch.Tensor) -> dict[str, Any]:
    """What its constructor is given: betas, their number, and nothing for what else it must have."""
    found = dict[str, Any]()
    for one in inspect.signature(kind).parameters.values():
        if one.name == "device":
            found[one.name] = HERE
        elif is_beta(one.name):
            found[one.name] = in_the_form_of(kind.__init__, betas)
        elif LENGTH.fullmatch(one.name) and (one.default is one.empty or type(one.default) is int):
            found[one.name] = len(betas)
        elif one.default is one.empty and one.kind in (one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY):
            found[one.name] = None
    return found


def takes_betas(kind: type[Any]) -> bool:
    """Whether they are given to its constructor."""
    return any(map(is_beta, inspect.signature(kind).parameters))


def is_beta(name: str) -> bool:
    """Whether a name says that its values are betas as they are: `betas`, not `alphas_bar` or `betas_log`."""
    return "log" not in name.lower().split("_") and source_of(name, ("betas",)) == ("betas", [])


def tables_of(made: Any, names: Collection[str]) -> Iterator[tuple[str, Any]]:
    """Those of these attributes that are several numbers in a row, and not learned."""
    yield from tables_among({name: getattr(made, name, None) for name in sorted(names)}, names)


def tables_among(values: Mapping[str, Any], names: Collection[str]) -> Iterator[tuple[str, Any]]:
    """The same of what has these names."""
    for name in sorted(names):
        if is_row(values[name]):
            yield name, values[name]


def public_names(made: Any) -> list[str]:
    """Of what its constructor keeps, also in buffers."""
    return [name for name in (*vars(made), *vars(made).get("_buffers", {})) if not name.startswith("_")]
