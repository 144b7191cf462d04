"""Whether a known mistake explains all that was seen of an answer, read more and more leniently. Imports torch."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.diagnosis.replay import SLIP_SECONDS, Replay, in_time, without_place, wording
from interview_cli.grading.judge.check import OF_A_GRADIENT, Check, Observed
from interview_cli.grading.judge.compare import describe, unwrapped
from interview_cli.grading.judge.grade import Grade
from reference_impls.problem import UNKNOWN

LEAST_EXPLAINED = 4
MOST_VANISHING = 1e-4
"""Of the right answer's size: smaller ones tell two mistakes apart no more, where they differ from each other."""
CONTRADICTED_ONE_IN = 5


def is_telling(grade: Grade) -> bool:
    """Whether some wrong answer is a finite value, and the answers are not the same one throughout.

    What is NaN everywhere, or always 0, agrees with many mistakes by chance. Infinity is a value where whole numbers are
    right, which do not overflow.
    """
    seen = [seen for check in grade.checks for seen in check.observed if not seen.label.endswith("raises")]
    texts = {describe(seen.got) for seen in seen}
    return len(texts) > 1 and any(
        seen.differs and not (is_nowhere_finite(unwrapped(seen.got)) and not is_counted(seen)) for seen in seen
    )


def is_counted(seen: Observed) -> bool:
    """Whether a whole number is right, and infinity stands there."""
    return type(seen.want) is int and isinstance(seen.got, float) and math.isinf(seen.got)


def shows_values(grade: Grade) -> bool:
    """Whether wrong answers hold anything, and not all the same: what raises, or gives -1 throughout, may have any mistake."""
    wrong = [
        seen.got for check in grade.checks for seen in check.observed if seen.differs and "raises" not in seen.label
    ]
    held = [value for value in wrong if not is_empty(value)]
    return len({describe(value) for value in held}) > 1


def is_empty(value: Any) -> bool:
    """Nothing, or a text, list, tuple or dict without anything in it."""
    return value is None or (isinstance(value, str | list | tuple | dict) and not value)


def is_nowhere_finite(value: Any) -> bool:
    """A tensor or number without one finite entry."""
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, Tensor) and value.is_floating_point() and not bool(value.isfinite().any())


def fits_in_time(grade: Grade, replay: Replay, explained: Explains, seconds: float = SLIP_SECONDS) -> bool:
    """As `fits`; a slip that takes seconds over a large case explains nothing."""
    return in_time(seconds, False, fits, grade, replay, explained)


def fits(grade: Grade, replay: Replay, explained: Explains) -> bool:
    """Whether these entries' answers agree with the candidate's on all that was observed, and break the same laws."""
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    laws = grade.checks[len(cases) :]
    broken = any(check.broken_tag is not None for check in laws)
    if not broken and not any(o.differs for check in cases for o in check.observed):
        return False
    if raises_throughout(grade) and not raises_alike(grade, replay):
        return False
    if not lacks_alike(grade, replay):
        return False
    evidence = 0
    for agrees in agreements(grade, replay, explained):
        if agrees is None:
            return False
        evidence += agrees
    if explained in AROUND_ERRORS and not shows_values(grade):
        return False
    if has_wrong_values(grade) or evidence:
        return evidence >= least_evidence(grade, explained) and not breaks_what_holds(grade, replay, laws)
    said = any(check.broken_tag not in (None, UNKNOWN) for check in laws)
    return said and all(
        replay.breaks(grade, check, law) == check.broken_tag
        for check, law in zip(laws, grade.problem.laws, strict=True)
    )


def raises_throughout(grade: Grade) -> bool:
    """Whether no call of the candidate's came to an end: who gives up early may have any mistake."""
    ran = [check for check in grade.checks if check.observed]
    return bool(ran) and all(check.error is not None and check.error.line is not None for check in ran)


def raises_alike(grade: Grade, replay: Replay) -> bool:
    """Whether the slip gives up in the same words, numbers aside, where the candidate did first."""
    first = next(check for check in grade.checks if check.error is not None and check.observed)
    seen = first.observed[-1]
    own = replay.to(grade, first, seen.comparer.tier, gradients=False).get(f"{seen.label.split()[0]} raised")
    return first.error is not None and own == wording(first.error.message)


def lacks_alike(grade: Grade, replay: Replay) -> bool:
    """Whether the slip has no place for one of the weights for which the candidate has none, if there are such."""
    failed = [check for check in grade.checks if check.error is not None and check.observed]
    lacking = without_place(failed[0].error.message) if failed and failed[0].error is not None else frozenset()
    if not lacking:
        return True
    seen = failed[0].observed[-1]
    own = replay.to(grade, failed[0], seen.comparer.tier, gradients=False).get(f"{seen.label.split()[0]} lacks")
    return own is None or not lacking.isdisjoint(own)


