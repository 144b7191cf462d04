"""Errors, and changed arguments, in words that need no search for a mistake. Judge's side."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from dataclasses import replace

from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus, Diagnosis
from interview_cli.grading.diagnosis.behavior import arguments_changed, those_named
from interview_cli.grading.judge.causes import in_words, taken_apart_in
from interview_cli.grading.judge.extent import arguments
from interview_cli.grading.judge.grade import Grade

UNPACKED = "values to unpack"
"""What the ValueError says of too few or too many names on the left."""
FORM = "Form"
"""The kind of what is raised over what came back."""


def with_causes(grade: Grade, found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
    """What was found, with the likely cause of errors, and with what is right about answers that change their arguments."""
    error = next((check.error for check in grade.checks if check.error is not None), None)
    if found and found[0].slip == "argument-changed":
        return tuple(changed_in_place(grade)) or with_wrong_answers(grade, found)
    written = arguments_changed(grade)
    if written is not None and found and found[0].slip is not None and is_wrong_beside(grade):
        are_sure = len(found) == 1 or all(one.together is not None for one in found)
        return (*(replace(one, together=1) if are_sure else one for one in found), replace(written, together=1))
    if error is None:
        return found
    shown = next((check for check in grade.checks if check.is_wrong), None)
    if not found and error.kind == FORM and (wrong := wrong_shape(grade)):
        return (Diagnosis("difference", None, f"The problem can't use what your code returns: {wrong}."),)
    if not found or (found[0].slip is None and shown is not None and shown.error is not None):
        beside = "" if found or error.kind == FORM else wrong_where_it_does_not_raise(grade)
        return (*found, Diagnosis("difference", None, f"{in_words_with_axes(grade)}{beside}"))
    return tuple(
        replace(one, message=f"{one.message} {in_words_with_axes(grade)}") if is_general(one) else one for one in found
    )


def wrong_where_it_does_not_raise(grade: Grade) -> str:
    """In how many checks an answer came that is wrong: the error that is told, once mended, is not all."""
    number = sum(check.error is None and any(seen.differs for seen in check.observed) for check in grade.checks)
    where = "another check" if number == 1 else f"{number} other checks"
    return f" The answers in {where} are wrong, too." if number else ""


def in_words_with_axes(grade: Grade) -> str:
    """The first error, and how many axes the problem gives where the code takes a shape apart into another number of names."""
    check = next(check for check in grade.checks if check.error is not None)
    assert check.error is not None
    words, source = in_words(check.error, grade.world.source), grade.world.source
    name, _, attribute = taken_apart_in(source, check.error.line).partition(".")
    value = arguments(check.given, grade.entries).get(name)
    if UNPACKED not in check.error.message or attribute != "shape" or not isinstance(value, Tensor):
        return words
    return f"{words} The problem gives {name} with {value.ndim} axes."


def wrong_shape(grade: Grade) -> str:
    """Which result has another shape than it should, where the lengths of its axes tell most; nothing where none has."""
    told = [
        check.message for check in grade.checks if check.status is CheckStatus.FAIL and " has shape " in check.message
    ]
    return max(told, key=lambda text: len({*re.findall(r"\d+", text)}), default="")


def with_wrong_answers(grade: Grade, found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
    """That arguments are changed, and that this is not all, where answers were seen that are wrong for another reason."""
    first, *rest = found
    text = f"{first.message} The answers are wrong, too." if is_wrong_beside(grade) else first.message
    return (replace(first, message=text), *rest)


def is_wrong_beside(grade: Grade) -> bool:
    """Whether some answer was wrong, too, in the call that changed its arguments or in another one."""
    return any(seen.differs for check in grade.checks for seen in check.observed)


def is_general(found: Diagnosis) -> bool:
    """Whether it says of an error when it comes, and not yet why."""
    return found.slip is not None and found.slip.startswith("raises-")


def changed_in_place(grade: Grade) -> Iterable[Diagnosis]:
    """Right answers, or right values left in an argument. Of scenarios and laws only the arguments are known."""
    wrong = [check for check in grade.checks if check.status in (CheckStatus.FAIL, CheckStatus.ERROR)]
    cases = [check for check in wrong if check.index < len(grade.expected.cases()) and not check.gives_back]
    right = {check.right_but_in_place for check in cases if check.changed}
    if not right or "" in right or any(not check.changed for check in cases):
        return
    told = those_named([name for check in cases for name in check.changed])
    if right == {"returned"}:
        text = f"Your answers are right, but your code changes {told} in place. It should work on a copy."
    else:
        text = (
            f"Your code writes the right values into {told} and returns nothing. "
            "It should leave what it is given as it was and return the result."
        )
    yield Diagnosis("slip", "argument-changed", text)


NEVER_RUN = ("TypeError", "AttributeError")
OF_ANOTHER_KIND = "only integers, slices"
"""What the IndexError says of what is no index at all: `alphas_cumprod[t]`, where the problem gives no step."""


def told(grade: Grade) -> tuple[Diagnosis, ...]:
    """What needs no search: the same error in whatever is asked, which no known mistake explains."""
    ran = [check for check in grade.checks if check.status is not CheckStatus.NOT_RUN]
    errors = [check.error for check in ran]
    first = errors[0] if errors else None
    if first is None:
        return ()
    was_never_run = first.kind in NEVER_RUN or OF_ANOTHER_KIND in first.message
    if not was_never_run and first.kind not in ("NameError", "UnboundLocalError", "ImportError"):
        return ()
    if was_never_run and not all(e is not None and (e.kind, e.line) == (first.kind, first.line) for e in errors):
        return ()
    return (Diagnosis("slip", f"raises-{kebab(first.kind)}", f"{in_words(first, grade.world.source)} {asked(grade)}"),)


def asked(grade: Grade) -> str:
    """How the problem calls what it asks for."""
    calls = [f"{name}{without_types(inspect.signature(entry))}" for name, entry in grade.entries.items()]
    return f"The problem calls {' and '.join(calls)}."


def without_types(signature: inspect.Signature) -> inspect.Signature:
    """Names and defaults alone."""
    plain = [parameter.replace(annotation=parameter.empty) for parameter in signature.parameters.values()]
    return signature.replace(parameters=plain, return_annotation=signature.empty)


def kebab(name: str) -> str:
    """`TypeError` -> `type-error`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()
