"""Why an answer is wrong: the slips that it reproduces, else the kind of difference. Judge's side; imports torch.

A slip is named only if its own answers agree with the candidate's on everything that was observed. When several agree,
all are said.
"""

from __future__ import annotations

import math
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

import torch
from torch import Tensor

from interview_cli.domain.verdict import CheckStatus, Diagnosis
from interview_cli.grading.compare import Comparer, as_tensor, unwrapped
from interview_cli.grading.worlds import LocalWorld
from reference_impls.problem import TOLERANCES, Broken, Case, Draw, FunctionSlip, Problem, Slip, Tolerance

if TYPE_CHECKING:
    from interview_cli.grading.judge import Check, Grade, Observed

SLIP_SECONDS = 1.0
MOST_COMPARED = 12
HALF = {torch.float16, torch.bfloat16}
NAN_SAID = "Your answer has NaN where the right one is finite."
LOOSER = 10
"""Two wrong answers agree if they are within this many times the tolerance of a right one."""


def diagnose(grade: Grade) -> tuple[Diagnosis, ...]:
    """The slips that fit, else one sentence on the difference, else nothing."""
    for explained in (explains, explains_where_finite):
        slips = [slip for slip in grade.problem.slips if fits_in_time(grade, slip, explained)]
        if slips:
            return tuple(Diagnosis("slip", slip.name, slip.why) for slip in slips)
    sentence = difference_in_words(grade)
    return (Diagnosis("difference", None, sentence),) if sentence else ()


class _TooLong(BaseException):
    """Raised into a slip; no `except Exception` on the way takes it for the slip's answer."""


def fits_in_time(grade: Grade, slip: Slip | FunctionSlip, explained: Explains) -> bool:
    """As `fits`; a slip that takes seconds over a large case explains nothing, and must not hold up the verdict."""

    def too_long(number: int, frame: FrameType | None) -> NoReturn:
        del number, frame
        raise _TooLong

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, SLIP_SECONDS)
    try:
        return fits(grade, slip, explained)
    except _TooLong:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def entries_of(problem: Problem, slip: Slip | FunctionSlip) -> Mapping[str, Any]:
    """The problem's entries with the slip in them."""
    ours = {entry.__name__: entry for entry in problem.entries}
    match slip:
        case FunctionSlip():
            return {**ours, **slip.replaces}
        case Slip():
            return {name: edited(problem, slip)[name] for name in ours}


def edited(problem: Problem, slip: Slip) -> dict[str, Any]:
    """The namespace of the module's page with the edit applied. Raises: ValueError unless `old` stands there once."""
    path = Path(problem.cases.__code__.co_filename)
    page, line, _ = path.read_text(encoding="utf-8").partition("\n# ---")
    if page.count(slip.old) != 1 or not line:
        raise ValueError(f"{path.name}: slip {slip.name}: {slip.old!r} stands {page.count(slip.old)} times in the page")
    namespace: dict[str, Any] = {"__name__": f"slip_{slip.name.replace('-', '_')}"}
    exec(compile(page.replace(slip.old, slip.new), f"<slip {slip.name}>", "exec"), namespace)
    return namespace


# --- does a slip explain everything? ----------------------------------------------------------------------------------


def fits(grade: Grade, slip: Slip | FunctionSlip, explained: Explains) -> bool:
    """Whether the slip's answers agree with the candidate's on all that was observed, and break the same laws."""
    world = LocalWorld(entries_of(grade.problem, slip), grade.entries)
    cases = [check for check in grade.checks if check.index < len(grade.checks) - len(grade.problem.laws)]
    seen = sorted((check for check in cases if check.observed), key=lambda check: check.status is CheckStatus.PASS)
    wrong_values = any(o.differs and "gradient" not in o.label for check in seen for o in check.observed)
    evidence = False
    for check in seen:  # failing ones first: most slips are ruled out by the first of them
        agrees = agreement(grade, world, check, explained, gradients=not wrong_values)
        if agrees is None:
            return False
        evidence = evidence or agrees
    if wrong_values or evidence:
        return evidence
    laws = grade.checks[len(cases) :]
    broken = any(check.broken_tag is not None for check in laws)
    return broken and all(
        law_agrees(grade, world, check, law) for check, law in zip(laws, grade.problem.laws, strict=True)
    )


