"""A grade without the calls that left the code with other defaults, which hide another mistake. Judge's side."""

from __future__ import annotations

import copy

from interview_cli.grading.judge.check import Check
from interview_cli.grading.judge.grade import Grade


def without_other_defaults(grade: Grade) -> Grade | None:
    """The same grade as if these calls had not been made; None where there are none, or nothing else is wrong."""
    checks = [set_aside(check) if check.relies_on_defaults else check for check in grade.checks]
    is_less = any(check.relies_on_defaults for check in grade.checks)
    if not (is_less and any(check.is_wrong for check in checks)):
        return None
    other = copy.copy(grade)
    other.checks = checks
    return other


def set_aside(check: Check) -> Check:
    """As if it had not been run."""
    return Check(check.name, check.index)
