"""Several steps in both worlds, whose observations must agree in order. Judge's side; imports torch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from interview_cli.grading.judge.answers import difference, taking_no_part, tier_in_words
from interview_cli.grading.judge.check import DTYPE_NAMES, Check, Observed
from interview_cli.grading.judge.compare import Comparer
from interview_cli.grading.judge.coverage import NotAsked
from interview_cli.grading.judge.expected import draw_alike, seed_of
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.rounding import is_by_float32
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.worker import Stopped
from reference_impls.problem import GRADIENT, Broken, Draw, Scenario

PROCESS_ENDS = (CandidateError, ArgumentsChanged, NotAsked, Stopped)


def run_scenario(session: Session, check: Check, scenario: Scenario, dtype: torch.dtype) -> None:
    """Ask and compare. Raises: CandidateError, ArgumentsChanged, Stopped."""
    comparer = Comparer(session.problem.tolerances, dtype)
    wanted = session.expected.observations(check.index, dtype)
    session.allow_time()
    draw_alike(seed_of(session.seed, "judge", check.index))
    own = scenario.steps(session.world, Draw(seed_of(session.seed, "scenario", check.index), dtype))
    gradients = [value for label, value in wanted if label.startswith(GRADIENT) and isinstance(value, Tensor)]
    for_gradients = comparer.for_gradients(gradients)
    for label, want in wanted:
        got = next_observation(own, label)
        fitting = for_gradients if label.startswith(GRADIENT) else comparer
        found = difference(fitting, got, want, label)
        if found is not None and is_by_float32(session.expected, check.index, dtype, label, got, want):
            found = None
        check.observed.append(Observed(f"{DTYPE_NAMES[dtype]} {label}", want, got, fitting, found is not None))
        if found is not None:
            check.fail(found, tier_in_words(session, dtype))


def next_observation(own: Iterator[tuple[str, Any]], label: str) -> Any:
    """The candidate's value for the step. The reference went through the same steps: what fails here is its answer."""
    try:
        with taking_no_part():
            own_label, got = next(own)
    except PROCESS_ENDS:
        raise
    except Broken as broken:
        raise CandidateError("Broken", broken.message, None, "") from None
    except StopIteration:
        raise CandidateError("Missing", f"{label} is missing", None, "") from None
    except Exception as error:
        raise CandidateError("Form", f"{label} cannot be used: {error}", None, "") from None
    if own_label != label:
        raise CandidateError("Missing", f"{label} is missing", None, "")
    return got
