"""How long planning, replaying, loading the bank and reporting take."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks.synthetic import DAYS, START, ZONE, events, overlay
from benchmarks.timing import budget_line, seconds_of
from interview_cli.bank.collection import no_collection
from interview_cli.bank.load import load, packaged_bank
from interview_cli.domain.history.log_reading import answers
from interview_cli.domain.history.replay import catch_up
from interview_cli.domain.memory.ensemble import Ensemble
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import outlook
from interview_cli.domain.planning.planner import choose
from interview_cli.domain.progress.figures import progress
from interview_cli.reports.to_html import to_html


def lines(repeat: int = 5) -> Iterator[str]:
    """One line for each measurement."""
    now = START + timedelta(days=DAYS + 1)
    with tempfile.TemporaryDirectory() as folder:
        bank_folder, cache = Path(folder, "bank"), Path(folder, "cache")
        overlay(bank_folder, 2000)
        folders = [packaged_bank(), bank_folder]
        cache.mkdir()
        yield budget_line("bank of 2,000 items from YAML", seconds_of(lambda: load(folders, None), 3), 0.5)
        bank = load(folders, cache)
        yield budget_line("bank of 2,000 items, compiled", seconds_of(lambda: load(folders, cache), repeat), 0.025)
    short, long = list(events(bank, 20_000)), list(events(bank, 100_000))
    state = catch_up(short, bank.items, ZONE)
    plan = seconds_of(lambda: choose(bank, short, now, (), 45, zone=ZONE, replay=state), repeat)
    yield budget_line("plan a day, 20k events, cached states", plan, 0.1)
    lab = Interview("lab", (now + timedelta(days=56)).date())
    look = seconds_of(lambda: outlook(bank, state, now.date(), [lab], lab, 45, frozenset()), 1)
    yield budget_line("eight weeks foreseen, 2,000 items, once a day", look, 4.0)
    told = answers(long, bank.items, ZONE)
    yield budget_line(
        "replay of 100k events, all members", seconds_of(lambda: Ensemble.untaught().replay(told), 3), 3.0
    )
    with no_collection():  # as the command has it
        report = seconds_of(lambda: to_html(progress(bank, long, now, None, ZONE)), 3)
    yield budget_line("report from 100k events, with charts", report, 3.0)
