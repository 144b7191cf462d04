"""Why an answer is wrong: the slips that it reproduces, else the kind of difference. Judge's side; imports torch.

A slip is named only if its own answers agree with the candidate's on everything that was observed. When several agree,
all are said.
"""

from __future__ import annotations

import functools
import inspect
import itertools
import math
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from types import CodeType, FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus, Diagnosis
from interview_cli.grading.diagnosis.derived import DerivedSlip, derived_slips
from interview_cli.grading.diagnosis.patterns import differing_parts, pattern_of
from interview_cli.grading.diagnosis.variants import variants
from interview_cli.grading.judge.compare import Comparer, as_tensor, describe, unwrapped
from interview_cli.grading.judge.expected import CANDIDATE, REFERENCE, seed_of
from interview_cli.grading.judge.worlds import LocalWorld
from reference_impls import index
from reference_impls.problem import Broken, Case, Draw, Problem
from reference_impls.slips import Slip, read_slips

if TYPE_CHECKING:
    from interview_cli.grading.judge.grade import Check, Grade, Observed

T = TypeVar("T")
SLIP_SECONDS = 1.0
CHANGE_SECONDS = 0.05
ALL_CHANGES_SECONDS = 1.0
MOST_CHANGES = 3
LEAST_EXPLAINED = 4
LEAST_RELATED = 2
"""Of one wrong number a factor can always be told."""

CHANGE_SAID = "Your answers are what one change of the reference gives"
MOST_COMPARED = 12
LARGE, TINY = 1000, 1e-3
MOST_NAMED = 3
"""Of failing checks in one sentence."""
HALF = {torch.float16, torch.bfloat16}
NAN_SAID = "Your answer has NaN where the right one is finite."


def diagnose(grade: Grade) -> tuple[Diagnosis, ...]:
    """The slips that fit, else what every problem's answers can do wrong, else one sentence on the difference."""
    searches = (
        module_slips, behaviour, general_slips, page_changes, relation_to_the_right, slips_for_most, at_the_extremes
    )  # fmt: skip
    for search in searches:
        found = tuple(search(grade))
        if found:
            return found
    sentence = difference_in_words(grade)
    return (Diagnosis("difference", None, sentence),) if sentence else ()


def module_slips(grade: Grade) -> Iterator[Diagnosis]:
    """The problem's own slips, in the strictest reading in which any fits.

    Last, of wrong values, in the answer's own precision: where a mistake saturates depends on it, as in a clamp at the
    smallest number of its type.
    """
    slips = [(slip, Replay.of(grade, entries_of(grade.problem, slip))) for slip in slips_of(grade.problem)]
    for explained in (explains, explains_up_to_overflow, explains_where_finite, explains_around_errors):
        found = slips_that_fit(grade, slips, explained)
        if found:
            yield from found
            return
    if has_wrong_values(grade):
        own = [(slip, replace(replay, own_precision=True)) for slip, replay in slips]
        yield from slips_that_fit(grade, own, explains)


def slips_that_fit(grade: Grade, slips: Sequence[tuple[Slip, Replay]], explained: Explains) -> list[Diagnosis]:
    """Those that explain all that was seen; of several, those that break the same laws."""
    found = [(slip, replay) for slip, replay in slips if fits_in_time(grade, replay, explained)]
    fully = [pair for pair in found if len(found) > 1 and in_time(SLIP_SECONDS, False, breaks_alike, grade, pair[1])]
    return [Diagnosis("slip", slip.name, slip.message) for slip, _ in fully or found]


def slips_for_most(grade: Grade) -> Iterator[Diagnosis]:
    """The slip that explains by far the most of what is wrong, if one alone does."""
    if not is_telling(grade):
        return
    slips = [(slip, Replay.of(grade, entries_of(grade.problem, slip))) for slip in slips_of(grade.problem)]
    shares = [(in_time(SLIP_SECONDS, 0, share_explained, grade, replay), slip) for slip, replay in slips]
    best = max((share for share, _ in shares), default=0)
    found = [slip for share, slip in shares if share == best > 0]
    if len(found) == 1:
        text = f"{found[0].message} (This explains {best} of the checks that fail; something else is wrong, too.)"
        yield Diagnosis("slip", found[0].name, text)