def agreement(grade: Grade, world: LocalWorld, check: Check, explained: Explains, *, gradients: bool) -> bool | None:
    """None if the slip contradicts an observation; else whether it reproduces a wrong one."""
    evidence = False
    for dtype in {seen.comparer.tier: None for seen in check.observed}:
        observed = [seen for seen in check.observed if seen.comparer.tier == dtype]
        values = [seen for seen in observed if "gradient" not in seen.label]
        steps = [(values, slip_values)]
        if gradients and len(values) < len(observed):
            steps.append(([seen for seen in observed if "gradient" in seen.label], slip_gradients))
        for part, answers_of in steps:
            answers = answers_of(grade, world, check, dtype)
            found = [explained(seen, answers.get(seen.label, FAILED)) for seen in part]
            if False in found:
                return None
            evidence = evidence or any(seen.differs and bool(yes) for seen, yes in zip(part, found, strict=True))
    return evidence


def explains(seen: Observed, answer: Any) -> bool:
    """Whether the slip gives the candidate's answer, and a wrong one where the candidate's is wrong."""
    if not same_answer(seen, answer):
        return False
    if not seen.differs or seen.label.endswith("raises"):
        return True
    return seen.comparer.difference(unwrapped(answer), seen.want) is not None


def explains_where_finite(seen: Observed, answer: Any) -> bool | None:
    """As `explains`, but for entries where one of the two is NaN or infinite; None if these are all that is wrong.

    What a mistake makes of an overflow or of an empty row depends on how it is written: a fill of -1e9 or of -inf.
    """
    got, other, want = unwrapped(seen.got), unwrapped(answer), seen.want
    if not (seen.differs and all(isinstance(value, Tensor) for value in (got, other, want))):
        return explains(seen, answer)
    if not (got.shape == other.shape == want.shape and got.is_floating_point() and want.is_floating_point()):
        return explains(seen, answer)
    if not bool(want.isfinite().all()):
        return explains(seen, answer)  # where the right answer has infinities, these are what tells slips apart
    undecided = got.isfinite() ^ (other.isfinite() & (other.imag == 0 if other.is_complex() else True))
    got, other, want = (
        value.real.masked_fill(undecided, 0.0) if value.is_complex() else value.masked_fill(undecided, 0.0)
        for value in (got, other, want)
    )
    rest = replace(seen, got=got, want=want)
    return None if seen.comparer.difference(got, want) is None else explains(rest, other)


def same_answer(seen: Observed, answer: Any) -> bool:
    """Whether the slip's answer is the candidate's, at a looser tolerance."""
    if answer is FAILED:
        return False
    if seen.label.endswith(" raises"):
        return bool(answer == seen.got)
    if seen.label == "raises":
        return bool(answer == seen.got or (not seen.differs and answer in seen.want))
    loose = {
        dtype: Tolerance(t.relative * LOOSER, t.scaled * LOOSER, t.floor)
        for dtype, t in (seen.comparer.tolerances or TOLERANCES).items()
    }
    try:
        return Comparer(loose, seen.comparer.tier).difference(seen.got, unwrapped(answer)) is None
    except Exception:  # what cannot be compared is another answer
        return False


FAILED = object()
Explains = Callable[["Observed", Any], bool | None]


def slip_values(grade: Grade, world: LocalWorld, check: Check, dtype: torch.dtype) -> dict[str, Any]:
    """What the slip answers to the check in one tier, under the labels of the observations; nothing where it raises."""
    from interview_cli.grading.judge import DTYPE_NAMES, seed_of

    name = DTYPE_NAMES[dtype]
    case = grade.tier(dtype, "reference")[check.index]
    answers: dict[str, Any] = {}
    try:
        if not isinstance(case, Case):
            draw = Draw(seed_of(grade.seed, "scenario", check.index), dtype, upcast=True)
            for label, value in case.steps(world, draw):
                answers[f"{name} {label}"] = value
        elif case.raises:
            raised = world.raised(grade.entry_of(case), *case.args, **case.kwargs)
            answers["raises"] = raised.split("<")[0] if raised else None
        else:
            answers[f"{name} value"] = world.call(grade.entry_of(case), *case.args, **case.kwargs)
    except Exception as error:
        answers[f"{name} raises"] = type(error).__name__
    return answers


