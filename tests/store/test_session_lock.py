"""Two drills at once, or one session of another kind: a further one is told who has it; no killed process holds anything."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from interview_cli.domain.errors import UnavailableError
from interview_cli.store.session_lock import NAMES, Places
from tests.fakes import FakeClock

HOLDER = """
import sys
from pathlib import Path
from interview_cli.store.session_lock import Places
from tests.fakes import FakeClock
Places(Path(sys.argv[1]), FakeClock()).hold_all("a mock interview")
print("held", flush=True)
sys.stdin.read()
"""
A_DRILL = f"a drill (process {os.getpid()}, since 09:00)"


@pytest.fixture
def places(tmp_path: Path) -> Iterator[Callable[[], Places]]:
    """Makes what another process would: the places of one home, given back in the end."""
    made: list[Places] = []

    def make() -> Places:
        made.append(Places(tmp_path, FakeClock()))
        return made[-1]

    yield make
    for each in made:
        each.close()


def a_drill(place_of: Places) -> Places:
    place_of.hold_one("a drill")
    return place_of


def test_a_second_drill_has_the_second_place_and_each_knows_of_the_other(places: Callable[[], Places]) -> None:
    first = a_drill(places())
    assert (first.place, first.beside()) == (1, None)
    second = a_drill(places())
    assert (second.place, second.beside()) == (2, A_DRILL)
    assert first.beside() == A_DRILL


def test_looking_for_another_drill_holds_nothing(places: Callable[[], Places]) -> None:
    assert a_drill(places()).beside() is None
    assert a_drill(places()).place == 2


def test_a_drill_that_begins_while_another_looks_is_not_refused(
    places: Callable[[], Places], monkeypatch: pytest.MonkeyPatch
) -> None:
    """To look at a place is to hold it for a moment."""
    first, second = a_drill(places()), places()
    beginning = Thread(target=a_drill, args=(second,))
    leave = first._leave

    def leave_late(place: int) -> None:
        beginning.start()
        beginning.join(0.2)
        leave(place)

    monkeypatch.setattr(first, "_leave", leave_late)
    assert first.beside() is None
    beginning.join()
    monkeypatch.undo()
    assert second.place == 2


def test_a_third_drill_is_told_which_ones_are_open(places: Callable[[], Places]) -> None:
    first, second = a_drill(places()), a_drill(places())
    with pytest.raises(UnavailableError) as caught:
        a_drill(places())
    assert caught.value.message == f"{A_DRILL} is still open in another terminal"
    assert caught.value.exit_code == 4
    first.close()
    third = a_drill(places())
    assert (third.place, third.beside()) == (1, A_DRILL)
    assert second.place == 2


@pytest.mark.parametrize("closed", [0, 1])
def test_a_mock_interview_waits_for_both_drills(places: Callable[[], Places], closed: int) -> None:
    drills = [a_drill(places()), a_drill(places())]
    drills[closed].close()
    mock = places()
    with pytest.raises(UnavailableError, match=r"^a drill "):
        mock.hold_all("a mock interview")
    drills[closed] = a_drill(places())
    assert [drill.place for drill in drills] == [1, 2]
    for drill in drills:
        drill.close()
    mock.hold_all("a mock interview")
    with pytest.raises(UnavailableError, match=r"^a mock interview "):
        a_drill(places())


def test_a_drill_moves_to_a_place_that_nobody_has_and_leaves_its_own(places: Callable[[], Places]) -> None:
    drill = a_drill(places())
    assert drill.move(2)
    assert drill.place == 2
    second = a_drill(places())
    assert second.place == 1
    assert not second.move(2)
    assert second.place == 1


def test_what_held_all_may_go_on_as_a_drill(places: Callable[[], Places]) -> None:
    placement = places()
    placement.hold_all("a placement test")
    with pytest.raises(UnavailableError, match=r"^a placement test "):
        a_drill(places())
    assert a_drill(a_drill(placement)).place == 1
    assert a_drill(places()).beside() == A_DRILL


def test_a_killed_process_holds_nothing(tmp_path: Path, places: Callable[[], Places]) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        cwd=Path(__file__).parents[2],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(UnavailableError, match=f"a mock interview .process {holder.pid}"):
            a_drill(places())
        holder.kill()
    assert a_drill(places()).place == 1


def test_a_home_that_cannot_hold_the_lock_is_used_without(tmp_path: Path, places: Callable[[], Places]) -> None:
    """What is wrong with it, the log will say."""
    for name in NAMES.values():
        (tmp_path / name).mkdir()
    assert a_drill(places()).beside() is None
    places().hold_all("a mock interview")
