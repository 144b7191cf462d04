"""What a scorecard shows, apart from what it says."""

from __future__ import annotations

import io

from interview_cli.domain.rounds.scorecard import scorecard
from interview_cli.ui.mock.view import show_card
from interview_cli.ui.terminal import Terminal
from tests.domain.test_mock_scorecard import outcome, seen


def test_a_note_ends_without_a_full_stop_before_what_was_missed() -> None:
    out = io.StringIO()
    card = scorecard(seen(outcome(0.0, note="Your answer is off by a factor of 0.986.", missed=("expected 5 nats",))))
    show_card(card, None, "an-id", Terminal(out, out, out, {"COLUMNS": "200"}))
    assert "Your answer is off by a factor of 0.986; missed: expected 5 nats" in " ".join(out.getvalue().split())