def breaks_alike(grade: Grade, replay: Replay) -> bool:
    """Whether the slip breaks just the laws that the candidate breaks: of several that fit it says more."""
    laws = grade.checks[len(grade.checks) - len(grade.problem.laws) :]
    return all(
        replay.breaks(grade, check, law) == check.broken_tag
        for check, law in zip(laws, grade.problem.laws, strict=True)
    )


def breaks_what_holds(grade: Grade, replay: Replay, laws: Sequence[Check]) -> bool:
    """Whether the slip breaks a law that the candidate keeps: then it is another mistake, which the cases do not tell apart."""
    pairs = zip(laws, grade.problem.laws, strict=True)
    kept = [(check, law) for check, law in pairs if check.status is CheckStatus.PASS]
    return not all(replay.breaks(grade, check, law) == check.broken_tag for check, law in kept)


def least_evidence(grade: Grade, explained: Explains) -> int:
    """In how many cases a slip has to reproduce a wrong answer: the less strictly it is read, the more."""
    if explained is explains_up_to_overflow:
        failing = [check for check in grade.checks if check.observed and check.status is not CheckStatus.PASS]
        return (len(failing) + 1) // 2
    return 2 if explained in AROUND_ERRORS else 1


def agreements(grade: Grade, replay: Replay, explained: Explains) -> Iterator[bool | None]:
    """For each observed case, failing ones first: None for a contradiction, else whether a wrong answer is reproduced.

    Most slips are ruled out by the first of them.
    """
    gradients = not has_wrong_values(grade)
    cases = [check for check in grade.checks[: len(grade.checks) - len(grade.problem.laws)] if check.observed]
    for check in sorted(cases, key=lambda check: check.status is CheckStatus.PASS):
        yield agreement(grade, replay, check, explained, gradients=gradients)


def has_wrong_values(grade: Grade) -> bool:
    """Whether more is wrong than gradients."""
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    return any(seen.differs and OF_A_GRADIENT not in seen.label for check in cases for seen in check.observed)


def most_explained(grade: Grade, replay: Replay) -> int:
    """How many failing cases it explains; 0 if it contradicts a wrong value, or more of the rest than one in so many.

    The rest are cases that pass, and those in which one of the two raises: there an edge may be treated in another way.
    """
    cases = [check for check in grade.checks[: len(grade.checks) - len(grade.problem.laws)] if check.observed]
    failing = sum(check.status is not CheckStatus.PASS for check in cases)
    ordered = sorted(cases, key=lambda check: check.status is CheckStatus.PASS)
    explained = contradicted = 0
    for check, agrees in zip(ordered, agreements(grade, replay, explains_where_finite), strict=True):
        explained, contradicted = explained + bool(agrees), contradicted + (agrees is None)
        if contradicted > failing // CONTRADICTED_ONE_IN or (agrees is None and shows_a_wrong_value(check)):
            return 0
    return explained


def shows_a_wrong_value(check: Check) -> bool:
    """Whether more is wrong in it than that it raises, or does not."""
    return any(seen.differs and not seen.label.endswith("raises") for seen in check.observed)


def share_explained(grade: Grade, replay: Replay) -> int:
    """How many failing cases the slip explains, if it is wrong about few others: an edge may be treated in another way.

    0 if it contradicts a case that passes, or more than a quarter of those that fail.
    """
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    failing = sum(bool(check.observed) and check.status is not CheckStatus.PASS for check in cases)
    found = list(agreements(grade, replay, explains_in_size))
    wrong = found[:failing].count(None)
    if None in found[failing:] or wrong > failing // 4:
        return 0
    explained = found[:failing].count(True)
    return explained if explained >= LEAST_EXPLAINED else 0


def agreement(grade: Grade, replay: Replay, check: Check, explained: Explains, *, gradients: bool) -> bool | None:
    """None if the slip contradicts an observation; else whether it reproduces a wrong one."""
    evidence = False
    for observed in tiers_of(check, up_to_the_first_wrong=explained is not explains):
        dtype = observed[0].comparer.tier
        for of_gradients in (False, True) if gradients else (False,):
            part = [seen for seen in observed if (OF_A_GRADIENT in seen.label) is of_gradients]
            answers = replay.to(grade, check, dtype, gradients=of_gradients) if part else {}
            missing = RAISED if any(label.endswith(" raises") for label in answers) else FAILED
            found = readings(part, answers, explained, missing)
            if explained is explains_up_to_overflow and (None in found or overflows(part[: len(found)])):
                own = replace(replay, own_precision=True).to(grade, check, dtype, gradients=of_gradients)
                if any(yes is None and is_right(seen, own) for seen, yes in zip(part, found, strict=False)):
                    return None
                found = readings(part, answers, partial(explains_in_either, own=own), missing)
            if False in found:
                return None
            evidence = evidence or any(seen.differs and bool(yes) for seen, yes in zip(part, found, strict=True))
    return evidence


