"""Calls as the problem makes them, for functions and classes with other parameters. Imports torch; never a reference.

A tensor that the problem gives and the function draws for itself (noise, a time, a start) is handed to it when it draws.
"""

from __future__ import annotations

import contextlib
import functools
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.asked import Asked, as_parameters, functions_in, plain_in
from interview_cli.grading.candidate.adapting.assembling import Assembled, assembled
from interview_cli.grading.candidate.adapting.building import Built, positions_from
from interview_cli.grading.candidate.adapting.configured import take_one_by_one
from interview_cli.grading.candidate.adapting.factories import InTwoCalls, in_two_calls
from interview_cli.grading.candidate.adapting.filling import Filled, filled_for
from interview_cli.grading.candidate.adapting.handing import NEITHER, Handed, NotDrawn, draws
from interview_cli.grading.candidate.adapting.held import Held, held_for
from interview_cli.grading.candidate.adapting.ignoring import Ignoring, ignoring_for
from interview_cli.grading.candidate.adapting.keeping import KeptApart, kept_apart
from interview_cli.grading.candidate.adapting.layers import BothPasses
from interview_cli.grading.candidate.adapting.lending import (
    Lender,
    is_lent_to,
    names_read,
    objects_among,
    with_objects,
)
from interview_cli.grading.candidate.adapting.made_for_each import MadeForEach
from interview_cli.grading.candidate.adapting.objects import (
    Itself,
    applied,
    call_of,
    is_a_layer,
    is_loose_method,
    is_module_class,
    is_of_the_class,
    is_read_off,
    is_stepped,
    is_to_be_built,
    kept_as,
    made,
    make_of,
    needed_for,
    takes,
)
from interview_cli.grading.candidate.adapting.options import name_options, take_parts
from interview_cli.grading.candidate.adapting.parting import parts_in
from interview_cli.grading.candidate.adapting.passes import AfterForward, after_forward
from interview_cli.grading.candidate.adapting.remaking import (
    PROBE,
    betas_of,
    of_a_file,
    of_a_schedule,
    remade,
    remade_in_file,
    schedule_among,
)
from interview_cli.grading.candidate.adapting.returning import (
    gives_a_value,
    in_one_row,
    in_order,
    left_beside,
    left_by,
    names_returned,
    names_within,
    order_by_names,
    places_by_names,
    with_left,
)
from interview_cli.grading.candidate.adapting.rows import in_rows, one_by_one
from interview_cli.grading.candidate.adapting.stepping import Stepping
from interview_cli.grading.candidate.adapting.switching import OfTwoForms, of_two_forms
from interview_cli.grading.candidate.adapting.turning import OF_TWO, InTwoSteps, half_of_each, in_two_steps
from interview_cli.grading.candidate.adapting.wrapped import show_wrapped
from interview_cli.grading.candidate.adapting.zipping import Unzipped, Zipped, unzipped_for, zipped_for
from interview_cli.grading.candidate.matching.beside import BLOCK, end_in_words, in_words
from interview_cli.grading.candidate.matching.binding import (
    PLAIN,
    Binding,
    binding_of,
    dropped_in,
    is_renamed,
    other_defaults,
    switched_on,
    with_defaults,
)
from interview_cli.grading.candidate.matching.kinds import OFFSET, POSITIONS, TWINS
from interview_cli.grading.candidate.matching.likeness import REQUIRED, Parameters, same
from interview_cli.grading.candidate.matching.schedules import source_of
from interview_cli.grading.candidate.matching.words import listed

