"""How long a person waits for the next question after a rating."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from random import Random

from benchmarks.startup import filled
from benchmarks.timing import budget_line
from interview_cli.cli.settings import Home
from interview_cli.cli.wiring import World
from interview_cli.domain.planning.day_plan import Wanted
from interview_cli.services.drill.start import Learner, start
from interview_cli.services.drill.steps import Answered, Asked, Means, Request
from interview_cli.ui.drill.view import show_asked
from interview_cli.ui.terminal import Terminal

QUESTIONS = 60


def lines(repeat: int = QUESTIONS) -> Iterator[str]:
    """One line: from the rating, through the log on the disk, to the next item as it is shown."""
    with tempfile.TemporaryDirectory() as folder:
        home, overlay = filled(Path(folder), 2000, 20_000)
        world = World(Home(home), [overlay], {}, Terminal(StringIO(), StringIO(), StringIO(), {}))
        try:
            taken = _next_questions(world, repeat)
        finally:
            world.close()
    yield budget_line("next question after an answer", taken, 0.03)


def _next_questions(world: World, count: int) -> float:
    means = Means(
        bank=world.bank,
        log=world.log,
        clock=world.clock,
        ids=world.ids,
        rng=Random(0),
        landed=world.landed,
        present=world.present,
        reference=world.pages.as_answer,
    )
    request = Request(float("inf"), Wanted(count=count + 1, kinds=frozenset({"choice", "recall", "numeric"})))
    drill = start(means, Learner.of(means, world.replay()), request)
    assert drill is not None

    taken = []
    for _ in range(count):
        drill.give_up()
        answered = drill.current
        assert isinstance(answered, Answered)
        started = time.perf_counter()
        drill.rate(answered.ratings.default)
        assert isinstance(drill.current, Asked)
        show_asked(drill.current, drill.standing, world.terminal)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)