def tiers_of(check: Check, *, up_to_the_first_wrong: bool) -> Iterator[list[Observed]]:
    """What was observed in each tier: where a mistake overflows, a wider one may say something else."""
    for dtype in {seen.comparer.tier: None for seen in check.observed}:
        observed = [seen for seen in check.observed if seen.comparer.tier == dtype]
        yield observed
        if up_to_the_first_wrong and any(seen.differs for seen in observed):
            return


def overflows(observed: Sequence[Observed]) -> bool:
    """Whether some answer that is wrong is not finite throughout."""
    parts = [part for seen in observed if seen.differs for part in floating_parts(seen.got)]
    return not all(bool(part.isfinite().all()) for part in parts)


def is_right(seen: Observed, answers: Mapping[str, Any]) -> bool:
    """Whether the right answer stands where the candidate's is not finite: what has overflowed there was another mistake."""
    if OF_A_GRADIENT in seen.label or seen.label not in answers:
        return False
    try:
        return seen.comparer.agrees(answers[seen.label], seen.want)
    except Exception:  # what cannot be compared is not right
        return False


def readings(
    part: Sequence[Observed], answers: Mapping[str, Any], explained: Explains, missing: object
) -> list[bool | None]:
    """What each observation says of the slip, up to the first that contradicts it: most mistakes end there."""
    found: list[bool | None] = []
    for seen in part:
        found.append(explained(seen, answers.get(seen.label, missing)))
        if found[-1] is False:
            break
    return found


def explains_in_either(seen: Observed, answer: Any, own: Mapping[str, Any]) -> bool | None:
    """As `explains_up_to_overflow`, or the slip does in the answer's own precision what the candidate does.

    There a sum overflows that makes a weight 0, which is as finite as the right one.
    """
    return explains(seen, own.get(seen.label, FAILED)) or explains_up_to_overflow(seen, answer)


def explains(seen: Observed, answer: Any) -> bool:
    """Whether the slip gives the candidate's answer, and a wrong one where the candidate's is wrong."""
    if not same_answer(seen, answer):
        return False
    if not seen.differs or seen.label.endswith("raises"):
        return True
    return not seen.comparer.agrees(answer, seen.want) and not is_further_than_right(seen, answer)


def is_further_than_right(seen: Observed, answer: Any) -> bool:
    """Whether the right answer is nearer to the candidate's than the slip's is, as an eps too many is to a rounded constant."""
    triples = [floating_parts(value) for value in (seen.got, answer, seen.want)]
    if (
        not triples[0]
        or [[part.shape for part in parts] for parts in triples] != [[part.shape for part in triples[0]]] * 3
    ):
        return False
    got, other, want = (
        torch.cat([part.detach().flatten().to(torch.complex128) for part in parts]) for parts in triples
    )
    of_slip, of_right = (got - other).abs(), (got - want).abs()
    told = of_slip.isfinite() & of_right.isfinite()
    return bool(told.any()) and float(of_slip[told].max()) > float(of_right[told].max())


def explains_in_size(seen: Observed, answer: Any) -> bool | None:
    """As `explains_where_finite`, but None where both vanish beside the right answer, and are not the same beside each other.

    A power that is far too high agrees with any other one by its zeros.
    """
    found = explains_where_finite(seen, answer)
    return None if found and seen.differs and vanish_unlike(seen, answer) else found


def vanish_unlike(seen: Observed, answer: Any) -> bool:
    """Whether two answers are the same only since both are as good as 0, where something else is right."""
    triples = [floating_parts(value) for value in (seen.got, answer, seen.want)]
    if not all(triples):
        return False
    got, other, want = (torch.cat([part.detach().flatten().abs().double() for part in parts]) for parts in triples)
    if got.shape != other.shape or not (
        got.numel() and want.numel() and got.isfinite().all() and other.isfinite().all()
    ):
        return False
    largest = torch.maximum(got, other).max()
    return bool(0 < largest < MOST_VANISHING * want.max()) and bool((got - other).abs().max() > largest / 2)


def explains_around_errors(seen: Observed, answer: Any) -> bool | None:
    """As `explains_where_finite`, but None where one of the two raises: what they do elsewhere has to be the same.

    A number that is NaN where a finite one is right is as good as an error.
    """
    is_lost = seen.differs and isinstance(seen.got, float) and math.isnan(seen.got)
    return (
        None if seen.label.endswith(" raises") or answer is RAISED or is_lost else explains_where_finite(seen, answer)
    )


