"""Two drills of one home on two real terminals: other items in each, all ratings kept, and `kill -9` of either."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from interview_cli.domain.history.event import Event, EventKind
from interview_cli.domain.items.question import Bank
from interview_cli.store.events import open_log
from tests import commands
from tests.fakes import FakeClock
from tests.packaged import packaged, used_home
from tests.pty.session import Session
from tests.pty.test_drill import SEED, Player, events, reviews

EACH = 4
FOUR = ["drill", "--count", str(EACH), "--seed", str(SEED)]
BESIDE = "Another drill is open (process "

pytestmark = pytest.mark.xdist_group("pty")


@pytest.fixture(scope="session")
def bank() -> Bank:
    return packaged()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return used_home(tmp_path / "home")


@pytest.fixture
def two(home: Path, bank: Bank) -> Iterator[list[Player]]:
    """Two drills, each of which asks its first item."""
    with Session(FOUR, home) as first:
        first.wait_for_prompt()
        with Session(FOUR, home) as second:
            second.wait_for_prompt()
            assert BESIDE in second.text
            assert "): this one takes other items." in second.text
            assert "Continuing" not in second.text
            yield [Player(first, bank), Player(second, bank)]


def planned(home: Path, bank: Bank) -> dict[str, list[str]]:
    """The items of each drill, by session."""
    starts: list[Event] = [event for event in events(home, bank) if '"start"' in event.answer]
    return {str(start.session): json.loads(start.answer)["items"] for start in starts}


def rated(home: Path, bank: Bank) -> dict[str, list[str]]:
    """The items that were rated in each drill, in their order."""
    found: dict[str, list[str]] = {}
    for review in reviews(home, bank):
        found.setdefault(str(review.session), []).append(review.item)
    return found


def verified(home: Path) -> str:
    """What `interview log verify` says of a log that it finds sound."""
    done = commands.run(["--home", str(home), "log", "verify"], os.environ)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_ratings_in_turn_are_all_in_the_log_each_in_its_drill(home: Path, bank: Bank, two: list[Player]) -> None:
    for _ in range(EACH):
        for player in two:
            player.session.wait_for_prompt()
            player.answer()
        for player in two:
            player.rate()
    for player in two:
        player.rest()
        assert player.session.wait_for_end() == 0
    first, second = planned(home, bank).values()
    assert len({*first, *second}) == 2 * EACH
    assert {session: sorted(items) for session, items in rated(home, bank).items()} == {
        session: sorted(items) for session, items in planned(home, bank).items()
    }
    assert "no faults" in verified(home)


def test_undo_in_one_takes_back_its_own_rating(home: Path, bank: Bank, two: list[Player]) -> None:
    for player in two:
        player.answer()
        player.rate()
        player.session.wait_for_prompt()
    first, _ = two
    first.session.type(":u\r")
    assert first.session.wait_for_prompt().startswith(("Rate:", "Which"))
    _, second_session = planned(home, bank)
    assert list(rated(home, bank)) == [second_session]


def test_a_rating_that_another_session_gave_first_is_said_to_count_once(home: Path, bank: Bank) -> None:
    """At the rating as at the end: no two drills plan one item, but another machine's log may be imported meanwhile."""
    with Session([*FOUR, "--kind", "choice"], home) as session:
        session.wait_for_prompt()
        player = Player(session, bank)
        for key in ("\r", "q"):
            player.answer()
            item, _ = player.item()
            with open_log(home / "reviews.db", FakeClock()) as log:
                elsewhere = Event(
                    *(f"of {item}", "desk", datetime.now().astimezone(), EventKind.REVIEW, item), rating=1, session="s"
                )
                log.append(elsewhere)
            session.type(key)
            session.wait_for("You already rated this item today in another terminal. It counts once.")
            if key == "\r":
                session.wait_for_prompt()
        assert session.wait_for_end() == 0
    assert [review.rating for review in reviews(home, bank)] == [1, 1]


@pytest.mark.parametrize("killed", [0, 1])
def test_a_killed_drill_goes_on_beside_the_other(home: Path, bank: Bank, two: list[Player], killed: int) -> None:
    """At the rating of the item that was answered; what the other asks stays the other's."""
    for player in two:
        player.answer()
        player.rate()
        player.session.wait_for_prompt()
        player.answer()
    item, _ = two[killed].item()
    two[killed].session.kill()
    other = two[1 - killed]
    with Session(FOUR, home) as again:
        again.wait_for_prompt()
        assert BESIDE in again.text
        assert f"Continuing today's drill: 1 done, {EACH - 1} to go." in again.text
        player = Player(again, bank)
        assert player.item()[0] == item
        with Session(FOUR, home) as third:
            assert third.wait_for_end() == 4
            assert "is still open in another terminal" in third.text
        again.type(":q\r" if not again.prompt.startswith("Rate:") else "q")
        assert again.wait_for_end() == 0
    other.session.type("q")
    assert other.session.wait_for_end() == 0
    assert len(planned(home, bank)) == 2
    assert sum(event.answer == '{"state": "end"}' for event in events(home, bank)) == 2
    assert all(set(items) <= set(planned(home, bank)[session]) for session, items in rated(home, bank).items())
    assert "no faults" in verified(home)


def test_after_both_were_killed_one_after_the_other_goes_on(home: Path, bank: Bank, two: list[Player]) -> None:
    for player in two:
        player.answer()
        player.rate()
        player.session.wait_for_prompt()
    for player in two:
        player.session.kill()
    for _ in two:
        with Session(FOUR, home) as again:
            again.wait_for_prompt()
            assert BESIDE not in again.text
            assert f"Continuing today's drill: 1 done, {EACH - 1} to go." in again.text
            again.type("\x04")
            assert again.wait_for_end() == 0
    assert len(planned(home, bank)) == 2
    assert sum(event.answer == '{"state": "end"}' for event in events(home, bank)) == 2
    assert "no faults" in verified(home)
