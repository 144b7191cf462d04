"""A part that is detached beside a mistake in the values, where gradients are not compared. Judge's side; imports torch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import torch

from interview_cli.domain.items.verdict import Diagnosis
from interview_cli.grading.diagnosis.explanation import has_wrong_values
from interview_cli.grading.diagnosis.known import KnownSlips
from interview_cli.grading.diagnosis.replay import Replay
from interview_cli.grading.diagnosis.wrong_gradients import with_wrong_gradients
from interview_cli.grading.judge.calls import arrives
from interview_cli.grading.judge.check import DTYPE_NAMES, Check
from interview_cli.grading.judge.grade import Grade

DETACHES = re.compile(r"\bno_grad\b|\binference_mode\b|\.detach_?\(|\.data\b|\.item\(|\bfloat\((?![\"'])")
OUTSIDE = re.compile(r"\.numpy\(|\bnp\.|\bnumpy\.|\.tolist\(")
"""What computes outside torch need not have gradients, and detaches to get there."""
TOGETHER = 1


def with_lost_gradients(grade: Grade, known: KnownSlips, found: tuple[Diagnosis, ...]) -> tuple[Diagnosis, ...]:
    """The known mistake that was found, and beside it that an input's gradient does not arrive, though the mistake lets it."""
    if len(found) != 1 or not has_wrong_values(grade) or not may_have_lost(grade):
        return found
    replay = next((replay for slip, replay in known.replays if slip.name == found[0].slip), None)
    names = lost(grade, replay) if replay is not None else []
    if not names:
        return with_wrong_gradients(grade, known, found[0])
    beside = Diagnosis("slip", *in_words(names, everything=len(names) == len(wanted(grade))), together=TOGETHER)
    return replace(found[0], together=TOGETHER), beside


def may_have_lost(grade: Grade) -> bool:
    """Whether it detaches something, and not because it computes in another form."""
    source = grade.world.source
    is_outside = bool(OUTSIDE.search(source)) and not grade.session.has_gradients
    return bool(DETACHES.search(source)) and not is_outside


def wanted(grade: Grade) -> list[str]:
    """The inputs to which gradients should arrive, by name."""
    return names_of(grade, [(check, path) for check in grade.checks for _, path in check.arrived])


def lost(grade: Grade, replay: Replay) -> list[str]:
    """Those of them to which none ever does, and the known mistake's own does."""
    arriving = names_of(
        grade, [(c, path) for c in grade.checks for (_, path), is_there in c.arrived.items() if is_there]
    )
    missing = [
        (check, path)
        for check in grade.checks
        for (dtype, path), is_there in check.arrived.items()
        if not is_there and arrives_in(grade, replay, check, dtype, path)
    ]
    return [name for name in names_of(grade, missing) if name not in arriving]


def arrives_in(grade: Grade, replay: Replay, check: Check, dtype: torch.dtype, path: str) -> bool:
    """Whether the known mistake has a gradient there."""
    return arrives(replay.to(grade, check, dtype, gradients=True).get(f"{DTYPE_NAMES[dtype]} gradient {path}"))


def names_of(grade: Grade, places: Sequence[tuple[Check, str]]) -> list[str]:
    """As the problem calls them, each once."""
    return list(dict.fromkeys(grade.session.arguments.name(check.index, path) for check, path in places))


def in_words(names: Sequence[str], *, everything: bool) -> tuple[str, str]:
    """A name for the mistake, and two sentences."""
    if everything:
        return "no-gradient", "No gradient arrives anywhere. Your code should not detach, and not run under no_grad."
    listed = " and ".join(names)
    slip = re.sub(r"\W+", "-", names[0]).strip("-").replace("_", "-")
    return (
        f"{slip}-detached",
        f"No gradient reaches {listed}. Your code should not detach it: no .data, no .item(), no float().",
    )
