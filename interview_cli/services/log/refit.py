"""When weights of memory are fitted to the user, and what is kept of it; the domain only.

What came of it is a setting: unlike a cache it cannot be made anew in a moment, and the two machines of one user see
the same. It is looked for in a report, never where a drill starts.
"""

from __future__ import annotations

from typing import Any

from interview_cli.domain.history.log_reading import answers, effective
from interview_cli.domain.history.replay import MEMORY, Replay
from interview_cli.domain.items.question import Bank
from interview_cli.domain.memory.fitting import LEAST_TESTS, fitted
from interview_cli.domain.ports import EventLog

MORE_TESTS = 1.1
"""So many times the tests of the last fitting are worth another one."""


def is_refit_due(learner: Replay) -> bool:
    """Whether there are enough answers, and enough more of them than at the last fitting."""
    match learner.settings.get(MEMORY):
        case {"tests": int(before)}:
            return learner.ensemble.tests >= max(before * MORE_TESTS, LEAST_TESTS)
        case _:
            return learner.ensemble.tests >= LEAST_TESTS


def refit(log: EventLog, bank: Bank, learner: Replay) -> dict[str, Any]:
    """The value of the setting `replay.MEMORY` after a fitting, weights or null; takes seconds."""
    told = answers(effective(log.events(), bank.items), bank.items, learner.basis.zone)
    found = fitted(told)
    return {"weights": list(found.weights) if found else None, "tests": learner.ensemble.tests}
