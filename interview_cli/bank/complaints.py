"""What pydantic says about a value of a bank file, in words that a writer can act on; imports pydantic and the domain.

Pydantic names the place by keys, positions and names of union members; only the first two exist in the file, so the way
is walked along the model, and what is said below a union is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from interview_cli.bank.fault import Way, nearest
from interview_cli.domain.items.question import (
    PROBLEM_ID,
    QUESTION_ID,
    SLIP_NAME,
    ChooseFrom,
    IntegerBetween,
    RealBetween,
)

README = "see the example of its kind in question_bank/README.md"

_ID_FORMS = {
    QUESTION_ID: "write an id such as q07-why-scale: q, the two digits of the section, lower-case words",
    PROBLEM_ID: "write lower-case words joined by hyphens, such as causal-attention",
    SLIP_NAME: "write lower-case words joined by hyphens, such as no-scale",
}
_PARAMETERS: dict[str, type[BaseModel]] = {"choose": ChooseFrom, "integer": IntegerBetween, "real": RealBetween}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong at a place inside a value, and what to do."""

    where: Way
    what: str
    remedy: str


def complaints(model: type[BaseModel], value: Any) -> list[Complaint]:
    """All that is wrong with a value that should be a `model`; empty if nothing is."""
    try:
        model.model_validate(value)
    except ValidationError as error:
        return list(_told_once(model, value, error.errors(include_url=False)))
    return []


def describe(value: Any) -> str:
    """The value in words, for 'is …, not a text'."""
    match value:
        case None:
            return "empty"
        case bool():
            return str(value).lower()
        case int() | float():
            return f"the number {value}"
        case str():
            return f"the text {value!r}" if len(value) <= 40 else "a text"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return f"a {type(value).__name__}"


def _told_once(model: type[BaseModel], value: Any, errors: Iterable[ErrorDetails]) -> Iterator[Complaint]:
    told: set[Way] = set()
    for error in errors:
        where, annotation, below = _follow(model, error["loc"])
        if _is_consequence(error):
            continue
        if below == ("[key]",):
            key = where[-1]
            yield Complaint((*where[:-1], str(key)), f"the key is {describe(key)}; it must be text", "put it in quotes")
        elif not below:
            found = _complaint(error, where, annotation)
            is_spare = error["type"] == "string_too_short" and _may_be_left_out(model, where)
            yield replace(found, remedy=f"{found.remedy}, or leave the key out") if is_spare else found
        elif where not in told:
            told.add(where)
            yield from _about_union(error, where, annotation, _at(value, where))


def _may_be_left_out(model: type[BaseModel], where: Way) -> bool:
    """Whether the last step is a key that its model does not ask for."""
    _, parent, _ = _follow(model, where[:-1])
    field = getattr(parent, "model_fields", {}).get(str(where[-1])) if where else None
    return field is not None and not field.is_required()


def _is_consequence(error: ErrorDetails) -> bool:
    """Pydantic counts sound entries only: a list that is long enough is called too short for faults inside it."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _follow(model: type[BaseModel], loc: Way) -> tuple[Way, Any, Way]:
    """The part of the way that exists in the file, what is expected at its end, and the rest.

    For a key that the model does not have, the expectation is the model itself.
    """
    annotation: Any = model
    for position, step in enumerate(loc):
        if step == "[key]":
            return loc[:position], annotation, loc[position:]
        below = _below(annotation, step)
        if below is None:
            unknown = isinstance(annotation, type) and issubclass(annotation, BaseModel)
            end = position + 1 if unknown else position
            return loc[:end], annotation, loc[end:]
        annotation = below
    return loc, annotation, ()


def _below(annotation: Any, step: str | int) -> Any:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple and isinstance(step, int):
        return _bare(arguments[0])
    if origin is dict:
        return _bare(arguments[1])
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        field = annotation.model_fields.get(str(step))
        return None if field is None else _bare(field.annotation)
    return None


def _bare(annotation: Any) -> Any:
    """The annotation without `Annotated` and without `| None`."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        if len(members) == 1:
            return _bare(members[0])
    return annotation


def _at(value: Any, where: Iterable[str | int]) -> Any:
    for step in where:
        value = value[step]
    return value


def _about_union(error: ErrorDetails, where: Way, annotation: Any, value: Any) -> Iterator[Complaint]:
    members = set(get_args(annotation))
    if members == set(_PARAMETERS.values()):
        yield from _about_parameter(where, value)
    elif members == {int, float}:
        yield Complaint(where, f"is {describe(value)}, not a number", "write a number without quotes")
    elif str in members:
        yield Complaint(where, f"is {describe(value)}; it must be text or a list of texts", "put it in quotes")
    else:
        yield Complaint(where, error["msg"], README)


def _about_parameter(where: Way, value: Any) -> Iterator[Complaint]:
    known = [key for key in value if key in _PARAMETERS] if isinstance(value, dict) else []
    if len(known) != 1:
        forms = "write {choose: [1, 2]}, {integer: [1, 9]} or {real: [0.1, 0.9]}"
        yield Complaint(where, "isn't a parameter", forms)
        return
    for inner in complaints(_PARAMETERS[known[0]], value):
        yield Complaint(where + inner.where, inner.what, inner.remedy)


def _complaint(error: ErrorDetails, where: Way, annotation: Any) -> Complaint:
    what, remedy = _words(error, where, annotation)
    return Complaint(where, what, remedy)


def _words(error: ErrorDetails, where: Way, annotation: Any) -> tuple[str, str]:
    given, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "missing":
            return "is missing", "add it"
        case "extra_forbidden":
            return "isn't a known key", _advice_on_key(str(where[-1]), given, sorted(annotation.model_fields))
        case "string_type":
            return f"is {describe(given)}, not text", "write text" if given is None else "put it in quotes"
        case "string_too_short":
            return "is empty", "write it"
        case "string_pattern_mismatch":
            return f"{given!r} has the wrong form", _ID_FORMS.get(context["pattern"], README)
        case "literal_error":
            known = get_args(annotation)
            what = f"is {describe(given)}, not one of {', '.join(known)}"
            return what, nearest(str(given), known, "choose one of these")
        case "int_type" | "int_parsing" | "int_from_float":
            return f"is {describe(given)}, not a whole number", "write digits without quotes"
        case "float_type" | "float_parsing":
            return f"is {describe(given)}, not a number", "write a number without quotes"
        case "bool_type" | "bool_parsing":
            return f"is {describe(given)}, not true or false", "write true or false without quotes"
        case "greater_than":
            return f"is {given}", f"give more than {context['gt']:g}"
        case "greater_than_equal":
            return f"is {given}", f"give at least {context['ge']:g}"
        case "less_than":
            return f"is {given}", f"give less than {context['lt']:g}"
        case "less_than_equal":
            return f"is {given}", f"give at most {context['le']:g}"
        case "too_short":
            return f"has {_entries(context['actual_length'])}", f"give at least {context['min_length']}"
        case "too_long":
            return f"has {_entries(len(given))}", f"give at most {context['max_length']}"
        case "tuple_type":
            return f"is {describe(given)}, not a list", "write it in brackets, or one line each after `- `"
        case "dict_type" | "model_type":
            return f"is {describe(given)}, not a mapping", "write `key: value` lines"
        case "value_error":
            return str(context["error"]), README
        case _:
            return error["msg"], README


def _advice_on_key(key: str, value: Any, known: list[str]) -> str:
    if value is None and not key.isidentifier():
        return "put the whole text in quotes: inside { } a comma ends it"
    return nearest(key, known, f"remove it; the known keys are {', '.join(known)}")


def _entries(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
