"""What an event may hold: what the log takes in, it can read again, and the reason names the field."""

from __future__ import annotations

import json
from typing import Any

import pytest

from interview_cli.domain.errors import UsageError
from interview_cli.domain.history.event_bounds import event_from_json
from interview_cli.services.log.transfer import read_events
from tests.fakes import Happened

GOOD = Happened().review("q01-a", seconds=4.5).as_json()


def line(**changes: Any) -> str:
    return json.dumps(GOOD | changes)


def test_what_is_exported_is_read_again() -> None:
    assert event_from_json(json.loads(line())).as_json() == GOOD


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\x0b", "\x1c", "\r"])
def test_a_line_ends_at_a_line_feed_only(character: str) -> None:
    """Other characters that some programs take for the end of a line are part of an answer."""
    answer = f"one{character}two"
    text = json.dumps(GOOD | {"answer": answer}, ensure_ascii=False) + "\n" + line(id="2") + "\r\n"
    assert [event.answer for event in read_events(text, "f")] == [answer, ""]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"revision": 1 << 63}, "revision: should be a whole number of 0 or more"),
        ({"revision": 10**400}, "revision: should be"),
        ({"revision": 1.5}, "revision: should be"),
        ({"revision": True}, "revision: should be"),
        ({"seed": -1}, "seed: should be"),
        ({"hints": "2"}, "hints: should be"),
        ({"seconds": 10**400}, "seconds: should be a number from 0 to 1000000000"),
        ({"seconds": -1}, "seconds: should be"),
        ({"seconds": None}, "seconds: should be"),
        ({"score": 1.5}, "score: should be a number from 0 to 1, or null"),
        ({"rating": 5}, "rating: should be 1, 2, 3 or 4, or null"),
        ({"rating": 2.0}, "rating: should be"),
        ({"mark": "splendid"}, "mark: should be one of right, partial, wrong, unreadable"),
        ({"kind": ["review"]}, "kind: should be one of review, "),
        ({"mode": None}, "mode: should be one of drill, "),
        ({"id": ""}, "id: is empty"),
        ({"id": 7}, "id: should be text"),
        ({"session": 7}, "session: should be text"),
        ({"answer": "half \ud83d"}, "answer: holds half a character"),
        ({"at": "0001-01-01T00:00:00+00:00"}, "at: the year should be from 1970 to 2999"),
        ({"at": "9999-12-31T23:00:00-05:00"}, "at: the year should be"),
        ({"at": "2026-03-02T09:00:00"}, "at: 2026-03-02T09:00:00 has no time zone"),
        ({"at": "yesterday"}, "at: isn't a time"),
        ({"at": 7}, "at: isn't a time"),
    ],
)
def test_an_event_that_would_be_refused_on_reading_is_refused_on_import(
    changes: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(UsageError) as caught:
        read_events("\n" + line(**changes), "f")
    assert caught.value.message.startswith(f"f:2: not an event: {complaint}")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("[" * 100_000, "brackets are nested too deeply"),
        ('{"a":' * 100_000, "brackets are nested too deeply"),
        ("[1]", "should be one JSON object"),
        ("{}", "id: is missing"),
        ('{"id": Infinity}', "Infinity isn't a number in JSON"),
        (f'{{"id": {"9" * 5000}}}', "a number has 5000 digits"),
        ('{"id": "x\n', "column 8: Unterminated string"),
        (line()[:-1] + ', "seconds": 1e999}', "seconds: should be a number"),
    ],
)
def test_a_line_that_is_no_event_is_said_with_the_reason(text: str, complaint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_events(text, "f")
    assert caught.value.message.startswith(f"f:1: not an event: {complaint}")
