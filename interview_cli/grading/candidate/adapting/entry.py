"""One function or class that a problem asks for, and how what a file has for it is called. Imports torch; never a reference.

A tensor that the problem gives and the function draws for itself (noise, a time, a start) is handed to it when it draws.
"""

from __future__ import annotations

import functools
import inspect
import types
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch

from interview_cli.grading.candidate.adapting.answer import Answer
from interview_cli.grading.candidate.adapting.asked import Asked, as_parameters, plain_in
from interview_cli.grading.candidate.adapting.axes.batching import Batches
from interview_cli.grading.candidate.adapting.axes.maps import Maps
from interview_cli.grading.candidate.adapting.axes.spoken import Spoken
from interview_cli.grading.candidate.adapting.holding.handing import NEITHER, Handed, NotDrawn, as_exact_as, draws
from interview_cli.grading.candidate.adapting.holding.lending import (
    Lender,
    modes_of_itself,
    names_read,
    of_others,
    values_read,
)
from interview_cli.grading.candidate.adapting.holding.made_for_each import MadeForEach
from interview_cli.grading.candidate.adapting.holding.remaking import (
    PROBE,
    betas_of,
    of_a_file,
    of_a_schedule,
    remade_in_file,
    schedule_among,
)
from interview_cli.grading.candidate.adapting.methods import has_of_its_own, method_of_another_name, start_of
from interview_cli.grading.candidate.adapting.modules.building import Built, positions_from
from interview_cli.grading.candidate.adapting.objects import call_of, make_of, needed_for
from interview_cli.grading.candidate.adapting.otherwise import WAYS
from interview_cli.grading.candidate.adapting.packing.entries import in_values
from interview_cli.grading.candidate.adapting.results.parting import parts_in
from interview_cli.grading.candidate.adapting.results.returning import (
    INDICES,
    empty_again,
    in_one_row,
    in_order,
    left_beside,
    left_by,
    names_returned,
    names_within,
    order_by_names,
    places_by_names,
    the_one_hot,
    the_one_left,
    with_left,
    with_places,
)
from interview_cli.grading.candidate.adapting.settings.configured import take_one_by_one
from interview_cli.grading.candidate.adapting.sought import Sought
from interview_cli.grading.candidate.adapting.steps.turning import OF_TWO, half_of_each
from interview_cli.grading.candidate.adapting.terms.going_on import take_ends
from interview_cli.grading.candidate.adapting.terms.levels import looked_up
from interview_cli.grading.candidate.adapting.ways import WITH_MORE, notes_on, source_function
from interview_cli.grading.candidate.matching.calls.binding import binding_of
from interview_cli.grading.candidate.matching.calls.bound import PLAIN, Binding
from interview_cli.grading.candidate.matching.calls.by_place import by_place
from interview_cli.grading.candidate.matching.calls.by_use import without
from interview_cli.grading.candidate.matching.calls.defaults import (
    is_renamed,
    other_defaults,
    switched_on,
    with_defaults,
)
from interview_cli.grading.candidate.matching.names.kinds import OFFSET, POSITIONS, TWINS, is_whole
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, likeness, same
from interview_cli.grading.candidate.matching.names.preferences import by_preference
from interview_cli.grading.candidate.matching.names.schedules import source_of
from interview_cli.grading.candidate.matching.names.words import enumerated, listed
from interview_cli.grading.candidate.matching.syntax.bytecode import code_of, nodes_of
from interview_cli.grading.candidate.matching.syntax.guards import guards_in, read_of_itself
from interview_cli.grading.candidate.matching.syntax.lookups import asked_by_texts

OF_A_DICT = "the entries of your dict are graded as pairs, in its order"
"""What is said of a dict in the place of a list of pairs."""


