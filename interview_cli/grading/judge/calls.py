"""One call in one tier, in both worlds: value, then gradients. Judge's side; imports torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch
from torch import Tensor

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.answers import difference, not_accepted, tier_in_words
from interview_cli.grading.judge.check import DTYPE_NAMES, Check, Observed
from interview_cli.grading.judge.compare import Comparer, Difference, describe
from interview_cli.grading.judge.expected import CANDIDATE, REFERENCE, Answer, seed_of
from interview_cli.grading.judge.raised import CandidateError
from interview_cli.grading.judge.remote_world import leaves_where
from interview_cli.grading.judge.rounding import is_by_float32
from interview_cli.grading.judge.session import Session
from reference_impls.problem import Case

Gradients = dict[str, tuple[Tensor, Any]]
"""The right one and the candidate's, by path."""


def nth_case(session: Session, check: Check, dtype: torch.dtype, world: str) -> Case:
    """The case of this check in a tier."""
    case = session.expected.case(check.index, dtype, world)
    assert isinstance(case, Case)
    return case


def run_call(session: Session, check: Check, dtype: torch.dtype) -> None:
    """Ask and compare. Raises: CandidateError, ArgumentsChanged, Stopped."""
    ours, theirs = nth_case(session, check, dtype, REFERENCE), nth_case(session, check, dtype, CANDIDATE)
    comparer = Comparer(session.problem.tolerances, dtype)
    entry = session.expected.entry_of(ours)
    if ours.raises:
        describe_inputs(session, check, theirs)
        if expect_raise(session, check, entry, theirs):
            expect_no_raise(session, check, dtype)
        return
    asked = dtype in session.expected.tiers_with_gradients(ours) and not session.world.form.is_outside_torch
    want, got, gradients = (
        both_with_gradients(session, check, theirs, dtype) if asked else both_values(session, check, theirs, dtype)
    )
    found = not_accepted(ours.accept, got, want) if ours.accept else difference(comparer, got, want)
    if (
        found is not None
        and not ours.accept
        and is_by_float32(session.expected, check.index, dtype, "value", got, want)
    ):
        found = None
    beside = session.world.others, session.world.places
    check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} value", want, got, comparer, found is not None, *beside))
    if isinstance(gradients, dict):
        check.arrived |= {(dtype, path): arrives(own) for path, (right, own) in gradients.items() if arrives(right)}
    gives_back = found is None and session.problem.returns_new and session.world.gave_back
    if found is not None:
        check.fail(found, tier_in_words(session, dtype))
        if isinstance(gradients, dict):
            check.own_gradients |= {
                (dtype, path): own for path, (_, own) in gradients.items() if isinstance(own, Tensor)
            }
    elif isinstance(gradients, CandidateError):
        raise gradients
    elif gradients is not None:
        shared = comparer.for_gradients(right for right, _ in gradients.values())
        for path, (right, own) in gradients.items():
            compare_gradient(session, check, path, right, own, shared)
    if gives_back and check.status is CheckStatus.PASS:
        check.gives_back = True
        check.fail(Difference("your code returns its argument, or a view of it", "a new one", "the argument"))


def describe_inputs(session: Session, check: Check, case: Case) -> None:
    """Once for each check."""
    check.inputs = check.inputs or session.arguments.described(case)


def both_values(session: Session, check: Check, theirs: Case, dtype: torch.dtype) -> tuple[Any, Any, None]:
    """What the reference and the candidate return."""
    describe_inputs(session, check, theirs)
    want = session.expected.value(check.index, dtype)
    session.allow_time()
    with session.world.expecting(want):
        return want, session.world.call(session.expected.entry_of(theirs), *theirs.args, **theirs.kwargs), None