def general_slips(grade: Grade) -> Iterator[Diagnosis]:
    """Variants that every problem has; the first kind that fits."""
    if is_telling(grade):
        for slip in derived_slips(grade.problem):
            if fits_in_time(grade, Replay.of(grade, entries_of(grade.problem, slip)), explains):
                yield Diagnosis("slip", slip.name, slip.message)
                return


def page_changes(grade: Grade) -> Iterator[Diagnosis]:
    """Single changes of the reference's page that give the candidate's answers; several may."""
    if not is_telling(grade):
        return
    end, said = time.process_time() + ALL_CHANGES_SECONDS, set[str]()
    for variant in variants(page_of(grade.problem.id)):
        if time.process_time() > end or len(said) == MOST_CHANGES:
            return
        text = f"{CHANGE_SAID}: `{variant.new}` where `{variant.old}` is right."
        entries = entries_in(grade.problem, variant.code)
        if (
            text not in said
            and entries
            and fits_in_time(grade, Replay.of(grade, entries), explains_where_finite, CHANGE_SECONDS)
        ):
            said.add(text)
            yield Diagnosis("slip", variant.name, text)


def entries_in(problem: Problem, code: Any) -> Mapping[str, Any] | None:
    """The entries of a changed page; None if it does not even run."""
    namespace: dict[str, Any] = {"__name__": "changed_page"}
    try:
        exec(code, namespace)
        return {entry.__name__: namespace[entry.__name__] for entry in problem.entries}
    except Exception:
        return None


def is_telling(grade: Grade) -> bool:
    """Whether some wrong answer is a finite value, and the answers are not the same one throughout.

    What is NaN everywhere, or always 0, agrees with many mistakes by chance.
    """
    seen = [seen for check in grade.checks for seen in check.observed if not seen.label.endswith("raises")]
    texts = {describe(seen.got) for seen in seen}
    return len(texts) > 1 and any(seen.differs and not is_nowhere_finite(unwrapped(seen.got)) for seen in seen)


def is_nowhere_finite(value: Any) -> bool:
    """A tensor or number without one finite entry."""
    if isinstance(value, float):
        return not math.isfinite(value)
    return isinstance(value, Tensor) and value.is_floating_point() and not bool(value.isfinite().any())