def slip_gradients(grade: Grade, world: LocalWorld, check: Check, dtype: torch.dtype) -> dict[str, Any]:
    """The slip's gradients under the cotangents that the candidate got; zero where none arrives."""
    from interview_cli.grading.judge import DTYPE_NAMES, seed_of
    from interview_cli.grading.values import tensors_in

    case = grade.tier(dtype, "reference")[check.index]
    if not isinstance(case, Case):
        return slip_values(grade, world, check, dtype)
    name, entry = DTYPE_NAMES[dtype], grade.entry_of(case)
    draw = Draw(seed_of(grade.seed, "cotangents", check.index), dtype)
    value = grade.reference.call(entry, *case.args, **case.kwargs)
    cotangents = [draw.normal(*v.shape).double() for _, v in tensors_in(unwrapped(value), "") if v.is_floating_point()]
    try:
        _, gradients = world.gradients(entry, *case.args, cotangents=cotangents, **case.kwargs)
    except Exception:
        return {}
    wanted = [seen for seen in check.observed if seen.label.startswith(f"{name} gradient")]
    found = {f"{name} gradient {path}": gradient for path, gradient in gradients.items() if gradient is not None}
    return {seen.label: found.get(seen.label, torch.zeros_like(seen.want)) for seen in wanted}


def law_agrees(grade: Grade, world: LocalWorld, check: Check, law: Any) -> bool:
    """Whether the slip breaks the same part of the law, or keeps it as the candidate does."""
    from interview_cli.grading.judge import seed_of

    try:
        law.check(world, Draw(seed_of(grade.seed, "law", law.name), law.dtype))
    except Broken as broken:
        return broken.tag == check.broken_tag
    except Exception as error:
        return check.broken_tag == f"raises {type(error).__name__}"
    return check.broken_tag is None


# --- the kind of difference -------------------------------------------------------------------------------------------


def difference_in_words(grade: Grade) -> str | None:
    """One sentence on how the answers differ wherever they do, and one on which checks fail."""
    failing = [check for check in grade.checks if check.status is CheckStatus.FAIL]
    differing = [seen for check in failing for seen in check.observed if seen.differs]
    exact = [seen for seen in differing if seen.comparer.tier not in HALF] or differing  # a factor is lost in rounding
    kinds = {
        kind_of_difference(got, want, seen.comparer)
        for seen in exact[:MOST_COMPARED]
        for got, want in differing_parts(unwrapped(seen.got), seen.want, seen.comparer)
    }
    kind = NAN_SAID if NAN_SAID in kinds else kinds.pop() if len(kinds) == 1 else None
    where = where_it_fails(grade, failing)
    return " ".join(part for part in (kind, where) if part) or None


def differing_parts(got: Any, want: Any, comparer: Comparer) -> Iterator[tuple[Any, Any]]:
    """The pair, or of several results those that differ."""
    if not (isinstance(want, tuple) and isinstance(got, tuple | list) and len(got) == len(want)):
        yield got, want
        return
    for own, right in zip(got, want, strict=True):
        if comparer.difference(own, right) is not None:
            yield own, right


def where_it_fails(grade: Grade, failing: list[Check]) -> str | None:
    """A pattern in the names of the checks that fail."""
    passing = [check for check in grade.checks if check.status is CheckStatus.PASS]
    tiers = {seen.comparer.tier for check in failing for seen in check.observed if seen.differs}
    if all("gradient" in seen.label for check in failing for seen in check.observed if seen.differs) and tiers:
        return "The values are right; only gradients differ."
    if not failing or not passing or len(failing) + len(passing) < len(grade.checks):
        return None  # where some raise, what the others have in common is not what is wrong
    if tiers and tiers <= HALF:
        return "Only half precision fails."
    for word in ("mask", "causal", "batch", "large", "border", "odd", "empty"):
        if all(word in check.name for check in failing) and not any(word in check.name for check in passing):
            return f"Only checks with {word!r} in their name fail."
    return f"Only '{failing[0].name}' fails." if len(failing) == 1 else None


