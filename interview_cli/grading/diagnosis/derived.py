"""Wrong variants that every problem has, made from its signature and its reference. Judge's side; imports torch.

An argument without effect, two of them exchanged, the first of the batch for all, results in another order, something
detached. Like the slips of a module they are run, and named only if they give the candidate's answers.
"""

from __future__ import annotations

import ast
import functools
import inspect
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from torch import Tensor

from interview_cli.grading.candidate.matching.names.words import enumerated
from reference_impls.problem import Problem

Wrapper = Callable[..., Any]
MOST_RESULTS = 4
MOST_NUMBERS = 16
MOST_OPTIONS = 5
NUMBERS = (int, float, "int", "float")
"""How references annotate numbers."""
IGNORED = "Your code ignores {0}: its answer is always that for {0}={1!r}. It should use the given value."
USUAL_DIGITS = (4, 2, 3, 5)
"""Digits after the point to which sites that compare printed answers have results rounded."""


@dataclass(frozen=True)
class DerivedSlip:
    """A wrong variant as functions that replace entries, by entry name."""

    name: str
    replaces: Mapping[str, Wrapper]
    message: str

    @property
    def is_ignoring(self) -> bool:
        """Whether an argument has no effect in it."""
        return self.name.endswith("-ignored")


def derived_slips(problem: Problem) -> Iterator[DerivedSlip]:
    """The variants of each entry that is a function; then those that all of several have, at once."""
    return derived_on(problem.entries, grad=problem.grad)


def derived_on(entries: Sequence[Callable[..., Any]], *, grad: bool) -> Iterator[DerivedSlip]:
    """The same of these entries, which may hold a mistake already; always as many in the same order."""
    together: dict[str, DerivedSlip] = {}
    for entry in entries:
        if not inspect.isclass(entry):
            for name, wrapper, why in variants_of(entry, grad=grad):
                yield DerivedSlip(name, {entry.__name__: wrapper}, why)
                others = together[name].replaces if name in together else {}
                together[name] = DerivedSlip(name, {**others, entry.__name__: wrapper}, why)
    yield from (slip for slip in together.values() if len(slip.replaces) > 1)


def variants_of(entry: Callable[..., Any], *, grad: bool) -> Iterator[tuple[str, Wrapper, str]]:
    """Name, function and sentence of each."""
    parameters = inspect.signature(entry).parameters
    for name, parameter in parameters.items():
        if parameter.default is not inspect.Parameter.empty:
            yield from without_effect(entry, name, parameter.default)
    for first, second in combinations(parameters, 2):
        yield (
            f"{first}-and-{second}-swapped",
            with_arguments(entry, functools.partial(exchanged, first, second)),
            f"Your code exchanges {first} and {second}. It should take them in the order of the signature.",
        )
    for most in (None, 1):
        yield (
            "first-of-the-batch",
            with_arguments(entry, functools.partial(first_for_all, most)),
            "Your code gives every entry along the first axis what is right for the first one. It should compute each entry.",
        )
    yield (
        "cut-to-integers",
        with_arguments(entry, as_integers),
        "Your code cuts off the digits after the decimal point of its inputs. It should keep them.",
    )
    yield (
        "without-repeats",
        with_arguments(entry, without_repeats),
        "Your code counts each value of the list once, so repeats get lost. It should count every one.",
    )
    for name in parameters:
        yield from of_argument(entry, name)
    yield (
        "signs-ignored",
        with_arguments(entry, without_signs),
        "Your code ignores the signs of its inputs. It should treat negative numbers as negative.",
    )
    yield from of_results(entry)
    if grad:
        yield from detachments(entry, list(parameters))
    yield from of_digits(entry)  # behind these: nothing flows through a rounded value either


def without_effect(entry: Callable[..., Any], name: str, default: Any) -> Iterator[tuple[str, Wrapper, str]]:
    """The argument left out, or a switch that is always on."""
    word = name.replace("_", "-")
    yield (
        f"{word}-ignored",
        with_arguments(entry, lambda given: {k: v for k, v in given.items() if k != name}),
        IGNORED.format(name, default),
    )
    if default is False:
        yield (
            f"{word}-always-on",
            with_arguments(entry, lambda given: {**given, name: True}),
            f"Your code acts as if {name} were True, even where it is False or left out. It should look at {name}.",
        )