def explains_around_own_errors(seen: Observed, answer: Any) -> bool | None:
    """As `explains_around_errors`, where the candidate alone raises: beside a mistake any other one that raises would fit."""
    return False if answer is RAISED and not seen.label.endswith(" raises") else explains_around_errors(seen, answer)


def explains_up_to_overflow(seen: Observed, answer: Any) -> bool | None:
    """As `explains`, but None where one of the two is NaN or infinite and the other is not.

    Slips are run in float64, in which less overflows; half of what is wrong has to overflow alike.
    """
    decided = where_both_are_finite_or_not(seen, answer)
    if decided is None:
        return explains(seen, answer)
    rest, other = decided
    return explains(seen, answer) or (None if same_answer(rest, other) else False)


def explains_where_finite(seen: Observed, answer: Any) -> bool | None:
    """As `explains`, but None where one of the two is NaN or infinite, which may be all that is wrong.

    What a mistake makes of an overflow or of an empty row depends on how it is written: a fill of -1e9 or of -inf.
    NaN alone is no evidence. Who is right there may have a guard that the slip lacks.
    """
    if not seen.differs:
        return same_answer(seen, answer) or (None if differs_where_not_finite(seen, answer) else False)
    decided = where_both_are_finite_or_not(seen, answer)
    if decided is None:
        return explains(seen, answer)
    rest, other = decided
    if any(
        bool((rest.comparer.wrong_entries(got, want) & got.isfinite()).any())
        for got, want in zip(floating_parts(rest.got), floating_parts(rest.want), strict=True)
    ):
        return explains(rest, other)
    return None if same_answer(rest, other) else False


def where_both_are_finite_or_not(seen: Observed, answer: Any) -> tuple[Observed, Any] | None:
    """The observation and the slip's answer with zeros where one of the two alone is finite.

    None where there is nothing to leave out, or where infinities of the right answer are what tells slips apart.
    """
    triples = [floating_parts(value) for value in (seen.got, answer, seen.want)]
    if not seen.differs or not triples[0] or len({len(parts) for parts in triples}) > 1:
        return None
    masked: list[tuple[Tensor, Tensor, Tensor]] = []
    for got, other, want in zip(*triples, strict=True):
        if not (got.shape == other.shape == want.shape) or not bool(want.isfinite().all()):
            return None
        undecided = got.isfinite() ^ (other.isfinite() & (other.imag == 0 if other.is_complex() else True))
        masked.append((zeroed(got, undecided), zeroed(other, undecided), zeroed(want, undecided)))
    if isinstance(unwrapped(seen.want), Tensor):
        got, other, want = masked[0]
    else:
        got, other, want = (tuple(part) for part in zip(*masked, strict=True))
    return replace(seen, got=got, want=want), other


def differs_where_not_finite(seen: Observed, answer: Any) -> bool:
    """Whether the slip's answer is NaN or infinite, and right wherever it is neither."""
    if isinstance(seen.got, float) and isinstance(answer, float):
        return math.isfinite(seen.got) and not math.isfinite(answer)
    got, others = floating_parts(seen.got), floating_parts(answer)
    if not got or [part.shape for part in got] != [part.shape for part in others]:
        return False
    masks = [one.isfinite() & ~other.isfinite() for one, other in zip(got, others, strict=True)]
    if not any(bool(mask.any()) for mask in masks):
        return False
    ours, theirs = ([zeroed(*pair) for pair in zip(parts, masks, strict=True)] for parts in (got, others))
    return all(same_answer(replace(seen, got=one), other) for one, other in zip(ours, theirs, strict=True))


def floating_parts(value: Any) -> list[Tensor]:
    """A floating tensor, or a flat tuple of them, as a list; empty for anything else."""
    value = unwrapped(value)
    parts = [unwrapped(part) for part in value] if isinstance(value, tuple | list) else [value]
    floating = all(isinstance(part, Tensor) and (part.is_floating_point() or part.is_complex()) for part in parts)
    return parts if floating else []


def zeroed(value: Tensor, mask: Tensor) -> Tensor:
    """Real, and 0 where the mask is set."""
    return (value.real if value.is_complex() else value).masked_fill(mask, 0.0)


def same_answer(seen: Observed, answer: Any) -> bool:
    """Whether the slip's answer is the candidate's, at a looser tolerance."""
    if answer is FAILED or answer is RAISED:
        return False
    if seen.label.endswith(" raises"):
        return bool(answer == seen.got)
    if seen.label == "raises":
        return bool(answer == seen.got or (not seen.differs and answer in seen.want))
    try:
        return seen.comparer.looser.agrees(seen.got, answer)
    except Exception:  # what cannot be compared is another answer
        return False


FAILED = object()
RAISED = object()
Explains = Callable[["Observed", Any], bool | None]
AROUND_ERRORS = (explains_around_errors, explains_around_own_errors)