def kind_of_difference(got: Any, want: Any, comparer: Comparer) -> str | None:
    """A factor, a sign, an offset, a transpose, a shift, NaN: whichever explains all entries."""
    value, target = as_tensor(unwrapped(got)), as_tensor(unwrapped(want))
    if value is None or target is None or value.is_complex() or target.is_complex():
        return None
    value, target = value.detach().to(torch.float64), target.detach().to(torch.float64)

    def same(candidate: Tensor) -> bool:
        return candidate.shape == target.shape and not bool(
            comparer.wrong_entries(candidate.contiguous(), target).any()
        )

    if value.shape != target.shape:
        return shape_difference(value, target, same)
    if bool(value.isnan().any()) and not bool(target.isnan().any()):
        return NAN_SAID
    if bool(target.any()) and same(-value):
        return "The sign is the other way round."
    ratio = common_ratio(value, target)
    several = value.numel() > 1
    counts = isinstance(want, int)  # small whole numbers are in famous ratios by chance
    if (
        ratio is not None
        and abs(ratio - 1) > 1e-3
        and same(value / ratio)
        and (several or (famous(ratio) and not counts))
    ):
        return f"{'Every value' if several else 'Your value'} is {ratio:.6g} times the right one{famous(ratio)}."
    offset = float((value - target).mean())
    if several and math.isfinite(offset) and same(value - offset):
        return f"Every value is off by the same {offset:+.6g}."
    if value.ndim >= 2 and value.shape[-1] == value.shape[-2] and same(value.transpose(-1, -2)):
        return "The last two axes are swapped."
    shifted = rolled(value, same)
    if shifted is None and several and reordered(value, target, comparer):
        return "The values are those of the right answer in another order."
    return shifted


def reordered(value: Tensor, target: Tensor, comparer: Comparer) -> bool:
    """Whether both have the same values, each as often."""
    own, right = (side.reshape(-1).sort().values for side in (value, target))
    return not bool(comparer.wrong_entries(own, right).any())


def shape_difference(value: Tensor, target: Tensor, same: Any) -> str | None:
    """The right numbers in another shape."""
    if value.numel() == target.numel() and same(value.reshape(target.shape)):
        return "The numbers are right, the shape is not."
    if value.ndim == target.ndim and value.ndim >= 2 and same(value.transpose(-1, -2)):
        return "The last two axes are swapped."
    for name, reduced in (("mean", value.mean()), ("sum", value.sum())):
        if target.ndim == 0 and same(reduced):
            return f"The {name} over the entries is missing."
    return None


def common_ratio(value: Tensor, target: Tensor) -> float | None:
    """got / expected, if it is the same for all entries that are not small."""
    large = target.abs() > 1e-3 * float(target.abs().max()) if target.numel() else target.bool()
    if not bool(large.any()):
        return None
    ratios = value[large] / target[large]
    ratio = float(ratios.median())
    spread = float((ratios - ratio).abs().max())
    return ratio if math.isfinite(ratio) and ratio != 0 and spread < 1e-3 * abs(ratio) else None


def famous(ratio: float) -> str:
    """A hint on factors that have a reason."""
    known = {
        2.0: "a factor 2",
        math.sqrt(2): "the square root of 2",
        math.log(2): "natural log against log2",
        math.log(10): "natural log against log10",
        10.0: "a factor 10",
    }
    for factor, name in known.items():
        for number, text in ((factor, name), (1 / factor, name)):
            if abs(ratio - number) < 1e-3 * number:
                return f" ({text})"
    return ""


def rolled(value: Tensor, same: Any) -> str | None:
    """Shifted by one along an axis, or reversed."""
    for axis in range(value.ndim):
        if value.shape[axis] > 1:
            if same(value.flip(axis)):
                return f"Axis {axis} is reversed."
            for step in (1, -1):
                if same(value.roll(step, axis)):
                    return f"The values are shifted by one along axis {axis}."
    return None