def fixed_slips(problem: Problem, source: str) -> Iterator[DerivedSlip]:
    """The variants in which a number that the problem gives is always one of those that stand in a source."""
    return fixed_on(problem.entries, source)


def fixed_on(entries: Sequence[Callable[..., Any]], source: str) -> Iterator[DerivedSlip]:
    """The same of these entries, which may hold a mistake already; always as many in the same order."""
    numbers = numbers_in(source)
    for entry in entries:
        for name, parameter in {} if inspect.isclass(entry) else inspect.signature(entry).parameters.items():
            if parameter.annotation not in NUMBERS and type(parameter.default) not in (int, float):
                continue
            for number in (one for one in numbers if one != parameter.default):
                wrapper = with_arguments(entry, functools.partial(with_one_fixed, name, number))
                yield DerivedSlip(ignoring(name), {entry.__name__: wrapper}, IGNORED.format(name, number))


def ignoring(name: str) -> str:
    """How the mistake is called that leaves this argument without effect."""
    return f"{name.replace('_', '-')}-ignored"


def several_ignored(problem: Problem) -> Iterator[DerivedSlip]:
    """The variants in which several arguments have no effect, as where a helper is not given them."""
    for entry in problem.entries:
        own = {} if inspect.isclass(entry) else inspect.signature(entry).parameters
        options = {name: one.default for name, one in own.items() if one.default is not inspect.Parameter.empty}
        for number in range(2, len(options) + 1) if len(options) <= MOST_OPTIONS else ():
            for some in combinations(options, number):
                wrapper = with_arguments(entry, functools.partial(with_some_left_out, some))
                values = enumerated([f"{name}={options[name]!r}" for name in some])
                text = f"Your code ignores {enumerated(some)}: its answer is always that for {values}. "
                name = f"{'-and-'.join(some).replace('_', '-')}-ignored"
                yield DerivedSlip(name, {entry.__name__: wrapper}, f"{text}It should use the given values.")


def numbers_in(source: str) -> list[int | float]:
    """The numbers of a file, each once; none of a file that cannot be parsed."""
    try:
        nodes = [*ast.walk(ast.parse(source))]
    except (SyntaxError, ValueError, RecursionError):
        return []
    found = [node.value for node in nodes if isinstance(node, ast.Constant)]
    return list(dict.fromkeys(one for one in found if isinstance(one, int | float) and type(one) is not bool))[
        :MOST_NUMBERS
    ]


def of_argument(entry: Callable[..., Any], name: str) -> Iterator[tuple[str, Wrapper, str]]:
    """One argument with the other sign, with its last two axes swapped, or its first entry for all."""
    word = name.replace("_", "-")
    yield (
        f"{word}-with-the-other-sign",
        with_arguments(entry, functools.partial(with_the_other_sign, name)),
        f"Your code uses -{name} in place of {name}. It should use it with its own sign.",
    )
    yield (
        f"{word}-transposed",
        with_arguments(entry, functools.partial(with_axes_swapped, name)),
        f"Your code swaps the last two axes of {name}. It should leave them in order.",
    )
    yield (
        f"first-{word}-for-all",
        with_arguments(entry, functools.partial(first_of_one_for_all, name)),
        f"Your code uses the first entry of {name} for all, along its first axis. It should use each entry in its place.",
    )


