"""Two functions where a problem asks for one with a switch: `causal_attention` beside `attention`. Standard library only.

Or one that takes a text where the problem has the switch: `mask="causal"`; or one for each text that a problem gives.
"""

from __future__ import annotations

import dis
import functools
import inspect
import itertools
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from interview_cli.grading.candidate.matching.names.kinds import TEXTS
from interview_cli.grading.candidate.matching.names.likeness import REQUIRED, Parameters, likeness
from interview_cli.grading.candidate.matching.names.words import enumerated, words

OPTIONAL_KINDS = frozenset({"weights"})
"""How they call one that may be None, for the usual thing."""


class OfTwoForms:
    """Both functions as one: what they take, and the switch that says which one is called. `note`: what the user is told."""

    def __init__(self, usual: Callable[..., Any], other: Callable[..., Any], switch: str, note: str) -> None:
        self.usual, self.other, self.switch, self.note = usual, other, switch, note
        own = inspect.signature(usual)
        shown = inspect.Parameter(switch, inspect.Parameter.KEYWORD_ONLY, default=False)
        self.__signature__ = own.replace(parameters=[*own.parameters.values(), shown])
        self.__name__ = usual.__name__

    def __call__(self, *args: Any, **given: Any) -> Any:
        return (self.other if given.pop(self.switch, False) else self.usual)(*args, **given)