class Entry:
    """What the problem calls by one name.

    `binding`: how it is called; `methods`: how those of an object of a class are. `parts`: what gives one of its results each.
    `order`: the places of the results that are asked for, within a row of all where they `are_nested`. `one_hot`: the result
    that has a row of 0 and 1 for each index. `start`: the method that is called on each new object. `of_file`: what the file
    makes its tables of, where the problem gives that. `batches`: what gives a function that takes a batch apart a batch of one;
    `maps`: one that takes maps those of one place. `spoken`: what gives it the axes of which it speaks. `levels`: how it looks up
    what the problem gives as levels of noise.
    `in_order_of_places`: how it could be called by place.
    """

    def __init__(
        self,
        name: str,
        path: str,
        asked: Asked,
        namespace: dict[str, Any],
        again: Callable[[], dict[str, Any]],
        *,
        is_by_place: bool = False,
    ) -> None:
        found = found_at(path, namespace)
        is_a_function = not asked["is_class"] and "." not in path
        self.in_order_of_places = by_place(found, as_parameters(asked["parameters"])) if is_a_function else None
        self.levels = None if is_by_place else looked_up(asked, found)
        asked = asked if self.levels is None else self.levels.asked
        self.name, self.path, self.asked = name, path, asked
        self.namespace, self.again = namespace, again
        self.parameters = as_parameters(asked["parameters"])
        self.results: list[str] = asked.get("results", [])
        self.result = str(asked.get("result", ""))
        self.answer = Answer(name, path, asked, namespace)
        self.binding, self.methods = PLAIN, dict[str, Binding]()
        self.batches, self.spoken, self.maps = Batches(), Spoken(), Maps()
        self.parts: list[Entry] = []
        self.order, self.are_nested = list[int](), False
        self.one_hot = ""
        self.start = self.of_file = ""
        self.is_opposite = False
        self.lacks: list[str] = []
        self.notes: list[str] = [] if self.levels is None else [self.levels.note]
        self.defaults: list[list[Any]] = []

    # --- what it is ---------------------------------------------------------------------------------------------------

    def look_by_place(self) -> None:
        """Take the function as it stands, in the order of its parameters."""
        if self.in_order_of_places is not None:
            self.binding = self.in_order_of_places
            self.answer.is_as_it_stands = True
            self.notes.append(f"{self.path} gets its arguments in the order of the statement, whatever their names")
            self._look_at_results(self.answer.get())

    @property
    def is_otherwise(self) -> bool:
        """Whether it could be called by place, and is called in another way, which its names speak for.

        What says by its name that it takes the opposite, as `not_dones`, is taken at its word.
        """
        places = self.in_order_of_places
        is_in_order = not self.notes and (places is None or self.binding.names in ({}, places.names))
        return not (places is None or is_in_order or self.is_opposite)

    def look(self) -> None:
        """Find out how it is called."""
        self._take_otherwise()
        paths = parts_in(self.path, self.results, self.namespace, self.parameters)
        if paths:
            self._look_at_parts(paths)
            return
        own = self.answer.get()
        self.notes += self.answer.notes
        if isinstance(own, Built):
            self.notes += own.notes()
            self.defaults += [[*one, True] for one in own.takes.other_defaults()]
        else:
            self._bind(own)
        self.notes += [OF_TWO.format(one, two) for one, two in TWINS if two in self.keys_beside]
        self._look_at_results(own)
        if self.asked["is_class"] and isinstance(own, type):
            self._look_at_methods(own)

    def _take_otherwise(self) -> None:
        """Let what answers take in its own way what the problem gives in another one."""
        path, plain, functions = self.path.split("."), self.answer.plain, self.answer.functions
        parts, tell = self.asked.get("parts", {}), self.spoken.tell
        sought = Sought(
            self.name,
            self.namespace,
            path,
            self.parameters,
            plain,
            functions,
            self.results,
            parts,
            tell,
            self.asked.get("modes", ()),
        )
        for take in WAYS:
            said = take(sought)
            self.notes += said
            self.is_opposite = self.is_opposite or (take is take_ends and bool(said))

    def _look_at_parts(self, paths: Sequence[str]) -> None:
        """Each function that gives one of the results, as an entry of its own."""
        asked = {**self.asked, "results": []}
        self.parts = [
            Entry(f"{self.name}#{number}", path, asked, self.namespace, self.again) for number, path in enumerate(paths)
        ]
        for part in self.parts:
            part.look()
            self.notes += [note for note in part.notes if note not in self.notes]
            self.defaults += part.defaults
        self.notes.append(f"{' and '.join(paths)} are graded together as {self.name}")

    def _bind(self, own: Any) -> None:
        """Which parameter takes what, and what is told of it."""
        is_class, parameters = self.asked["is_class"], self.parameters
        if is_class and isinstance(own, type):
            self.notes += take_one_by_one(own, parameters, self.namespace, is_class=True)
        name = "" if is_class else self.name
        found = self._lent(own, binding_of(own, parameters, self.answer.plain, name, self.answer.functions))
        found = (
            found if is_class else switched_on(found, own, name, parameters, self.results, self.asked.get("modes", ()))
        )
        self.notes += notes_on(own, found, parameters, is_class=is_class)
        self.binding = self._with_defaults(own, found)

    def _with_defaults(self, own: Any, found: Binding) -> Binding:
        """The binding with the problem's defaults in the place of others, of which note is taken."""
        others = other_defaults(own, self.parameters, found)
        # whose names are the statement's has its signature before them: what is left out there is a mistake
        is_own = not self.is_as_asked or isinstance(own, WITH_MORE) or is_renamed(found, self.parameters)
        nothing = {one for one, default in self.parameters if default is None}  # code may not know what to do with None
        replaced = {theirs: one for one, theirs, _ in others if (is_own or theirs != one) and one not in nothing}
        self.defaults += [[one.partition(".")[0], theirs, value, theirs in replaced] for one, theirs, value in others]
        return with_defaults(found, self.parameters, replaced)

    @property
    def is_as_asked(self) -> bool:
        """Whether what answers, a function or a method, has the problem's name."""
        return self.path.rpartition(".")[2] == self.name

    def _look_at_methods(self, own: type[Any]) -> None:
        """Bind each method of a class that is asked for; note those that it lacks."""
        methods: Mapping[str, Any] = self.asked["methods"]
        self._look_for_a_start(own)
        for method, parameters in methods.items():
            if not has_of_its_own(own, method) and (other := method_of_another_name(own, method, methods)):
                setattr(own, method, vars(own)[other])
                self.notes.append(f"{own.__name__}.{other} is graded as {method}")
            function = getattr(own, method, None)
            if callable(function):
                given = [("self", REQUIRED), *as_parameters(parameters)]
                self.methods[method] = binding_of(function, given, plain_in(parameters))
            else:
                self.lacks.append(method)

    def _look_for_a_start(self, own: type[Any]) -> None:
        """Note the method that its object is to be started with."""
        self.start = start_of(own, self.asked["methods"])
        if self.start:
            first, *_ = self.binding.asked or ("",)
            if first in self.binding.missing and needed_for(functools.partial(vars(own)[self.start], None)):
                self.binding = replace(self.binding, lent=(first,))
            self.notes.append(f"{own.__name__}.{self.start} is called on each new object")

    def _look_at_results(self, own: Any) -> None:
        """Note the order of the results of a function, or of a layer, where its names of them say that it is another.

        Code under the problem's name is taken as it says, if it returns no more than is asked for.
        """
        function = call_of(own) if isinstance(own, type) else source_function(own)
        if self.is_as_asked and len(names_returned(function)) <= len(self.results):
            return
        names = names_within(function)
        self.order = places_by_names(names, self.results)
        self.are_nested = bool(self.order)
        if not self.order:
            names = names_returned(function)
            beside = left_beside(function, self.results, len(names))
            names = names if beside is None else [*names[: beside[0]], beside[1], *names[beside[0] :]]
            self.one_hot = the_one_hot(names, self.results)
            self.order = order_by_names(
                [INDICES if name and name == self.one_hot else name for name in names], self.results
            )
        if self.order:
            said = listed(names[place] or f"number {place + 1}" for place in self.order)
            self.notes.append(f"your results are graded in this order: {said}, by your names of them")
        self.notes += [f"the places of the ones in your {self.one_hot} are graded as {INDICES}"] if self.one_hot else []

    # --- what is lent to it -------------------------------------------------------------------------------------------

    def _lent(self, method: Any, binding: Binding) -> Binding:
        """The binding, where the method reads from its object what it has no parameter for."""
        schedule = self.answer.schedule
        if schedule in binding.missing:
            self.notes.append(of_a_schedule(type(method.__self__), schedule))
            return replace(binding, lent=(schedule,))
        if self._reads_tables(method, binding):
            self.notes.append(of_a_file(self.of_file))
            return replace(binding, lent=(self.of_file,))
        if isinstance(method, functools.partial):
            self.notes += self._of_guards(method.func)
        if self.answer.lender is None or binding.is_plain:
            return binding
        loose = method.func if isinstance(method, functools.partial) else method
        is_loose = isinstance(loose, types.FunctionType)
        owner = types.SimpleNamespace(**self.namespace) if is_loose else type(method.__self__)
        read = names_read(owner, loose.__name__)
        self._lend_modes(self.answer.lender, loose, read)
        binding = without_switches_for_lent(method, binding, read)
        self.answer.lender.refused = refused = of_others(read, binding.missing)
        sources = {attribute: source_of(attribute, binding.missing) for attribute in sorted(read.difference(refused))}
        found = {attribute: source[0] for attribute, source in sources.items() if source is not None}
        whose = "self." if isinstance(method, functools.partial) or not is_loose else ""
        told = values_read(owner, loose.__name__) if whose else found
        self.notes += [
            f"{whose}{attribute} is taken from {given}, which the problem gives"
            for attribute, given in found.items()
            if attribute in told or given in self.answer.functions  # which are called
        ]
        if isinstance(method, functools.partial):
            self.notes += self._without_its_class(method.func, binding.missing, {*found, *found.values()})
        return replace(binding, lent=tuple(dict.fromkeys(found.values())))

    def _lend_modes(self, lender: Lender, function: Any, read: Collection[str]) -> None:
        """Let an object say what the problem does, as one that knows several kinds is asked."""
        modes = modes_of_itself(function, self.name, dict(self.parameters))
        lender.texts = {name: value for name, value in modes.items() if name in read}
        self.notes += [f"your self.{name} is {value!r}" for name, value in lender.texts.items()]

    def _of_guards(self, method: Any) -> list[str]:
        """What to say of what a method without its class asks its object for only to raise."""
        given = [name for name, _ in self.parameters]
        guards = [one for one in guards_in(code_of(method)) if one not in self.namespace and not source_of(one, given)]
        if not guards:
            return []
        return [
            f"your {method.__name__} checks {enumerated(guards)} of its object, which isn't here: the check is passed"
        ]

    def _without_its_class(self, method: Any, missing: Sequence[str], known: Collection[str]) -> list[str]:
        """What to say of a method that lacks what must be given, and reads of its object what no class here sets."""
        must = {name for name, default in self.parameters if default is REQUIRED}
        read = dict.fromkeys(
            name for node in nodes_of(code_of(method)) if (name := read_of_itself(node)) not in ("", *known)
        )
        read = {name: None for name in read if name not in self.namespace and not is_whole(name)}
        if must.intersection(missing) <= {*known} or not read:
            return []
        return [f"your {method.__name__} reads {listed(read)} of an object whose class is not here: paste that, too"]

    def _reads_tables(self, function: Any, binding: Binding) -> bool:
        """Whether it has no parameter for the schedule, and reads tables that its file makes of one."""
        schedule = schedule_among(self.parameters)
        is_of_the_file = isinstance(function, types.FunctionType) and function is self.namespace.get(self.path)
        if schedule in binding.missing and is_of_the_file and remade_in_file(self.again, self.path, PROBE) is not None:
            self.of_file = schedule
        return bool(self.of_file)

    # --- what it is called with ---------------------------------------------------------------------------------------

    def call(self, function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The call of what answers, and what starts a new object. Raises: NotDrawn."""
        if self.levels is not None:
            args, kwargs = (), self.levels.given(args, kwargs)
        if self.parts:
            return self._called_in_parts(args, kwargs)
        if isinstance(function, types.MethodType):
            empty_again(function.__self__, function.__name__, self.result)
        result = self.called(self.binding, function, args, kwargs)
        if isinstance(function, Built):
            self.spoken.tell_more(function.told)
        if self.keys_beside:
            given = (*args, *kwargs.values())
            result = half_of_each(result, next((one for one in given if hasattr(one, "shape")), None))
        result = with_all(function, result, self.results)
        if result is None and isinstance(function, types.MethodType):
            result = the_one_left(function.__self__, function.__name__, self.result)
        if isinstance(result, dict) and self.asked.get("pairs") and not self.is_as_asked:
            self.spoken.tell_more(OF_A_DICT)
            result = list(result.items())
        result, said = in_values(result, self.results or [self.name], are_pairs=bool(self.asked.get("pairs")))
        self.spoken.tell_more(said)
        return self._started(result, args, kwargs)

    def _called_in_parts(self, args: Sequence[Any], kwargs: Mapping[str, Any]) -> tuple[Any, ...]:
        """All results, each of its function, which is given what it takes."""
        given = {**dict(zip([name for name, _ in self.parameters], args, strict=False)), **kwargs}
        of_none = set[str].intersection(*(set(part.binding.missing) for part in self.parts))
        results = []
        for part in self.parts:
            by_others = set(part.binding.missing) - of_none
            own = {name: value for name, value in given.items() if name not in by_others}
            results.append(part.called(part.binding, part.answer.get(), (), own))
        return tuple(results)

    def _started(self, made: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The new object, after what starts it."""
        if self.start:
            start = getattr(made, self.start)
            start(*([*args, *kwargs.values()][:1] if needed_for(start) else []))
        return made

    @functools.cached_property
    def keys_beside(self) -> list[str]:
        """What takes the one tensor to be turned a second time, as keys beside queries."""
        if OFFSET not in dict(self.parameters):
            return []
        built = self.answer.built
        twice = self.binding.doubled if built is None else built.takes.keys_beside
        return [two for _, two in TWINS if two in twice]

    def called(
        self, binding: Binding, function: Callable[..., Any], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Any:
        """What a call gives, with what is given in its places. Raises: NotDrawn."""
        lender = self.answer.lender
        if not self.asked["is_class"]:
            function = self.spoken.around(function)
        if not (self.asked["is_class"] or self.is_as_asked):  # the problem's own name says what it is given
            function = self.maps.around(self.batches.around(function))
        if binding.is_plain:
            if lender is not None:
                lender.gives({}, {**dict(zip(dict(self.parameters), args, strict=False)), **kwargs})
            return function(*args, **binding.switches, **kwargs)
        own, left = binding.arguments(args, kwargs)
        if "dtype" in binding.derived and "dtype" not in own:  # of a draw beside which no tensor is given
            own["dtype"] = torch.get_default_dtype()
        if OFFSET in binding.lent:
            first = left.get(OFFSET, 0)
            own |= {name: positions_from(first, own.values()) for name in binding.derived if name in POSITIONS}
        if self.answer.schedule in binding.lent:
            schedule = self.answer.schedule
            make_of(getattr(function, "__self__", None), function.__name__, schedule, left.pop(schedule))
        elif self.of_file:
            function = self._of_tables(left.pop(self.of_file))
        elif lender is not None:
            optional = {name: default for name, default in self.parameters if default is not REQUIRED}
            lender.gives({name: {**optional, **left}[name] for name in binding.lent}, own)
            left = {name: value for name, value in left.items() if name not in binding.lent}
        return handed(binding, function, own, left)

    def _of_tables(self, schedule: Any) -> Callable[..., Any]:
        """The function of the file that has made its tables of this schedule. Raises: NotDrawn."""
        betas = betas_of({self.of_file: schedule})
        found: Callable[..., Any] | None = None if betas is None else remade_in_file(self.again, self.path, betas)
        if found is None:
            raise NotDrawn(f"the file's tables can't be made of these {self.of_file}")
        return found

    @property
    def said(self) -> str:
        """What is told of how it was called."""
        return "; ".join(filter(None, (self.batches.said, self.maps.said, self.spoken.said)))

    # --- what is told of it -------------------------------------------------------------------------------------------

    def in_order(self, result: Any) -> Any:
        """What a call gave, in the problem's order."""
        if self.are_nested and isinstance(result, tuple | list):
            result = in_one_row(result)
        result = in_order(result, self.order)
        return with_places(result, self.results.index(INDICES)) if self.one_hot else result

    def report(self) -> dict[str, dict[str, list[str]]]:
        """Of the entry and of its methods: what the judge is told of parameters that are missing or more."""
        if self.parts:
            return {self.name: self._report_of_parts()}
        if self.answer.built is not None:
            its = self.answer.built.takes.report()
            return {self.name: its} if its["missing"] or its["unfilled"] else {}
        bindings = {self.name: self.binding} | {f"{self.name}.{name}": one for name, one in self.methods.items()}
        told = {name: one.report() for name, one in bindings.items() if one.missing or one.unfilled}
        if self.name in told and not self.asked["is_class"]:
            told[self.name]["dict"] = self._values_in_a_dict()
        return told

    def _values_in_a_dict(self) -> list[str]:
        """What parameter stands for several values that are given one by one, and what is looked up in it."""
        at = {own: name for name, own in self.binding.names.items()}
        own = [*at, *self.binding.unfilled]
        return asked_by_texts(found_at(self.path, self.namespace), own, [*self.binding.missing, *at.values()])

    def placed(self) -> list[list[str]]:
        """What is given at which parameter, where its place alone says so, and no name."""
        pairs = self.binding.names.items()
        told = by_preference(self.parameters, [(own, dict(self.parameters).get(name)) for name, own in pairs])
        said = {name for name, own in pairs if same(name, own) or likeness(name, own) or own.lower() == name[0].lower()}
        return [[name, own] for name, own in pairs if name not in said and name not in told]

    def _report_of_parts(self) -> dict[str, list[str]]:
        """What none of these functions takes, and what any needs that is not given."""
        told = [part.binding.report() for part in self.parts]
        missing = [name for name in told[0]["missing"] if all(name in one["missing"] for one in told)]
        return {"missing": missing, "unfilled": [name for one in told for name in one["unfilled"]], "own": []}


def without_switches_for_lent(method: Any, binding: Binding, read: Collection[str]) -> Binding:
    """The binding, where no switch takes by its place what the method reads of its object: `self.patch_size`."""
    own, pairs = inspect.signature(method).parameters, binding.names.items()
    switches = {name: other for name, other in pairs if other in own and isinstance(own[other].default, bool)}
    unlike = {name: other for name, other in switches.items() if not likeness(name, other)}
    hollow = {name: other for name, other in unlike.items() if any(likeness(name, one) for one in read)}
    return replace(without(binding, hollow), unfilled=binding.unfilled)  # a switch may be left as it is


def found_at(path: str, namespace: Mapping[str, Any]) -> Any:
    """What stands in a file under this path; None where it is what an object has."""
    first, *rest = path.split(".")
    return functools.reduce(lambda found, name: getattr(found, name, None), rest, namespace.get(first))


def handed(binding: Binding, function: Callable[..., Any], own: dict[str, Any], left: Mapping[str, Any]) -> Any:
    """The result of the call, which is handed what it has no parameter for when it draws. Raises: NotDrawn."""
    if any(type(value).__module__ == "numpy" and getattr(value, "ndim", 0) for value in left.values()):
        raise NotDrawn("no array can be handed to a draw")
    tensors = {name: value for name, value in left.items() if isinstance(value, torch.Tensor)}
    keeper = next((value for value in left.values() if isinstance(value, dict)), None)
    if isinstance(function, MadeForEach) and keeper is not None:
        return function.made_with(own, keeper)
    if not tensors:
        return binding.call(function, own)
    with as_exact_as(tensors, own), Handed(tensors) as given:
        try:
            result = binding.call(function, own)
        except Exception:  # where it lacks what is given, no result would count either
            if given.has_drawn or draws(function):
                raise
            raise NotDrawn(NEITHER) from None
    if given.untouched and (given.has_drawn or not draws(function)):
        raise NotDrawn(NEITHER)
    return result


def with_all(function: Callable[..., Any], result: Any, asked: Sequence[str]) -> Any:
    """All results that are asked for, where a method leaves some in its object."""
    owner = getattr(function, "__self__", None)
    if asked and owner is not None and (result is None or result is owner):
        left = left_by(owner, function.__name__, asked)
        return result if left is None else left
    if owner is not None and not isinstance(owner, types.ModuleType):
        return with_left(owner, function.__name__, asked, result)
    return result