def of_results(entry: Callable[..., Any]) -> Iterator[tuple[str, Wrapper, str]]:
    """One of several results, several in another order, a list's length or whether there is anything in it."""
    for index in range(MOST_RESULTS):
        yield (
            f"result-{index + 1}-alone",
            with_result(entry, functools.partial(one_of, index)),
            f"Your code returns only result number {index + 1}. It should return all of them.",
        )
    for first, second in combinations(range(MOST_RESULTS), 2):
        yield (
            "results-in-another-order",
            with_result(entry, functools.partial(in_order, first, second)),
            f"Your code exchanges results {first + 1} and {second + 1}. It should return them in the order asked for.",
        )
    yield (
        "last-result-first",
        with_result(entry, functools.partial(turned, -1)),
        "Your code returns the last result first. It should return them in the order asked for.",
    )
    yield (
        "first-result-last",
        with_result(entry, functools.partial(turned, 1)),
        "Your code returns the first result last. It should return them in the order asked for.",
    )
    for word, change, text in (
        ("negatives-cut", negatives_cut, "Your code cuts off negative values at 0. It should keep them."),
        ("absolute-values", abs, "Your code returns absolute values. It should keep the signs."),
        ("rounded", rounded, "Your code rounds its values to whole numbers. It should return them as they are."),
    ):
        yield word, with_result(entry, change), text
    yield (
        "flat-result",
        with_result(entry, flat),
        "Your code returns all values along one axis. It should return them in the shape that is asked for.",
    )
    yield (
        "number-of-results",
        with_result(entry, len),
        "Your code returns how many there are. It should return the items themselves.",
    )
    yield (
        "first-result-alone",
        with_result(entry, first_of),
        "Your code returns the first item. It should return all of them.",
    )
    yield (
        "whether-any",
        with_result(entry, bool),
        "Your code returns whether there is an answer (true or false). It should return the answer itself.",
    )


def of_digits(entry: Callable[..., Any]) -> Iterator[tuple[str, Wrapper, str]]:
    """Results rounded."""
    for digits in USUAL_DIGITS:
        yield (
            f"rounded-to-{digits}-digits",
            with_result(entry, functools.partial(rounded_to, digits)),
            f"Your code rounds its values to {digits} digits after the point. It should return them as they are.",
        )


def detachments(entry: Callable[..., Any], names: list[str]) -> Iterator[tuple[str, Wrapper, str]]:
    """Right values whose gradients do not arrive."""
    yield (
        "no-gradient",
        with_result(entry, detached),
        "Your code gives the right values, but no gradient arrives anywhere. It should not detach, and not run under no_grad.",
    )
    for name in names:
        yield (
            f"{name.replace('_', '-')}-detached",
            with_arguments(entry, functools.partial(with_one_detached, name)),
            f"Your code gives the right values, but no gradient reaches {name}. It should not detach it: no .data or .item().",
        )
    for index in range(MOST_RESULTS):
        yield (
            f"result-{index + 1}-detached",
            with_result(entry, functools.partial(with_part_detached, index)),
            f"Your code gives the right values, but detaches result {index + 1}. It should let gradients pass through it.",
        )


# --- wrappers ---------------------------------------------------------------------------------------------------------


class CannotBeChanged(Exception):
    """A change that a value does not admit, such as swapped axes of a list: no error that a candidate's code could share."""


def with_arguments(entry: Callable[..., Any], change: Callable[[dict[str, Any]], dict[str, Any]]) -> Wrapper:
    """The entry with changed arguments. Raises: CannotBeChanged."""
    signature = inspect.signature(entry)

    def changed(*args: Any, **kwargs: Any) -> Any:
        given = dict(signature.bind(*args, **kwargs).arguments)
        try:
            other = change(given)
        except Exception as error:
            raise CannotBeChanged(str(error)) from None
        return entry(**other)

    return changed


def with_result(entry: Callable[..., Any], change: Callable[[Any], Any]) -> Wrapper:
    """The entry with a changed result."""

    def changed(*args: Any, **kwargs: Any) -> Any:
        return change(entry(*args, **kwargs))

    return changed


def exchanged(first: str, second: str, given: dict[str, Any]) -> dict[str, Any]:
    """The two values in each other's place."""
    return {**given, first: given[second], second: given[first]}


def first_for_all(most: int | None, given: dict[str, Any]) -> dict[str, Any]:
    """The first entry of each batch, repeated, in so many arguments."""
    batches = [name for name, value in given.items() if isinstance(value, Tensor) and value.ndim >= 2]
    size = given[batches[0]].shape[0] if batches else 1
    same = [name for name in batches if given[name].shape[0] == size][:most]
    return {name: value[:1].expand(value.shape) if name in same else value for name, value in given.items()}


