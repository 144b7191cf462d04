"""How much of a problem a candidate's code takes on: parameters, methods and shapes that it does not have. Judge's side.

What the candidate's process says of its parameters is a claim. It can only leave checks out, and without one of them
there is no pass.
"""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from torch import Tensor

from interview_cli.grading.judge.results import gives_pairs, name_of_result, names_of_parts, names_of_results
from interview_cli.grading.wire.frames import ONE_FOR_ALL_AXES, Leaf
from reference_impls.problem import Ref, Target

Call = tuple[str, tuple[Any, ...], Mapping[str, Any]]
"""An entry, and what it is given."""

NOT_DRAWN = "NotDrawn"
"""How the candidate's process says that a function neither takes a tensor nor draws it."""
CANNOT_BUILD = "CannotBuild"
NOT_BUILT = " is not built"
"""How it says that a torch module, where a function is asked for, cannot be made of what is given."""


ALSO = "The problem also asks for "
OF_VALUES = frozenset({
    "Tensor", "torch", "ndarray", "NDArray", "numpy", "np", "typing", "collections", "abc", "Any", "class", "floating", "float64",
    "int", "float", "str", "bool", "None", "NoneType", "list", "tuple", "dict", "set", "Sequence", "Mapping", "Collection",
    "Iterable", "List", "Tuple", "Dict", "Optional", "Union", "dtype", "integer",
})  # fmt: skip
"""What the annotations of values are made of."""


MODES = ("causal", "linear")
"""Words of what an entry does that code may have a switch for, or a text that says which schedule it has."""
MOST_PLACED = 8
"""Parameters of which it is told what they took."""


class NotAsked(Exception):
    """The check needs what the candidate's code does not have: it is not run."""


