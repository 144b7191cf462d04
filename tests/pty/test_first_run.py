"""The first run on a terminal: five lines, and what the plan needs to know; Enter leaves it open."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from interview_cli.store.events import open_log
from tests.fakes import FakeClock
from tests.pty.session import COMMAND, Session

SOON = (date.today() + timedelta(days=30)).isoformat()

pytestmark = pytest.mark.xdist_group("pty")


def settings(home: Path) -> list[tuple[str, object]]:
    with open_log(home / "reviews.db", FakeClock()) as log:
        return [(event.item, json.loads(event.answer)) for event in log.events()]


def test_it_asks_for_the_day_and_for_the_role(tmp_path: Path) -> None:
    """A mistake is said and asked again."""
    home = tmp_path / "home"
    with Session([], home, columns=60, command=COMMAND) as session:
        session.wait_for("When is your interview?")
        session.type("soon\r")
        session.wait_for("'soon' isn't a date")
        session.type(f"{SOON}\r")
        session.wait_for("Type one, or press Enter")
        session.type("vidoe\r")
        session.wait_for("did you mean video?")
        session.type("video\r")
        session.wait_for("Next: interview drill")
        assert session.wait_for_end() == 0
        assert "Which role? generalist, t2i, video, llm-post-training, perceptual-quality" in session.text
    assert settings(home) == [
        ("interview:interview", {"on": SOON}),
        ("interview:interview", {"on": SOON, "role": "video"}),
    ]


@pytest.mark.parametrize("typed", ["\r", f"{SOON}\r\r"])
def test_enter_leaves_open_what_is_not_known_yet(tmp_path: Path, typed: str) -> None:
    home = tmp_path / "home"
    with Session([], home, command=COMMAND) as session:
        session.wait_for("When is your interview?")
        session.type(typed)
        assert session.wait_for_end() == 0
    assert settings(home) == ([("interview:interview", {"on": SOON})] if len(typed) > 1 else [])