@dataclass
class Replay:
    """Entries that are called as the candidate's were, and what they have answered so far."""

    world: LocalWorld
    own_precision: bool = False
    answers: dict[tuple[int, torch.dtype, bool, bool], dict[str, Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, grade: Grade, entries: Mapping[str, Any]) -> Replay:
        """A fresh one."""
        return cls(LocalWorld(entries, grade.entries))

    def to(self, grade: Grade, check: Check, dtype: torch.dtype, *, gradients: bool) -> dict[str, Any]:
        """The answers to a check in one tier, or the gradients; values in float64 unless `own_precision`."""
        key = (check.index, dtype, gradients, self.own_precision)
        if key not in self.answers:
            found = (
                slip_gradients(grade, self.world, check, dtype)
                if gradients
                else slip_values(grade, self.world, check, dtype, upcast=not self.own_precision)
            )
            self.answers[key] = found
        return self.answers[key]


class _TooLong(BaseException):
    """Raised into a slip; no `except Exception` on the way takes it for the slip's answer."""


def fits_in_time(grade: Grade, replay: Replay, explained: Explains, seconds: float = SLIP_SECONDS) -> bool:
    """As `fits`; a slip that takes seconds over a large case explains nothing."""
    return in_time(seconds, False, fits, grade, replay, explained)


def in_time(seconds: float, otherwise: T, function: Callable[..., T], *args: Any) -> T:
    """The function's value, or another one where it takes longer: it must not hold up the verdict."""

    def too_long(number: int, frame: FrameType | None) -> NoReturn:
        del number, frame
        raise _TooLong

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        return function(*args)
    except _TooLong:
        return otherwise
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def slips_of(problem: Problem) -> tuple[Slip, ...]:
    """The problem's own slips, read when they are first asked for."""
    return read_slips(folder_of(problem.id))


def entries_of(problem: Problem, slip: Slip | DerivedSlip) -> Mapping[str, Any]:
    """The problem's entries with the slip in them."""
    ours = {entry.__name__: entry for entry in problem.entries}
    match slip:
        case DerivedSlip():
            return {**ours, **slip.replaces}
        case Slip():
            namespace: dict[str, Any] = {"__name__": f"slip_{slip.name.replace('-', '_')}"}
            exec(compiled(slip.applied(page_of(problem.id)), slip.name), namespace)
            return {name: namespace[name] for name in ours}


@functools.cache
def compiled(page: str, slip: str) -> CodeType:
    """The page's code: run anew for each file, since what it keeps between calls may be the mistake."""
    return compile(page, f"<slip {slip}>", "exec")


@functools.cache
def page_of(problem_id: str) -> str:
    """What a person would write. Raises: KeyError if the problem has no folder."""
    return (folder_of(problem_id) / "reference.py").read_text(encoding="utf-8")


@functools.cache
def folder_of(problem_id: str) -> Path:
    """Where the problem lies. Raises: KeyError if it has no folder."""
    folder = index.folder_of(problem_id)
    if folder is None:
        raise KeyError(problem_id)
    return folder


# --- does a slip explain everything? ----------------------------------------------------------------------------------


def fits(grade: Grade, replay: Replay, explained: Explains) -> bool:
    """Whether these entries' answers agree with the candidate's on all that was observed, and break the same laws."""
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    laws = grade.checks[len(cases) :]
    broken = any(check.broken_tag is not None for check in laws)
    if not broken and not any(o.differs for check in cases for o in check.observed):
        return False
    evidence = 0
    for agrees in agreements(grade, replay, explained):
        if agrees is None:
            return False
        evidence += agrees
    if has_wrong_values(grade) or evidence:
        return evidence >= least_evidence(grade, explained) and not breaks_what_holds(grade, replay, laws)
    return broken and all(
        law_agrees(grade, replay.world, check, law) for check, law in zip(laws, grade.problem.laws, strict=True)
    )


def breaks_alike(grade: Grade, replay: Replay) -> bool:
    """Whether the slip breaks just the laws that the candidate breaks: of several that fit it says more."""
    laws = grade.checks[len(grade.checks) - len(grade.problem.laws) :]
    return all(law_agrees(grade, replay.world, check, law) for check, law in zip(laws, grade.problem.laws, strict=True))


def breaks_what_holds(grade: Grade, replay: Replay, laws: Sequence[Check]) -> bool:
    """Whether the slip breaks a law that the candidate keeps: then it is another mistake, which the cases do not tell apart."""
    pairs = zip(laws, grade.problem.laws, strict=True)
    kept = [(check, law) for check, law in pairs if check.status is CheckStatus.PASS]
    return not all(law_agrees(grade, replay.world, check, law) for check, law in kept)


def least_evidence(grade: Grade, explained: Explains) -> int:
    """In how many cases a slip has to reproduce a wrong answer: the less strictly it is read, the more."""
    if explained is explains_up_to_overflow:
        failing = [check for check in grade.checks if check.observed and check.status is not CheckStatus.PASS]
        return (len(failing) + 1) // 2
    return 2 if explained is explains_around_errors else 1


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
    return any(seen.differs and "gradient" not in seen.label for check in cases for seen in check.observed)


def share_explained(grade: Grade, replay: Replay) -> int:
    """How many failing cases the slip explains, if it is wrong about few others: an edge may be treated in another way.

    0 if it contradicts a case that passes, or more than a quarter of those that fail.
    """
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    failing = sum(bool(check.observed) and check.status is not CheckStatus.PASS for check in cases)
    found = list(agreements(grade, replay, explains_where_finite))
    wrong = found[:failing].count(None)
    if None in found[failing:] or wrong > failing // 4:
        return 0
    explained = found[:failing].count(True)
    return explained if explained >= LEAST_EXPLAINED else 0


def agreement(grade: Grade, replay: Replay, check: Check, explained: Explains, *, gradients: bool) -> bool | None:
    """None if the slip contradicts an observation; else whether it reproduces a wrong one."""
    evidence = False
    for dtype in {seen.comparer.tier: None for seen in check.observed}:
        observed = [seen for seen in check.observed if seen.comparer.tier == dtype]
        for of_gradients in (False, True) if gradients else (False,):
            part = [seen for seen in observed if ("gradient" in seen.label) is of_gradients]
            answers = replay.to(grade, check, dtype, gradients=of_gradients) if part else {}
            missing = RAISED if any(label.endswith(" raises") for label in answers) else FAILED
            found = [explained(seen, answers.get(seen.label, missing)) for seen in part]
            if False in found:
                return None
            if explained is explains_up_to_overflow and None in found:
                own = replace(replay, own_precision=True).to(grade, check, dtype, gradients=False)
                if any(yes is None and is_right(seen, own) for seen, yes in zip(part, found, strict=True)):
                    return None
            evidence = evidence or any(seen.differs and bool(yes) for seen, yes in zip(part, found, strict=True))
    return evidence


def is_right(seen: Observed, answers: Mapping[str, Any]) -> bool:
    """Whether the right answer stands where the candidate's is not finite: what has overflowed there was another mistake."""
    if "gradient" in seen.label or seen.label not in answers:
        return False
    try:
        return seen.comparer.agrees(answers[seen.label], seen.want)
    except Exception:  # what cannot be compared is not right
        return False


def explains(seen: Observed, answer: Any) -> bool:
    """Whether the slip gives the candidate's answer, and a wrong one where the candidate's is wrong."""
    if not same_answer(seen, answer):
        return False
    if not seen.differs or seen.label.endswith("raises"):
        return True
    return not seen.comparer.agrees(answer, seen.want)


def explains_around_errors(seen: Observed, answer: Any) -> bool | None:
    """As `explains_where_finite`, but None where one of the two raises: what they do elsewhere has to be the same."""
    return None if seen.label.endswith(" raises") or answer is RAISED else explains_where_finite(seen, answer)


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
    NaN alone is no evidence.
    """
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


def slip_values(
    grade: Grade, world: LocalWorld, check: Check, dtype: torch.dtype, *, upcast: bool = True
) -> dict[str, Any]:
    """What the slip answers to the check in one tier, under the labels of the observations; nothing where it raises.

    upcast: whether it gets the inputs in float64, or in the tier's own type, as the candidate did.
    """
    from interview_cli.grading.judge.grade import DTYPE_NAMES

    name = DTYPE_NAMES[dtype]
    case = grade.expected.case(check.index, dtype, REFERENCE if upcast else CANDIDATE)
    answers: dict[str, Any] = {}
    try:
        if not isinstance(case, Case):
            draw = Draw(seed_of(grade.seed, "scenario", check.index), dtype, upcast=upcast)
            for label, value in case.steps(world, draw):
                answers[f"{name} {label}"] = value
        elif case.raises:
            raised = world.raised(grade.expected.entry_of(case), *case.args, **case.kwargs)
            answers["raises"] = raised.split("<")[0] if raised else None
        else:
            answers[f"{name} value"] = world.call(grade.expected.entry_of(case), *case.args, **case.kwargs)
    except Exception as error:
        answers[f"{name} raises"] = type(error).__name__
    return answers


def slip_gradients(grade: Grade, world: LocalWorld, check: Check, dtype: torch.dtype) -> dict[str, Any]:
    """The slip's gradients under the cotangents that the candidate got; zero where none arrives."""
    from interview_cli.grading.judge.grade import DTYPE_NAMES

    case = grade.expected.case(check.index, dtype, REFERENCE)
    if not isinstance(case, Case):
        return slip_values(grade, world, check, dtype)
    name, entry = DTYPE_NAMES[dtype], grade.expected.entry_of(case)
    cotangents = [cotangent.double() for cotangent in grade.expected.answer(check.index, dtype).cotangents]
    try:
        _, gradients = world.gradients(entry, *case.args, cotangents=cotangents, **case.kwargs)
    except Exception:
        return {}
    wanted = [seen for seen in check.observed if seen.label.startswith(f"{name} gradient")]
    found = {f"{name} gradient {path}": gradient for path, gradient in gradients.items() if gradient is not None}
    return {seen.label: found.get(seen.label, torch.zeros_like(seen.want)) for seen in wanted}


def law_agrees(grade: Grade, world: LocalWorld, check: Check, law: Any) -> bool:
    """Whether the slip breaks the same part of the law, or keeps it as the candidate does."""
    try:
        law.check(world, Draw(seed_of(grade.seed, "law", law.name), law.dtype))
    except Broken as broken:
        return broken.tag == check.broken_tag
    except Exception as error:
        return check.broken_tag == f"raises {type(error).__name__}"
    return check.broken_tag is None


# --- what every problem's answers can do ------------------------------------------------------------------------------


def behaviour(grade: Grade) -> Iterator[Diagnosis]:
    """What the candidate's code was seen to do, whatever it computes."""
    changed = dict.fromkeys(name for check in grade.checks for name in check.changed)
    if changed:
        names = ", ".join(dict.fromkeys(name.split("[")[0] for name in changed))
        yield Diagnosis(
            "slip",
            "argument-changed",
            f"Your code writes into its argument {names}: work on a copy, or build a new value.",
        )
    elif grade.remembers:
        yield Diagnosis(
            "slip",
            "kept-between-calls",
            "Your answer is right in a fresh start and wrong after other calls: something is kept between them, in a mutable "
            "default argument, a module's variable, a cache or a class attribute.",
        )
    elif grade.unsteady:
        yield Diagnosis(
            "slip",
            "changes-from-call-to-call",
            "The same call gives another answer the second time: noise of its own (a dropout that is active, a fresh draw), "
            "or state that one call leaves for the next.",
        )
    elif grade.stopped is not None:
        yield from out_of_time(grade)
    else:
        yield from too_deep(grade) or where_it_fails_alone(grade)


def too_deep(grade: Grade) -> list[Diagnosis]:
    """Right until one call recursed too far."""
    wrong = [check for check in grade.checks if check.status is not CheckStatus.PASS]
    kinds = {seen.got for check in wrong for seen in check.observed if seen.label.endswith("raises")}
    done = len(grade.checks) - len(wrong)
    if kinds != {"RecursionError"} or not done or any(check.status is not CheckStatus.ERROR for check in wrong):
        return []
    text = (
        f"Right on {done} checks, but '{wrong[0].name}' recurses too deeply: Python stops after 1,000 calls within calls. "
        "Use a loop or a stack of your own, or make sure that what is left shrinks by more than one each time."
    )
    return [Diagnosis("slip", "recursion-too-deep", text)]


def out_of_time(grade: Grade) -> Iterator[Diagnosis]:
    """Right until one call took too long."""
    done = [check for check in grade.checks if check.status is CheckStatus.PASS]
    wrong = [check for check in grade.checks if check.status is CheckStatus.FAIL]
    if grade.stopped is None or grade.stopped.outcome != "timeout" or wrong:
        return
    if done and grade.running is not None:
        text = (
            f"Right on {len(done)} checks, but '{grade.running.name}' takes too long: look for work that is done again and "
            "again, or for a loop that does not come to its end."
        )
        yield Diagnosis("slip", "too-slow", text)
    else:
        text = "Not even the first, smallest call comes back: look for a loop or a recursion that does not come to its end."
        yield Diagnosis("slip", "never-returns", text)


def where_it_fails_alone(grade: Grade) -> Iterator[Diagnosis]:
    """What all calls that raise have in common and no other has; of wrong values, that something is empty."""
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    raising = all(check.status in (CheckStatus.ERROR, CheckStatus.PASS) for check in grade.checks)
    for name, words in common_features(grade).items():
        if raising:
            kind = next(o.got for check in cases for o in check.observed if o.label.endswith("raises"))
            yield Diagnosis("slip", f"raises-{name}", f"Your code raises {kind} {words}; whatever comes back is right.")
            return
        if name.startswith("on-empty"):
            yield Diagnosis(
                "slip", f"wrong-{name}", f"Your answer is wrong {words}, and right elsewhere: think of that case."
            )
            return


def at_the_extremes(grade: Grade) -> Iterator[Diagnosis]:
    """That only calls with large numbers fail, or only those with tiny ones."""
    questions = {
        "on-large": "does something overflow or underflow, or is a bound or a fill of yours among such values?",
        "on-tiny": "is there an eps, a threshold or a rounding of yours that is not small beside them?",
    }
    for name, words in common_features(grade, also_right=2).items():
        for kind, question in questions.items():
            if name.startswith(kind):
                yield Diagnosis("slip", f"wrong-{name}", f"Your answer is wrong only {words}: {question}")
                return


def common_features(grade: Grade, also_right: int = 0) -> dict[str, str]:
    """What the calls that fail have in common: names, and words. Nothing if a law is broken.

    also_right: how many calls that pass may have it, too.
    """
    cases = grade.checks[: len(grade.checks) - len(grade.problem.laws)]
    failing = [check for check in cases if check.status is not CheckStatus.PASS]
    if (
        not failing
        or len(failing) == len(cases)
        or any(c.status is CheckStatus.FAIL for c in grade.checks[len(cases) :])
    ):
        return {}
    special = [found for found in (features(grade, check) for check in failing) if found] or [{}]
    others = Counter(name for check in cases if check.status is CheckStatus.PASS for name in features(grade, check))
    return {
        name: words
        for name, words in special[0].items()
        if others[name] <= also_right and all(name in found for found in special)
    }


def features(grade: Grade, check: Check) -> dict[str, str]:
    """What may be special about a call: a name for it, and words."""
    case = grade.expected.first_for_candidate(check.index)
    if not isinstance(case, Case) or case.raises or not check.observed:
        return {}
    names = list(inspect.signature(grade.entries[grade.expected.entry_of(case)]).parameters)
    given = {**dict(zip(names, case.args, strict=False)), **case.kwargs}
    found = {"in-half-precision": "in half precision"} if set(case.dtypes or ()) & HALF else {}
    for name in names:
        found |= features_of(name.replace("_", "-"), name, given.get(name))
    for first, second in itertools.permutations(given, 2):
        found |= features_of_two(first, second, given[first], given[second])
    return found


def features_of(word: str, name: str, value: Any) -> dict[str, str]:
    """Of one argument."""
    if value is None:
        return {f"without-{word}": f"where {name} is None or left out"}
    found = {f"with-{word}": f"where {name} is given"}
    if isinstance(value, str | list) and not value:
        found[f"on-empty-{word}"] = f"where {name} is empty"
    if isinstance(value, Tensor):
        kind = str(value.dtype).removeprefix("torch.")
        found[f"on-{kind}-{word}"] = f"where {name} has the type {kind}"
        if value.dtype is not torch.bool:
            found[f"on-{word}-not-bool"] = f"where {name} is not boolean"
        if value.is_floating_point() and value.numel():
            largest = float(value.abs().nan_to_num(0, 0, 0).max())
            if largest >= LARGE:
                found[f"on-large-{word}"] = f"where {name} holds values of {LARGE} and more"
            if 0 < largest <= TINY:
                found[f"on-tiny-{word}"] = f"where no value of {name} is above {TINY}"
        found[f"on-{value.ndim}-axes-of-{word}"] = f"where {name} has {value.ndim} axes"
        for axes in range(1, 6):
            if axes != value.ndim:
                found[f"unless-{word}-has-{axes}-axes"] = f"where {name} has another number of axes than {axes}"
    elif isinstance(value, int):
        found[f"with-{word}-{str(value).lower()}"] = f"where {name} is {value}"
    return found


def features_of_two(first: str, second: str, one: Any, other: Any) -> dict[str, str]:
    """Of two arguments: their lengths."""
    words = f"{first}-{second}".replace("_", "-")
    found: dict[str, str] = {}
    if isinstance(one, Tensor) and isinstance(other, Tensor):
        for axis in range(1, min(one.ndim, other.ndim) + 1):
            if one.shape[-axis] != other.shape[-axis]:
                text = f"where {first} and {second} differ in length along axis {-axis}"
                found[f"unequal-lengths-{words}-axis-{axis}"] = text
    if same_array(one, other) and first < second:
        found[f"on-equal-{words}"] = f"where {first} and {second} are equal"
    if isinstance(one, int) and isinstance(other, list | str) and one == len(other):
        found[f"at-full-length-{words}"] = f"where {first} is the length of {second}"
    return found


def same_array(one: Any, other: Any) -> bool:
    """Whether both are arrays (or tensors) of the same values."""
    one, other = unwrapped(one), unwrapped(other)
    return (
        isinstance(one, Tensor)
        and isinstance(other, Tensor)
        and one.shape == other.shape
        and bool((one == other).all())
    )


def relation_to_the_right(grade: Grade) -> Iterator[Diagnosis]:
    """A simple relation to the right answer that holds wherever a value was seen."""
    pairs = [seen for check in grade.checks for seen in check.observed if "gradient" not in seen.label]
    wrong = [seen for seen in pairs if seen.differs]
    if not is_telling(grade) or any(seen.label.endswith("raises") for seen in pairs):
        return
    if len({describe(seen.want) for seen in wrong}) < LEAST_RELATED:
        return
    for name, back, text in relations(unwrapped(wrong[0].got), unwrapped(wrong[0].want)):
        if all(is_so(seen, back) for seen in pairs):
            yield Diagnosis("slip", name, text)
            return


Back = Callable[[Any, Any], Any]
"""From the candidate's value (and the right one, for its shape) back to the right one."""


def is_so(seen: Observed, back: Back) -> bool:
    """Whether the candidate's value becomes the right one."""
    try:
        return seen.comparer.agrees(back(unwrapped(seen.got), seen.want), seen.want)
    except Exception:  # what cannot be taken back or compared is another value
        return False


def relations(got: Any, want: Any) -> Iterator[tuple[str, Back, str]]:
    """Names, ways back and sentences; numbers as this pair suggests them."""
    if isinstance(got, tuple | list) and not isinstance(want, tuple | list):
        for index in range(min(len(got), MOST_COMPARED)):
            text = f"You return {len(got)} results; number {index + 1} of them is right, and it alone is asked for."
            yield "more-than-asked", functools.partial(one_of_many, index), text
    yield "sign-flipped", lambda value, _: -value, "The sign is the other way round, everywhere."
    yield "last-axes-swapped", lambda value, _: value.transpose(-1, -2), "The last two axes are swapped."
    yield "another-shape", in_the_right_shape, "The numbers are right, the shape is not."
    value, target = as_tensor(got), as_tensor(want)
    if value is None or target is None or value.shape != target.shape or value.is_complex() or target.is_complex():
        return
    value, target = value.to(torch.float64), target.to(torch.float64)
    ratio = common_ratio(value, target)
    if ratio is not None and abs(ratio - 1) > 1e-3:
        text = f"Everything is {ratio:.6g} times the right value{famous(ratio)}."
        yield "off-by-a-factor", functools.partial(divided, ratio), text
    offset = float((value - target).mean()) if value.numel() else math.nan
    if math.isfinite(offset) and offset:
        yield "off-by-a-constant", lambda value, _: value - offset, f"Everything is off by the same {offset:+.6g}."


def one_of_many(index: int, value: Any, want: Any) -> Any:
    """One of the results."""
    del want
    return value[index]


def divided(ratio: float, value: Any, want: Any) -> Any:
    """The value without the factor; whole numbers exactly."""
    if isinstance(value, int) and isinstance(want, int):
        return want if value == want * Fraction(ratio).limit_denominator(1000) else value
    return value / ratio


def in_the_right_shape(value: Any, want: Any) -> Any:
    """The same numbers in the shape of the right answer. Raises: TypeError if one of them is no tensor."""
    own, right = as_tensor(value), as_tensor(want)
    if own is None or right is None:
        raise TypeError("no tensor")
    return own.reshape(right.shape)


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
    if kind is None:
        kind = pattern_of([(seen.got, seen.want, seen.comparer) for seen in differing if "gradient" not in seen.label])
    where = where_it_fails(grade, failing)
    return " ".join(part for part in (kind, where) if part) or None


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
    if len(failing) > MOST_NAMED or (len(failing) > 1 and 2 * len(failing) > len(passing)):
        return None
    names = [f"'{check.name}'" for check in failing]
    return f"Only {names[0]} fails." if len(names) == 1 else f"Only {', '.join(names[:-1])} and {names[-1]} fail."


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