@dataclass
class Coverage:
    """What the reference takes, and what of that the candidate's code lacks.

    `is_otherwise`: whether its functions could be called by place, and are called in another way. `order`: that it has the
    problem's parameters in another order, where callers give them by place.
    """

    reference: Mapping[str, Any]
    parameters: dict[str, dict[str, list[str]]] = field(default_factory=dict)
    lacks: frozenset[str] = frozenset()
    said: dict[str, str] = field(default_factory=dict)
    sizes: set[str] = field(default_factory=set)
    narrow: str | None = None
    defaults: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    order: str = ""
    other_defaults: set[str] = field(default_factory=set)
    has_relied: bool = False
    is_otherwise: bool = False
    latest: Call | None = None
    left: tuple[str, Mapping[str, bool]] = ("", MappingProxyType({}))

    def asked(self) -> dict[str, Any]:
        """Parameters and methods of each entry, as the statement gives them."""
        return {name: asked_of(entry) for name, entry in self.reference.items()}

    def learn(self, report: Mapping[str, Any]) -> None:
        """Take in what the candidate's process says; what is malformed is left out."""
        self.is_otherwise = report.get("otherwise") is True
        parameters = report.get("parameters")
        if isinstance(parameters, dict):
            self.parameters = {
                name: {key: texts(found.get(key)) for key in ("missing", "unfilled", "needs", "dict")}
                for name, found in parameters.items()
                if self._is_asked(name) and isinstance(found, dict)
            }
        methods = {method for entry in self.reference.values() for method in asked_of(entry)["methods"]}
        self.lacks = frozenset(texts(report.get("lacks"))) & methods
        self.defaults = list(dict.fromkeys(self._defaults_in(report.get("defaults"))))
        self._learn_places(report.get("placed"))
        self.replaced = list(dict.fromkeys(self.replaced))  # each function of several may have the same

    def _learn_places(self, told: Any) -> None:
        """Which of several parameters takes what, by its place, where that may be a mistake; one alone can take nothing else."""
        given = {p.name for entry in self.reference.values() for p in parameters_of(entry)}
        pairs = (
            [one for one in told[:MOST_PLACED] if is_a_pair(one) and one[0] in given] if isinstance(told, list) else []
        )
        names, own = [name for name, _ in pairs], [own[:60] for _, own in pairs]
        if len(pairs) > 1 and sorted(names) == sorted(own):
            should = f"It should take {listed(names)}, as the problem gives them."
            self.order = f"Your code takes {listed(own)} in this order. {should}"
        elif len(pairs) > 1:
            self.placed = [
                f"Taken by their places: {listed(f'your {one} is {name}' for name, one in zip(names, own, strict=True))}."
            ]

    def _defaults_in(self, told: Any) -> Iterator[str]:
        """A sentence for each default that is another than the statement's; of those that calls replace, in `replaced`."""
        given = {p.name: p.default for entry in self.reference.values() for p in parameters_of(entry)}
        for one in told[:20] if isinstance(told, list) else []:
            match one:
                case [str(name), str(own), None | int() | float() as value, bool(is_replaced)] if name in given:
                    where = "that in the statement" if own == name else f"that of {name} in the statement"
                    sentence = f"Your default of {own[:60]} is {value}, and {where} is {given[name]}"
                    if is_replaced:
                        self.replaced.append(f"{sentence}: your code was called with {given[name]}.")
                        continue
                    self.other_defaults.add(name)
                    yield f"{sentence}."

    def _is_asked(self, name: Any) -> bool:
        return isinstance(name, str) and name.partition(".")[0] in self.reference

    @property
    def is_whole(self) -> bool:
        """Whether every call was made as the problem makes it."""
        return not self.said

    def admit(self, target: Target, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        """Note a call. Raises: NotAsked where it needs what is missing."""
        self.left = ("", {})
        args = [plain(value) for value in args]
        kwargs = {name: plain(value) for name, value in kwargs.items()}
        match target:
            case str():
                self.latest = (target, tuple(args), kwargs)
                self.has_relied |= self._leaves_out_another_default(target, args, kwargs)
                if target in self.parameters:
                    self._admit(target, parameters_of(self.reference[target]), args, kwargs)
            case (Ref(), str() as method):
                self._admit_method(method, args, kwargs)
            case _:
                self._admit_method("forward", args, kwargs)

    def _leaves_out_another_default(self, entry: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> bool:
        """Whether the call leaves the code with a default of its own that is another than the statement's."""
        names = [p.name for p in parameters_of(self.reference[entry])] if self.other_defaults else []
        return not self.other_defaults.isdisjoint({*names} - {*names[: len(args)], *kwargs})

    def _admit_method(self, method: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> None:
        for name, entry in self.reference.items():
            if method in asked_of(entry)["methods"]:
                if method in self.lacks:
                    self._say(f"The problem also asks for {method}(): your class has no such method.")
                    raise NotAsked(method)
                asked = parameters_of(getattr(entry, method))[1:]
                self._admit(f"{name}.{method}", asked, args, kwargs)

    def _admit(
        self, key: str, asked: Sequence[inspect.Parameter], args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> None:
        own = self.parameters.get(key)
        if own is None:
            return
        if own["unfilled"]:
            gives = listed(p.name for p in asked) if asked else "nothing"
            others = [p.name for p in asked if p.name in own["unfilled"]]
            if others:
                kinds = f"Your code needs another kind of {listed(others)} than the problem gives."
                self.said.setdefault(f"needs {others}", f"{kinds} Look at the types in the statement.")
                raise NotAsked(key)
            also = f"also needs {listed(own['unfilled'])}, which the problem doesn't give: it gives {gives}"
            all_of_them = f"needs {listed(own['needs'])}: the problem gives {gives}" if own["needs"] else also
            self.said.setdefault(f"needs {own['needs'] or own['unfilled']}", f"Your code {all_of_them}.")
            raise NotAsked(key)
        given = {**dict(zip((p.name for p in asked), args, strict=False)), **kwargs}
        known = {p.name: p for p in asked}
        lacking = [m for m in own["missing"] if m in given and m in known and not is_default(known[m], given[m])]
        is_made = isinstance(self.reference.get(key), type)  # a size that a class has no use for is none of its options
        options = [
            m
            for m in lacking
            if known[m].default is not inspect.Parameter.empty or not (is_made or can_be_left(given[m]))
        ]
        if options:
            self._say(self._has_no(key, listed(own["missing"])))
            raise NotAsked(listed(options))
        self.sizes = {missing for missing in lacking if not can_be_left(given[missing])}
        for missing in lacking:
            self.said.setdefault(f"{key} {missing}", self._has_no(key, missing))
        self.left = (key, {missing: isinstance(given[missing], Tensor) for missing in lacking})

    def came_back(self) -> None:
        """The latest call has returned: what it was not given, it did without or has drawn; a size it has no use for."""
        key, lacking = self.left
        for missing, is_tensor in lacking.items():
            if missing in self.sizes:
                self.said.pop(f"{key} {missing}", None)
                continue
            what = f"draws {missing} by itself. Make it a parameter" if is_tensor else f"does without {missing}"
            self.said[f"{key} {missing}"] = f"The problem gives {missing}: your code {what}."

    def not_drawn(self) -> NotAsked:
        """What the latest call lacks was not drawn by the candidate's code either."""
        key, lacking = self.left
        for missing in lacking:
            self.said[f"{key} {missing}"] = self._has_no(key, missing)
        return NotAsked(key)

    def not_built(self, why: str) -> NotAsked:
        """The class that stands for the function of the latest call needs what the problem does not give.

        `why` is the candidate's word; only the first one is told, as sizes differ from case to case.
        """
        name = self.latest[0] if self.latest else ""
        given = (
            listed(p.name for p in parameters_of(self.reference[name])) if name in self.reference else "what it gives"
        )
        sentence = f"The problem asks for the function {name}: your class can't be built from {given}."
        reason = " ".join(why.partition(": ")[2].split())[:200].rstrip(".")
        said = f"{sentence} {reason}." if reason else sentence
        self.said.setdefault(f"{name}{NOT_BUILT}", f"Your {reason}." if ONE_FOR_ALL_AXES in reason else said)
        return NotAsked(name)

    def is_hardly_built(self) -> bool:
        """Whether a class that stands for a function could not be built for every case."""
        return any(key.endswith(NOT_BUILT) for key in self.said)

    def is_built_for_some(self) -> bool:
        """Whether such a class could be built for kernels that are as long along all axes, as it says: not by chance."""
        return any(ONE_FOR_ALL_AXES in sentence for key, sentence in self.said.items() if key.endswith(NOT_BUILT))

    def _has_no(self, key: str, names: str) -> str:
        """What is said of parameters that are not there; of all at once where the code looks for them in a dict."""
        found = self.parameters.get(key, {}).get("dict", [])
        if key not in self.reference or len(found) < len(("its name", "a text")):
            own = f"your {key}" if len(self.reference) > 1 and key in self.reference else "yours"
            return f"{ALSO}{names}: {own} has no such parameter."
        gives = listed(p.name for p in parameters_of(self.reference[key]))
        looks = f"Your code looks for {listed(found[1:])} in {found[0]}, a dict."
        return f"{looks} The problem gives no dict, but {gives}: take these."

    def _say(self, sentence: str) -> None:
        self.said[sentence] = sentence

    def words(self) -> tuple[str, ...]:
        """What the problem asks for beyond the code, a sentence each."""
        said = list(dict.fromkeys(self.said.values()))
        return tuple(one for one in said if not any(says_more(other, one) for other in said))


def says_more(sentence: str, other: str) -> bool:
    """Whether both speak of missing parameters, and the first names those of the second and others."""
    if not sentence.startswith(ALSO) or not other.startswith(ALSO):
        return False
    names, others = (set(re.findall(r"\w+", one.removeprefix(ALSO).partition(":")[0])) for one in (sentence, other))
    return others < names


def plain(value: Any) -> Any:
    """A tensor that was marked for its gradient, as it was."""
    return value.tensor if isinstance(value, Leaf) else value


def is_default(parameter: inspect.Parameter, value: Any) -> bool:
    """Whether leaving it out would give the same: nothing is given, or what is there without it."""
    if value is None:
        return True
    if isinstance(value, Tensor) or parameter.default is inspect.Parameter.empty:
        return False
    return bool(value is parameter.default or value == parameter.default)


def can_be_left(value: Any) -> bool:
    """Whether code may do without being given it: a tensor that it draws, an object that it has kept."""
    return isinstance(value, Tensor | Ref)


def is_a_pair(value: Any) -> bool:
    """Whether it is a list of two texts."""
    return isinstance(value, list) and len(value) == 2 and all(isinstance(part, str) for part in value)


def texts(value: Any) -> list[str]:
    """A short list of short texts, of a claim."""
    return [part[:60] for part in value[:20] if isinstance(part, str)] if isinstance(value, list) else []


def listed(names: Iterable[str]) -> str:
    """`a, b and c`."""
    *first, last = list(names)
    return f"{', '.join(first)} and {last}" if first else last


@functools.cache
def parameters_of(function: Any) -> tuple[inspect.Parameter, ...]:
    """Of a reference's function or class."""
    return tuple(inspect.signature(function).parameters.values())


@functools.cache
def asked_of(entry: Any) -> dict[str, Any]:
    """What the statement says of an entry, for the candidate's process."""
    is_class = isinstance(entry, type)
    methods = {
        name: described(parameters_of(function)[1:])
        for name, function in (vars(entry) if is_class else {}).items()
        if inspect.isfunction(function) and not name.startswith("_")
    }
    called = vars(entry).get("forward", vars(entry).get("__call__")) if is_class else entry
    results = [] if called is None else names_of_results(called)
    return {
        "is_class": is_class,
        "parameters": described(parameters_of(entry)),
        "methods": methods,
        "results": results,
        "result": name_of_result(entry) if inspect.isfunction(entry) else "",
        "parts": names_of_parts(entry) if inspect.isfunction(entry) else {},
        "pairs": inspect.isfunction(entry) and gives_pairs(entry),
        "modes": [mode for mode in MODES if mode in re.findall(r"\w+", (inspect.getdoc(entry) or "").lower())],
    }


def described(parameters: Iterable[inspect.Parameter]) -> list[list[Any]]:
    """Name, whether it must be given, the default, as the statement has it, whether it `is_plain`, or `can_be_called`."""
    return [
        [p.name, p.default is p.empty, None if p.default is p.empty else p.default, is_plain(p), can_be_called(p)]
        for p in parameters
    ]


def can_be_called(parameter: inspect.Parameter) -> bool:
    """Whether it may be a function or a module: nothing says that it is a value."""
    if parameter.annotation is parameter.empty:
        return True
    return not set(re.findall(r"\w+", str(parameter.annotation))) <= OF_VALUES


def is_plain(parameter: inspect.Parameter) -> bool:
    """Whether it is a number, a text or a list of such: nothing that code could draw for itself."""
    words = set(re.findall(r"\w+", str(parameter.annotation)))
    return bool(words & {"int", "float", "str", "bool"}) and not words & {"Tensor", "ndarray", "Callable", "Module"}