METHODS = (
    ("put", "set", "insert", "add", "store", "append"),
    ("get", "lookup", "find", "read", "match", "match_prefix", "find_prefix", "lookup_prefix", "longest_prefix"),
    ("copy_to", "apply_to", "apply_shadow", "copy_shadow", "assign", "copy_params_to", "ema"), ("update", "step"),
    ("merge", "merge_and_unload", "merged", "merge_weights", "fold", "to_linear", "get_merged", "as_linear"),
)  # fmt: skip
"""Usual names of one method of a class that keeps things."""
TO_START = ("register", "init_shadow", "initialize", "init", "setup", "start")
"""Usual names of what is called once, on the new object: `ema = EMA(model, 0.999); ema.register()`."""
Apart = (
    InTwoCalls
    | KeptApart
    | Held
    | Assembled
    | Filled
    | Ignoring
    | AfterForward
    | InTwoSteps
    | OfTwoForms
    | Zipped
    | Unzipped
)
"""What one function of a file is called through, as it needs more than it is given."""
NOTED = Apart | Stepping | BothPasses
"""What calls a file's code in a way of its own, which is told."""
WITH_MORE = AfterForward | KeptApart
"""What must be given more than a problem gives: it was not written for the statement's signature, whatever its name is."""


class Adapter:
    """What the entries of a file take, beside what the problem gives."""

    def __init__(
        self,
        namespace: dict[str, Any],
        entries: Mapping[str, str],
        asked: Mapping[str, Asked],
        again: Callable[[], dict[str, Any]] = dict,
    ) -> None:
        self.namespace, self.again = namespace, again
        self.entries, self.asked = dict(entries), dict(asked)
        self.bindings: dict[str, Binding] = {}
        self.classes: dict[type, str] = {}
        self.built: dict[str, Built] = {}
        self.methods: dict[str, MadeForEach | None] = {}
        self.stepping: dict[str, Stepping] = {}
        self.layers: dict[str, BothPasses] = {}
        self.starts: dict[str, str] = {}
        self.lenders: dict[str, Lender] = {}
        self.schedules: dict[str, str] = {}
        self.of_files: dict[str, str] = {}
        self.apart: dict[str, Apart | None] = {}
        self.plain: dict[str, tuple[Any, Any]] = {}
        self.lacks: list[str] = []
        self.notes: list[str] = []
        self.defaults: list[list[Any]] = []
        self.orders: dict[str, list[int]] = {}
        self.nested: set[str] = set()
        self.parts: dict[str, list[str]] = {}
        show_wrapped(namespace)
        name_options(namespace)
        for name in asked:
            if name in entries:
                self.notes += take_parts(namespace, entries[name].split("."), self.parameters(name))
                self._look_at(name)

    def _look_at(self, name: str) -> None:
        paths = parts_in(self.entries[name], self.results_of(name), self.namespace, self.parameters(name))
        if paths:
            self._look_at_parts(name, paths)
            return
        asked, own = self.asked[name], self.resolved(name)
        if isinstance(own, Built):
            self.notes += [own.note()] if own.schedule else []
            self.defaults += [[*one, True] for one in own.other_defaults()]
            self.notes += [OF_TWO.format(one, two) for one, two in TWINS if two in self.keys_beside(name)]
            self._look_at_results(name, own)
            return
        parameters = as_parameters(asked["parameters"])
        if asked["is_class"] and isinstance(own, type):
            self.notes += take_one_by_one(own, parameters, self.namespace, is_class=True)
        entry = "" if asked["is_class"] else name
        plain, functions = plain_in(asked["parameters"]), functions_in(asked["parameters"])
        found = self.lent(name, own, binding_of(own, parameters, plain, entry, functions))
        found = found if asked["is_class"] else switched_on(found, own, name, parameters)
        self.notes += notes_on(own, found, parameters, is_class=asked["is_class"])
        self.bindings[name] = self._with_defaults(name, own, parameters, found)
        self.notes += [OF_TWO.format(one, two) for one, two in TWINS if two in self.keys_beside(name)]
        self._look_at_results(name, own)
        if asked["is_class"] and isinstance(own, type):
            self._look_at_methods(name, own, asked["methods"])

    def _with_defaults(self, name: str, own: Any, parameters: Parameters, found: Binding) -> Binding:
        """The binding with the problem's defaults in the place of others, of which note is taken."""
        others = other_defaults(own, parameters, found)
        # whose names are the statement's has its signature before them: what is left out there is a mistake
        is_own = not self.is_as_asked(name) or isinstance(own, WITH_MORE) or is_renamed(found, parameters)
        nothing = {one for one, default in parameters if default is None}  # code may not know what to do with None
        replaced = {theirs: one for one, theirs, _ in others if (is_own or theirs != one) and one not in nothing}
        self.defaults += [[one.partition(".")[0], theirs, value, theirs in replaced] for one, theirs, value in others]
        return with_defaults(found, parameters, replaced)

    def is_as_asked(self, name: str) -> bool:
        """Whether what answers for an entry, a function or a method, has its name."""
        return self.entries.get(name, name).rpartition(".")[2] == name

    def _look_at_methods(self, name: str, own: type[Any], methods: Mapping[str, Any]) -> None:
        """Bind each method of a class that is asked for; note those that it lacks."""
        self.classes[own] = name
        self._look_for_a_start(name, own, methods)
        for method, parameters in methods.items():
            function = getattr(own, method, None) or self.of_another_name(own, method, methods)
            if callable(function):
                self.bindings[f"{name}.{method}"] = binding_of(
                    function, [("self", REQUIRED), *as_parameters(parameters)], plain_in(parameters)
                )
            else:
                self.lacks.append(method)

    def _look_at_results(self, name: str, own: Any) -> None:
        """Note the order of the results of a function, or of a layer, where its names of them say that it is another."""
        if self.is_as_asked(name):
            return
        function = call_of(own) if isinstance(own, type) else source_function(own)
        names = names_within(function)
        order = places_by_names(names, self.results_of(name))
        if order:
            self.nested.add(name)
        else:
            names = names_returned(function)
            beside = left_beside(function, self.results_of(name), len(names))
            names = names if beside is None else [*names[: beside[0]], beside[1], *names[beside[0] :]]
            order = order_by_names(names, self.results_of(name))
        if order:
            self.orders[name] = order
            said = listed(names[place] or f"number {place + 1}" for place in order)
            self.notes.append(f"your results are graded in this order: {said}")

    def results_of(self, target: Any) -> list[str]:
        """How the problem calls what an entry, or an object of its class, returns, where that is several things."""
        asked = self.asked.get(self._called_on(target))
        return asked.get("results", []) if asked is not None else []

    def result_of(self, target: Any) -> str:
        """How it calls the one thing that is returned; nothing where its name says nothing."""
        asked = self.asked.get(self._called_on(target))
        return str(asked.get("result", "")) if asked is not None else ""

    def in_order(self, target: Any, result: Any) -> Any:
        """What a call of an entry, or of an object of its class, gave, in the problem's order."""
        name = self._called_on(target)
        if name in self.nested and isinstance(result, tuple | list):
            result = in_one_row(result)
        return in_order(result, self.orders.get(name, ()))

    def _called_on(self, target: Any) -> str:
        """The entry that a call is of; nothing for a method that has a name."""
        match target:
            case str():
                return target
            case (owner, "forward" | "__call__"):
                return self.classes.get(type(owner), "")
            case (_, _):
                return ""
        return self.classes.get(type(target), "")

    def _look_at_parts(self, name: str, paths: Sequence[str]) -> None:
        """Each function that gives one of the results, as an entry of its own."""
        asked = {**self.asked[name], "results": []}
        self.parts[name] = [f"{name}#{number}" for number, _ in enumerate(paths)]
        for part, path in zip(self.parts[name], paths, strict=True):
            self.entries[part], self.asked[part] = path, asked
            self._look_at(part)
        self.notes.append(f"{' and '.join(paths)} are graded together as {name}")

    def _called_in_parts(self, target: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, ...]:
        """All results, each of its function, which is given what it takes."""
        given = {**dict(zip([name for name, _ in self.parameters(target)], args, strict=False)), **kwargs}
        results = []
        for part in self.parts[target]:
            own = {name: value for name, value in given.items() if name not in self._taken_by_others(target, part)}
            results.append(self._called(part, self.resolved(part), (), own))
        return tuple(results)

    def _taken_by_others(self, target: str, part: str) -> set[str]:
        """What this function has no parameter for, and another one has."""
        missing = {one: set(self.binding_for(one).missing) for one in self.parts[target]}
        return missing[part] - set[str].intersection(*missing.values())

    def _look_for_a_start(self, name: str, own: type[Any], methods: Mapping[str, Any]) -> None:
        """Note the one method that its object is to be started with, and that needs nothing, or the first of what is given."""
        found = [
            method
            for method, value in vars(own).items()
            if any(same(method, usual) for usual in TO_START)
            and method not in methods
            and not method.startswith("_")
            and isinstance(value, types.FunctionType)
            and (takes(value, 1) or takes(value, 2))
        ]
        if len(found) == 1:
            self.starts[name] = found[0]
            first, *_ = self.bindings[name].asked or ("",)
            if first in self.bindings[name].missing and needed_for(functools.partial(vars(own)[found[0]], None)):
                self.bindings[name] = replace(self.bindings[name], lent=(first,))
            self.notes.append(f"{own.__name__}.{found[0]} is called on each new object")

    def started(self, target: Any, made: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The new object, after what starts it."""
        start = getattr(made, self.starts[target]) if isinstance(target, str) and target in self.starts else None
        if start is not None:
            first = [*args, *kwargs.values()][:1]
            start(*(first if needed_for(start) else []))
        return made

    def of_another_name(self, own: type[Any], method: str, methods: Mapping[str, Any]) -> Any:
        """The one method of the class that has a usual name of what is asked for, given that name; else one of a longer name.

        It has as many parameters, or none where its object keeps what it would be given.
        """
        group = next((names for names in METHODS if method in names), (method,))
        number = 1 + len(methods[method])
        free = {
            name: value
            for name, value in vars(own).items()
            if name not in methods and isinstance(value, types.FunctionType)
        }
        found = [
            name
            for name, value in free.items()
            if any(same(name, usual) for usual in group) and (takes(value, number) or takes(value, 1))
        ]
        found = found or [name for name, value in free.items() if does_more_by_name(name, method, value, number)]
        if len(found) != 1:
            return None
        setattr(own, method, vars(own)[found[0]])
        self.notes.append(f"{own.__name__}.{found[0]} is graded as {method}")
        return getattr(own, method)

    def resolved(self, target: str) -> Any:
        """The object that an entry's name stands for; a torch module that has to be built is built at each call."""
        path = self.entries.get(target, target).split(".")
        found = self.namespace[path[0]]
        asked = self.asked.get(target)
        if asked is not None and is_module_class(found) and is_to_be_built(found, path[1:], asked):
            if target not in self.built:
                parameters = as_parameters(asked["parameters"])
                self.notes += take_one_by_one(found, parameters, self.namespace, is_class=False)
                method = path[1] if len(path) > 1 else "forward"
                self.built[target] = Built(found, parameters, method, self.results_of(target), target)
            return self.built[target]
        if len(path) == 2 and isinstance(found, type) and is_read_off(found, path[1]):
            return kept_as(found, path[1])
        if len(path) == 2 and asked is not None and isinstance(found, type) and is_stepped(found, path[1], asked):
            return self.stepping.setdefault(target, Stepping(found, path[1]))
        if len(path) == 2 and asked is not None and is_a_layer(found, path[1], target):
            own = self.parameters(target)
            return self.layers.setdefault(target, BothPasses(found, path[1], own, self.results_of(target)))
        if len(path) == 2 and asked is not None and isinstance(found, type) and not is_of_the_class(found, path[1]):
            for_each = self.made_for_each(target, found, path[1], asked)
            if for_each is not None:
                return for_each
        if len(path) > 1 and isinstance(found, type) and not is_of_the_class(found, path[1]):
            found = self.made(target, found, path[1])
        if path[1:] == ["apply"] and isinstance(found, type) and issubclass(found, torch.autograd.Function):
            return applied(found)
        for name in path[1:]:
            found = getattr(found, name)
        if not is_loose_method(found):
            return self.as_called(target, found)
        return functools.partial(found, Itself(self.namespace, self.lenders.setdefault(target, Lender())))

    def as_called(self, target: str, function: Any) -> Any:
        """The function, given one by one what the problem keeps in a dict, or in one object what is given one by one.

        Or what its forward pass leaves of that.
        """
        if target in self.asked and target not in self.apart:
            asked = self.parameters(target)
            plain = plain_in(self.asked[target]["parameters"])
            self.apart[target] = (
                in_two_calls(function, asked)
                or kept_apart(function, asked)
                or held_for(function, asked, self.namespace)
                or assembled(function, asked, self.namespace)
                or filled_for(function, asked, plain)
                or ignoring_for(function, asked)
                or zipped_for(function, asked, plain)
                or unzipped_for(function, asked, plain, self.asked[target].get("parts", {}))
                or after_forward(function, asked, self.namespace)
                or in_two_steps(function, asked, self.namespace)
                or of_two_forms(function, asked, self.namespace)
            )
        if (apart := self.apart.get(target)) is not None:
            return apart
        if not isinstance(function, types.FunctionType):
            return function
        before, found = self.plain.get(target, (None, None))
        if before is not function:  # asked for at each call
            found = self.with_objects(target, function)
            found = in_rows(one_by_one(found) if self._gives_one(target) else found)
            self.plain[target] = (function, found)
        return found

    def _gives_one(self, target: str) -> bool:
        """Whether the problem gives an entry one thing that it must be given."""
        return target in self.asked and sum(default is REQUIRED for _, default in self.parameters(target)) == 1

    def with_objects(self, target: str, function: Any) -> Any:
        """The function, where it has parameters that hold what is given: a schedule's object for its `alphas_bar`."""
        asked = self.asked.get(target)
        if asked is None or asked["is_class"] or not isinstance(function, types.FunctionType):
            return function
        given = [name for name, *_ in asked["parameters"]]
        names = objects_among(function, given, functions_in(asked["parameters"]))
        return with_objects(function, names, self.lenders.setdefault(target, Lender())) if names else function

    def made(self, target: str, kind: type[Any], method: str) -> Any:
        """An object for its methods; of a class that has no constructor or needs settings, one that is lent what it holds.

        Of one whose constructor makes a schedule, as the problem gives one, an object that is made anew for each call.
        """
        schedule = schedule_among(self.parameters(target)) if target in self.asked else ""
        probe = remade(kind, method, PROBE) if schedule else None
        if probe is not None:
            self.schedules[target] = schedule
            return probe
        if is_lent_to(kind):
            with contextlib.suppress(TypeError):  # a class of its own kind
                return self.lenders.setdefault(target, Lender()).object_of(kind)
        return made(kind)

    def lent(self, name: str, method: Any, binding: Binding) -> Binding:
        """The binding, where the method reads from its object what it has no parameter for."""
        schedule = self.schedules.get(name)
        if schedule in binding.missing:
            self.notes.append(of_a_schedule(type(method.__self__), schedule))
            return replace(binding, lent=(schedule,))
        if self.reads_tables(name, method, binding):
            self.notes.append(of_a_file(self.of_files[name]))
            return replace(binding, lent=(self.of_files[name],))
        if name not in self.lenders or binding.is_plain:
            return binding
        loose = method.func if isinstance(method, functools.partial) else method
        is_loose = isinstance(loose, types.FunctionType)
        owner = types.SimpleNamespace(**self.namespace) if is_loose else type(method.__self__)
        read = names_read(owner, loose.__name__)
        sources = {attribute: source_of(attribute, binding.missing) for attribute in sorted(read)}
        found = {attribute: source[0] for attribute, source in sources.items() if source is not None}
        whose = "self." if isinstance(method, functools.partial) or not is_loose else ""
        self.notes += [
            f"{whose}{attribute} is taken from {given}, which the problem gives" for attribute, given in found.items()
        ]
        return replace(binding, lent=tuple(dict.fromkeys(found.values())))

    def reads_tables(self, name: str, function: Any, binding: Binding) -> bool:
        """Whether it has no parameter for the schedule, and reads tables that its file makes of one."""
        schedule = schedule_among(self.parameters(name)) if name in self.asked else ""
        path = self.entries.get(name, name)
        is_of_the_file = isinstance(function, types.FunctionType) and function is self.namespace.get(path)
        if schedule in binding.missing and is_of_the_file and remade_in_file(self.again, path, PROBE) is not None:
            self.of_files[name] = schedule
        return name in self.of_files

    def made_for_each(self, target: str, kind: type[Any], method: str, asked: Asked) -> MadeForEach | None:
        """The method of a class that takes some of what is given for itself; None where it can do without."""
        if target not in self.methods:
            parameters, plain = as_parameters(asked["parameters"]), plain_in(asked["parameters"])
            try:
                functions = functions_in(asked["parameters"])
                found = MadeForEach(kind, method, parameters, self.results_of(target), functions)
                alone = binding_of(functools.partial(getattr(kind, method), None), parameters, plain)
                is_better = found.is_better(parameters, plain, alone, must=bool(needed_for(kind)))
            except TypeError:
                is_better = False
            self.methods[target] = found if is_better else None
        return self.methods[target]

    def parameters(self, target: str) -> Parameters:
        """What the problem gives to an entry."""
        return as_parameters(self.asked[target]["parameters"])

    def report(self) -> dict[str, Any]:
        """What the judge is told: parameters that are missing, more or have other defaults, methods that are not there."""
        unlike = {
            name: binding.report() for name, binding in self.bindings.items() if binding.missing or binding.unfilled
        }
        of_objects = {name: built.report() for name, built in self.built.items()}
        unlike |= {name: told for name, told in of_objects.items() if told["missing"] or told["unfilled"]}
        unlike |= {name: self._report_of_parts(parts) for name, parts in self.parts.items()}
        return {"parameters": unlike, "lacks": self.lacks, "defaults": self.defaults}

    def _report_of_parts(self, parts: Sequence[str]) -> dict[str, list[str]]:
        """What none of these functions takes, and what any needs that is not given."""
        told = [self.binding_for(part).report() for part in parts]
        missing = [name for name in told[0]["missing"] if all(name in one["missing"] for one in told)]
        return {"missing": missing, "unfilled": [name for one in told for name in one["unfilled"]], "own": []}

    def call(self, target: Any, function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The call, and what starts a new object. Raises: NotDrawn."""
        if isinstance(target, str) and target in self.parts:
            return self._called_in_parts(target, args, kwargs)
        result = self._called(target, function, args, kwargs)
        result = half_of_each(result) if self.keys_beside(target) else result
        owner = getattr(function, "__self__", None)
        if self.results_of(target) and owner is not None and (result is None or result is owner):
            left = left_by(owner, function.__name__, self.results_of(target))
            result = result if left is None else left
        elif owner is not None and not isinstance(owner, types.ModuleType):
            result = with_left(owner, function.__name__, self.results_of(target), result)
        return self.started(target, result, args, kwargs)

    def keys_beside(self, target: Any) -> list[str]:
        """What takes the one tensor to be turned a second time, as keys beside queries."""
        if not isinstance(target, str) or target not in self.asked or OFFSET not in dict(self.parameters(target)):
            return []
        built = self.built.get(target)
        twice = self.binding_for(target).doubled if built is None else built.keys_beside
        return [two for _, two in TWINS if two in twice]

    def _called(self, target: Any, function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        binding = self.binding_for(target)
        lender = self.lenders.get(target) if isinstance(target, str) else None
        if binding.is_plain:
            if lender is not None:
                lender.gives({}, (*args, *kwargs.values()))
            return function(*args, **binding.switches, **kwargs)
        own, left = binding.arguments(args, kwargs)
        if "dtype" in binding.derived and "dtype" not in own:  # of a draw beside which no tensor is given
            own["dtype"] = torch.get_default_dtype()
        if OFFSET in binding.lent:
            first = left.get(OFFSET, 0)
            own |= {name: positions_from(first, own.values()) for name in binding.derived if name in POSITIONS}
        schedule = self.schedules.get(target, "") if isinstance(target, str) else ""
        if schedule in binding.lent:
            make_of(getattr(function, "__self__", None), function.__name__, schedule, left.pop(schedule))
        elif isinstance(target, str) and target in self.of_files:
            function = self.of_tables(target, left.pop(self.of_files[target]))
        elif lender is not None:
            optional = {name: default for name, default in self.parameters(target) if default is not REQUIRED}
            lender.gives({name: {**optional, **left}[name] for name in binding.lent}, own.values())
            left = {name: value for name, value in left.items() if name not in binding.lent}
        if any(type(value).__module__ == "numpy" and getattr(value, "ndim", 0) for value in left.values()):
            raise NotDrawn("no array can be handed to a draw")
        tensors = {name: value for name, value in left.items() if isinstance(value, torch.Tensor)}
        keeper = next((value for value in left.values() if isinstance(value, dict)), None)
        if isinstance(function, MadeForEach) and keeper is not None:
            return function.made_with(own, keeper)
        if not tensors:
            return binding.call(function, own)
        with Handed(tensors) as handed:
            try:
                result = binding.call(function, own)
            except Exception:  # where it lacks what is given, no result would count either
                if handed.has_drawn or draws(function):
                    raise
                raise NotDrawn(NEITHER) from None
        if handed.left and (handed.has_drawn or not draws(function)):
            raise NotDrawn(NEITHER)
        return result

    def of_tables(self, target: str, schedule: Any) -> Callable[..., Any]:
        """The function of the file that has made its tables of this schedule. Raises: NotDrawn."""
        betas = betas_of({self.of_files[target]: schedule})
        path = self.entries.get(target, target)
        found: Callable[..., Any] | None = None if betas is None else remade_in_file(self.again, path, betas)
        if found is None:
            raise NotDrawn(f"the file's tables can't be made of these {self.of_files[target]}")
        return found

    def binding_for(self, target: Any) -> Binding:
        """Of an entry, of an object of an entry's class, or of a method of one."""
        match target:
            case str():
                return self.bindings.get(target, PLAIN)
            case (owner, str() as method):
                found = self.bindings.get(f"{self.classes.get(type(owner))}.{method}", PLAIN)
            case _:
                name = self.classes.get(type(target))
                found = self.bindings.get(f"{name}.forward", self.bindings.get(f"{name}.__call__", PLAIN))
        return without_self(found)


def does_more_by_name(name: str, method: str, function: types.FunctionType, number: int) -> bool:
    """Whether a method's name has the word that is asked for, as `merge_lora`, and it is called alike and gives something.

    So has `get_merged_linear`. What gives nothing back changes its object in place, which is another thing.
    """
    said = {method, f"{method}d", f"{method}ed"}.intersection(name.lower().split("_"))
    return bool(said) and takes(function, number) and gives_a_value(function)


def notes_on(own: Any, found: Binding, parameters: Parameters, *, is_class: bool) -> list[str]:
    """What the user is told of how the code is called."""
    notes = [own.note(found) if isinstance(own, Held) else own.note] if isinstance(own, NOTED) else []
    notes += [in_words(tail, row, found.names[row]) for tail, row in found.tails.items()]
    dropped = dropped_in(own, parameters) if is_class else {}
    notes += [f"your {one} is 0 here, not {share}: the problem drops nothing" for one, share in dropped.items()]
    notes += [f"your {found.tile} is twice your {found.names[BLOCK]} here, which is block"] if found.tile else []
    notes += [f"your {found.channels} is how many channels the patches have"] if found.channels else []
    notes += [
        f"your code is called with {one}={text!r}" for one, text in found.switches.items() if isinstance(text, str)
    ]
    return notes + ([end_in_words(found.end, found.asked)] if found.end else [])


def source_function(own: Any) -> Any:
    """The function of the file that answers: that of a method, and of what wraps one."""
    if isinstance(own, Built | MadeForEach | BothPasses):
        return getattr(own.kind, own.method)
    if isinstance(own, functools.partial):
        return source_function(own.func)
    return getattr(own, "backward", getattr(own, "function", getattr(own, "__func__", own)))


def without_self(binding: Binding) -> Binding:
    """The binding of a method, for a call of the bound one."""
    if binding.is_plain:
        return binding
    names = dict(binding.names)
    names.pop("self", None)
    return replace(binding, asked=binding.asked[1:], names=names, order=binding.order[1:])
