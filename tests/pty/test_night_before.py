"""The checklist on a real terminal: single keys, and nothing that was answered is lost by `kill -9` or Ctrl-C."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pty.session import Session

pytestmark = pytest.mark.xdist_group("pty")


def wait_for_entry(session: Session, place: str) -> str:
    """Wait until this entry waits for a key; returns the screen's text."""
    return session.wait_until(
        lambda: f"── {place} ──" in session.text and session.screen[-1].endswith("? help"), f"entry {place}"
    )


def test_it_goes_on_after_a_kill(tmp_path: Path) -> None:
    with Session(["night-before"], tmp_path / "home") as session:
        wait_for_entry(session, "1 of 28")
        session.type("y")
        wait_for_entry(session, "2 of 28")
        session.type("n")
        wait_for_entry(session, "3 of 28")
        session.kill()
    with Session(["night-before"], tmp_path / "home") as session:
        assert "Continuing: 26 to go." in wait_for_entry(session, "1 of 26")
        session.type("\r")
        wait_for_entry(session, "2 of 26")
        session.type("q")
        assert session.wait_for_end() == 0
        assert "You could say 1. Not yet: 1. Unanswered: 26." in session.text


def test_ctrl_c_leaves_at_once_and_says_how_to_go_on(tmp_path: Path) -> None:
    with Session(["night-before"], tmp_path / "home") as session:
        wait_for_entry(session, "1 of 28")
        session.type("y")
        wait_for_entry(session, "2 of 28")
        session.type("\x03")
        assert session.wait_for_end() == 130
        assert "You could say 1. Not yet: 0. Unanswered: 27. To do the rest: interview night-before" in session.text