def both_with_gradients(
    session: Session, check: Check, theirs: Case, dtype: torch.dtype
) -> tuple[Any, Any, Gradients | CandidateError | None]:
    """Both results and, for each input with a gradient, both gradients under random cotangents, in one exchange.

    Where leaves may be why the candidate raises, it is called again without: its value is judged before that.
    """
    expected, world = session.expected, session.world
    entry, right = expected.entry_of(theirs), expected.answer(check.index, dtype)
    if not right.cotangents:
        return both_values(session, check, theirs, dtype)

    def while_it_computes() -> None:
        right.gradients()
        describe_inputs(session, check, theirs)
        expected.ahead(check.index, dtype)

    session.allow_time()
    args, kwargs = leaves_where(is_compared(session, theirs, right), theirs.args, theirs.kwargs)
    try:
        with world.expecting(right.value):
            got, gradients = world.gradients_while(
                while_it_computes, entry, *args, cotangents=right.cotangents, **kwargs
            )
    except CandidateError as error:
        if error.kind != "RuntimeError":  # autograd's own complaints are RuntimeErrors
            raise
        failure = error if wanted_gradients(session, theirs, right) else None
        with world.expecting(right.value):
            got = world.call(entry, *theirs.args, **theirs.kwargs)
        session.works_without_leaves = True
        return right.value, got, failure
    wanted = wanted_gradients(session, theirs, right)
    return right.value, got, {path: (want, gradients.get(path)) for path, want in wanted.items()}


def is_compared(session: Session, case: Case, right: Answer) -> Callable[[str], bool]:
    """Of a path, whether the gradient there is compared: elsewhere a tensor that asks for one would only be in the way."""
    reached = right.reached()
    return lambda path: path in reached and not session.arguments.is_constant(case, path)


def wanted_gradients(session: Session, case: Case, right: Answer) -> dict[str, Tensor]:
    """The reference's, but of what the case calls constant."""
    return {path: want for path, want in right.gradients().items() if not session.arguments.is_constant(case, path)}


def expect_raise(session: Session, check: Check, entry: str, case: Case) -> bool:
    """The call must raise one of the named exceptions (or a subclass); whether it does."""
    raised = session.world.raised(entry, *case.args, **case.kwargs)
    wanted = " or ".join(case.raises)
    ok = raised is not None and not set(raised.split("<")).isdisjoint(case.raises)
    kind = raised.split("<")[0] if raised else None
    got = f"raises {kind}" if kind else "returns"
    check.observed.append(Observed("raises", case.raises, kind, Comparer({}, torch.float32), not ok))
    if not ok:
        check.fail(Difference(f"expected {wanted}, but the call {got}", wanted, got))
    return ok


def expect_no_raise(session: Session, check: Check, dtype: torch.dtype) -> None:
    """Where other calls ask for gradients, one that is right is made without: the input alone may say what is to be refused."""
    expected = session.expected
    others = [
        (index, case)
        for index, case in enumerate(expected.cases())
        if isinstance(case, Case) and not case.accept and dtype in expected.tiers_with_gradients(case)
    ]
    if not others:
        return
    index, _ = others[seed_of(expected.seed, "beside", check.index) % len(others)]
    case, want = expected.case(index, dtype, CANDIDATE), expected.value(index, dtype)
    assert isinstance(case, Case)
    try:
        with session.world.expecting(want):
            got = session.world.call(expected.entry_of(case), *case.args, **case.kwargs)
    except CandidateError as error:
        found: Difference | None = Difference(f"the call raises {error.message}", "a value", error.kind)
    else:
        found = difference(Comparer(session.problem.tolerances, dtype), got, want)
    if found is not None:
        check.fail(replace(found, message=f"for {case.name!r}, where no gradient is asked for, {found.message}"))


def arrives(gradient: Any) -> bool:
    """Whether it is one, and not zero throughout."""
    return isinstance(gradient, Tensor) and bool(gradient.any())


def compare_gradient(session: Session, check: Check, path: str, want: Tensor, got: Any, comparer: Comparer) -> None:
    """One gradient; none at all counts as zero only where zero is right."""
    name = session.arguments.name(check.index, path)
    value = torch.zeros_like(want) if got is None else got
    session.has_gradients |= arrives(got)
    found = difference(comparer, value, want, f"the gradient of {name}")
    label = f"{DTYPE_NAMES[comparer.tier]} gradient {path}"
    check.observed.append(Observed(label, want, value, comparer, found is not None))
    if found is not None and got is None:
        mixed = session.world.returned.is_mixed
        why = (
            "some results are NumPy arrays, and others tensors" if mixed else "is something detached, or under no_grad?"
        )
        found = Difference(f"no gradient reaches {name}: {why}", describe(want), "none")
    if found is not None:
        check.fail(found, tier_in_words(session, comparer.tier))