def first_of_one_for_all(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """The first entry of one tensor, repeated. Raises: AttributeError if it is none, IndexError if it has no axis."""
    value = given[name]
    return {**given, name: value[:1].expand(value.shape)}


def as_integers(given: dict[str, Any]) -> dict[str, Any]:
    """Every floating input cut to whole numbers, in its own type."""
    return {name: cut(value) for name, value in given.items()}


def cut(value: Any) -> Any:
    """The whole part."""
    if isinstance(value, Tensor):
        return value.trunc() if value.is_floating_point() else value
    if type(value).__module__ == "numpy" and value.dtype.kind == "f":
        return value.astype("int64").astype(value.dtype)
    return float(int(value)) if isinstance(value, float) else value


def without_repeats(given: dict[str, Any]) -> dict[str, Any]:
    """Each list of numbers with every value once."""
    return {
        name: list(dict.fromkeys(value)) if isinstance(value, list) and all(type(v) is int for v in value) else value
        for name, value in given.items()
    }


def with_some_left_out(names: Collection[str], given: dict[str, Any]) -> dict[str, Any]:
    """All but these."""
    return {name: value for name, value in given.items() if name not in names}


def with_one_fixed(name: str, number: float, given: dict[str, Any]) -> dict[str, Any]:
    """One argument with this number in its place, whatever is given."""
    return {**given, name: number}


def with_one_detached(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """One argument without its history."""
    return {**given, name: detached(given[name])}


def with_the_other_sign(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """One number with the other sign. Raises: TypeError if it is none."""
    value = given.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("no number")
    return {**given, name: -value}


def with_axes_swapped(name: str, given: dict[str, Any]) -> dict[str, Any]:
    """One tensor with its last two axes swapped. Raises: AttributeError if it is none."""
    return {**given, name: given[name].transpose(-1, -2)}


def without_signs(given: dict[str, Any]) -> dict[str, Any]:
    """Each array or list of numbers without signs."""
    return {name: magnitudes(value) for name, value in given.items()}


def magnitudes(value: Any) -> Any:
    """Of an array, or of a list of whole numbers."""
    if isinstance(value, Tensor) or type(value).__module__ == "numpy":
        return abs(value)
    is_list = isinstance(value, list) and all(type(part) is int for part in value)
    return [abs(part) for part in value] if is_list else value


def negatives_cut(result: Any) -> Any:
    """At least 0; a whole -1 alone says that there is none."""
    if type(result) is int and result == -1:
        return result
    return result.clip(0) if hasattr(result, "clip") else max(result, 0)


def rounded(result: Any) -> Any:
    """To whole numbers."""
    return result.round() if isinstance(result, Tensor) else round(result)


def flat(result: Any) -> Any:
    """Along one axis. Raises: AttributeError for what has no axes."""
    return result.reshape(-1)


def rounded_to(digits: int, result: Any) -> Any:
    """To so many digits after the point, each number of a list or tuple too. Raises: TypeError for what has none."""
    if isinstance(result, list | tuple):
        return type(result)(rounded_to(digits, part) for part in result)
    return result.round(decimals=digits) if isinstance(result, Tensor) else round(result, digits)


def one_of(index: int, result: Any) -> Any:
    """One part. Raises: TypeError unless there are several."""
    return parts_of(result)[index]


def in_order(first: int, second: int, result: Any) -> Any:
    """Two parts exchanged. Raises: TypeError unless there are several."""
    parts = list(parts_of(result))
    parts[first], parts[second] = parts[second], parts[first]
    return tuple(parts)


def turned(places: int, result: Any) -> Any:
    """All parts so many places on, in a circle. Raises: TypeError unless there are three or more: two are exchanged."""
    parts = parts_of(result)
    if len(parts) == 2:
        raise TypeError
    return (*parts[places:], *parts[:places])


def with_part_detached(index: int, result: Any) -> Any:
    """One part without its history. Raises: TypeError unless there are several."""
    parts = list(parts_of(result))
    parts[index] = detached(parts[index])
    return tuple(parts)


def parts_of(result: Any) -> tuple[Any, ...]:
    """The results of a function with several. Raises: TypeError for any other."""
    if not isinstance(result, tuple):
        raise TypeError("one result")
    return result


def first_of(result: Any) -> Any:
    """The first item of a list. Raises: TypeError for anything else."""
    if not isinstance(result, list):
        raise TypeError("not a list")
    return result[0]


def detached(value: Any) -> Any:
    """The same values without a history."""
    if isinstance(value, Tensor):
        return value.detach()
    return type(value)(detached(part) for part in value) if isinstance(value, tuple | list) else value
