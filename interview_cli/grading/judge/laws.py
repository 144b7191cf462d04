"""Properties that hold for every right answer, checked in the candidate's world. Judge's side; imports torch."""

from __future__ import annotations

import torch

from interview_cli.domain.items.verdict import CheckStatus
from interview_cli.grading.judge.answers import is_about_types, record_error, taking_no_part
from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.compare import Difference
from interview_cli.grading.judge.coverage import NotAsked
from interview_cli.grading.judge.expected import draw_alike, seed_of
from interview_cli.grading.judge.local_world import LocalWorld
from interview_cli.grading.judge.raised import ArgumentsChanged, CandidateError
from interview_cli.grading.judge.session import Session
from interview_cli.grading.judge.worker import Stopped
from reference_impls.problem import Broken, Draw, Law


def run_law(session: Session, check: Check, law: Law) -> None:
    """Whether it holds. Raises: Stopped."""
    check.status = CheckStatus.PASS
    check.calls_before = session.world.calls
    if law.of_gradients and session.world.form.is_outside_torch:
        check.is_excused = True
        return
    seed = seed_of(session.seed, "law", law.name)
    draw_alike(
        seed_of(session.seed, "judge", law.name)
    )  # not as the inputs are drawn: chance must not follow from them
    try:
        with taking_no_part():
            hold(session, law, seed)
    except Broken as broken:
        check.broken_tag = broken.tag
        check.fail(Difference(broken.message, "", ""))
    except NotAsked:
        check.leave_out()
    except CandidateError as error:
        check.broken_tag = f"raises {error.kind}"
        record_error(session, check, error)
    except ArgumentsChanged as changed:
        where = ", ".join(session.arguments.names(changed))
        check.fail(Difference(f"your code changed its argument {where}", "left as it was", "modified"))
    except Stopped:
        raise
    except Exception as error:
        draw_alike(seed_of(session.seed, "judge", law.name))
        law.check(LocalWorld(session.entries), Draw(seed, law.dtype))  # if this raises, too, the law is our bug
        check.fail(Difference(f"the answer has another form than asked for: {error}", "", ""))


def hold(session: Session, law: Law, seed: int) -> None:
    """In the law's type; or in float32 where the answer is for that alone, if the problem asks for float32 at all."""
    try:
        law.check(session.world, Draw(seed, law.dtype))
    except CandidateError as error:
        if not (is_about_types(error, law.dtype) and torch.float32 in session.problem.dtypes):
            raise
        law.check(session.world, Draw(seed, torch.float32))
        session.float32_alone = True