def of_two_forms(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> OfTwoForms | None:
    """The function with a switch that the problem asks for and it lacks, if one other takes the same and is named after that."""
    if not inspect.isfunction(function) or "**" in str(inspect.signature(function)):
        return None
    own = list(inspect.signature(function).parameters)
    switches = [name for name, default in asked if default is False and not any(likeness(name, one) for one in own)]
    beside = [one for one in functions_beside(function, namespace) if take_the_same(function, one, asked)]
    found = [form for name in switches for one in beside if (form := forms_of(function, one, name)) is not None]
    found += [form for name in switches if (form := with_a_text(function, name, asked)) is not None]
    return found[0] if len(found) == 1 else None


def take_the_same(one: Callable[..., Any], other: Callable[..., Any], asked: Parameters) -> bool:
    """Whether both have the same parameters, but for what may be left out and the problem doesn't give: an `eps` of one."""
    first, second = (list(inspect.signature(each).parameters) for each in (one, other))
    shared = [name for name in first if name in second]
    alone = [name for name in (*first, *second) if name not in shared]
    is_given = any(likeness(name, own) for name, _ in asked for own in alone)
    are_needed = {*needed_by(one), *needed_by(other)} & {*alone}
    return shared == [name for name in second if name in first] and not is_given and not are_needed


class OfKinds:
    """Functions as one, by the words that their names do not share: `uniform` of `uniform_matrix` beside `absorbing_matrix`."""

    def __init__(self, kinds: Mapping[Any, Callable[..., Any]], switch: str, place: int) -> None:
        self.kinds, self.switch = kinds, switch
        first, *_ = kinds.values()
        own = list(inspect.signature(first).parameters.values())
        default = None if None in kinds else inspect.Parameter.empty
        own.insert(place, inspect.Parameter(switch, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=default))
        self.__signature__ = inspect.Signature(own)
        self.__name__ = first.__name__

    @property
    def note(self) -> str:
        """What the user is told of it."""
        names = enumerated([one.__name__ for one in dict.fromkeys(self.kinds.values())])
        return f"{names} are graded together as one, each for its own {self.switch}"

    def __call__(self, *args: Any, **given: Any) -> Any:
        bound = self.__signature__.bind(*args, **given).arguments
        kind = bound.pop(self.switch, None)
        function = next((one for word, one in self.kinds.items() if kind == word), None)
        if function is None:  # there is no function of this kind that could refuse it
            raise ValueError(f"no function for {kind!r}")
        return function(**bound)


def of_kinds(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> OfKinds | None:
    """The functions of one name but for a word, which must be given the same, where a problem gives a text that is that word."""
    if not inspect.isfunction(function):
        return None
    places = [place for place, (name, default) in enumerate(asked) if name in TEXTS and default is REQUIRED]
    own, own_words = needed_by(function), words(function.__name__)
    if len(places) != 1 or any(name in TEXTS for name in own) or len(own) != len(asked) - 1:
        return None
    beside = [one for one in functions_beside(function, namespace) if needed_by(one) == own]
    every: list[Callable[..., Any]] = [
        function,
        *(one for one in beside if is_but_for_a_word(words(one.__name__), own_words)),
    ]
    shared = set.intersection(*(set(words(one.__name__)) for one in every))
    kinds = {word: one for one in every for word in words(one.__name__) if word not in shared}
    return OfKinds(kinds, asked[places[0]][0], places[0]) if len(kinds) == len(every) > 1 else None


def of_usual_and_kinds(function: Any, asked: Parameters, namespace: Mapping[str, Any]) -> OfKinds | None:
    """The same, where one of them is the usual one, without a word of its own: `kappa` beside `linear_weighted_kappa`."""
    places = [place for place, (name, default) in enumerate(asked) if name in OPTIONAL_KINDS and default is None]
    if not inspect.isfunction(function) or len(places) != 1 or len(needed_by(function)) != len(asked) - 1:
        return None
    beside = [one for one in functions_beside(function, namespace) if needed_by(one) == needed_by(function)]
    every: list[Callable[..., Any]] = [function, *beside]
    said = {one: set(words(one.__name__)) for one in every if not one.__name__.startswith("_")}
    every = [one for one in said if said[one] & set(words(function.__name__))]
    shared = set.intersection(*(said[one] for one in every)) if every else set()
    usual = [one for one in every if said[one] == shared or is_plain_beside(one, every, said)]
    special = [one for one in every if one not in usual]
    kinds = {
        word: one
        for one in special
        for word in said[one]
        if not any(word in said[other] for other in special if other is not one)
    }
    if not shared or len(usual) != 1 or len(set(kinds.values())) != len(special) or len(special) < 2:
        return None
    every_kind: dict[Any, Callable[..., Any]] = {None: usual[0], **kinds}
    return OfKinds(every_kind, asked[places[0]][0], places[0])


def is_plain_beside(one: Any, every: Sequence[Any], said: Mapping[Any, set[str]]) -> bool:
    """Whether the names of the others share a word that its own lacks: `weighted` beside a `cohen_kappa`."""
    others = [said[other] for other in every if other is not one]
    return bool(others) and not set.intersection(*others) <= said[one]


def is_but_for_a_word(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names have as many words, and all of them in common but one: `uniform matrix`, `absorbing matrix`."""
    return len(one) == len(other) > len(set(one) & set(other)) == len(one) - 1


def needed_by(function: Callable[..., Any]) -> list[str]:
    """The names of what it must be given."""
    return [one.name for one in inspect.signature(function).parameters.values() if one.default is one.empty]


def functions_beside(function: Callable[..., Any], namespace: Mapping[str, Any]) -> Iterator[Callable[..., Any]]:
    """The other functions of its file."""
    for one in namespace.values():
        if inspect.isfunction(one) and one is not function and one.__module__ == function.__module__:
            yield one


def forms_of(one: Callable[..., Any], other: Callable[..., Any], switch: str) -> OfTwoForms | None:
    """Both in one, where the name of one is that of the other with the switch's words."""
    first, second = set(words(one.__name__)), set(words(other.__name__))
    for less, more, usual, special in ((first, second, one, other), (second, first, other, one)):
        if less < more and more - less == set(words(switch)):
            note = f"your {special.__name__} is called where {switch} is true"
            return OfTwoForms(usual, special, switch, note)
    return None


def with_a_text(function: types.FunctionType, switch: str, asked: Parameters) -> OfTwoForms | None:
    """The function with its one parameter that may be None, is like nothing given, and is compared with the switch's name."""
    free = [
        one.name
        for one in inspect.signature(function).parameters.values()
        if one.default is None and not any(likeness(name, one.name) for name, _ in asked)
    ]
    found = [name for name in free if name in compared_with(function.__code__, switch)]
    if len(found) != 1:
        return None
    special = functools.partial(function, **{found[0]: switch})
    return OfTwoForms(function, special, switch, f'your {found[0]} is "{switch}" where {switch} is true')


def compared_with(code: types.CodeType, text: str) -> set[str]:
    """The names that stand before the text in the code, as in `mask == "causal"`."""
    steps = itertools.pairwise(dis.get_instructions(code))
    return {str(step.argval) for step, after in steps if step.opname.startswith("LOAD_FAST") and after.argval == text}
