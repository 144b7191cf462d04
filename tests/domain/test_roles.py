"""What roles weigh, and how interviews are read from settings."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.errors import UsageError
from interview_cli.domain.items.guide import SECTIONS
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.interview import Interview, Revision, days_off, interviews_of
from interview_cli.domain.planning.roles import MOST, ROLES, parse_weight, role_weights, weights_for

MONDAY = date(2026, 3, 2)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_weighs_every_section_and_never_drops_code_and_fundamentals(role: str) -> None:
    weights = role_weights(role)
    assert list(weights) == [section.number for section in SECTIONS]
    assert all(0 < weight <= 4 for weight in weights.values())
    assert weights[1] >= 1 and weights[2] >= 1


@pytest.mark.parametrize(
    ("role", "first"),
    [("t2i", {14}), ("video", {15}), ("llm-post-training", {17, 22}), ("perceptual-quality", {5, 18})],
)
def test_a_roles_main_matter_weighs_most(role: str, first: set[int]) -> None:
    weights = role_weights(role)
    assert {section for section, weight in weights.items() if weight == max(weights.values())} == first


def test_a_generalist_is_asked_about_everything_alike() -> None:
    assert set(role_weights("generalist").values()) == {1.0}


def test_own_weights_come_before_the_roles() -> None:
    assert weights_for("t2i", {14: 0.5})[14] == 0.5
    assert weights_for("t2i", {14: 0.5})[9] == role_weights("t2i")[9]


def test_an_unknown_role_names_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        role_weights("vidoe")
    assert (caught.value.message, caught.value.hint) == ("there's no role 'vidoe'", "did you mean video?")


@pytest.mark.parametrize(
    ("text", "read"), [("transformers=3", (7, 3.0)), ("07=0.5", (7, 0.5)), ("22=0", (22, 0.0)), ("7=", (7, None))]
)
def test_a_weight_is_a_section_and_a_number(text: str, read: tuple[int, float | None]) -> None:
    assert parse_weight(text) == read


@pytest.mark.parametrize("text", ["transformers", "=", "7=-1", "7=1000", "7=nan", "nowhere=1", "7=inf"])
def test_what_is_no_weight_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_weight(text)


@pytest.mark.parametrize(
    ("value", "weights"),
    [
        ({"on": "2026-04-01"}, {}),
        ({"on": "2026-04-01", "role": "video"}, dict(role_weights("video"))),
        ({"on": "2026-04-01", "weights": {"7": 3.0}}, dict(weights_for("generalist", {7: 3.0}))),
        ({"on": "2026-04-01", "role": "t2i", "weights": {"14": 1}}, dict(weights_for("t2i", {14: 1.0}))),
        ({"on": "2026-04-01", "role": "nobody"}, {}),
        ({"on": "2026-04-01", "weights": "heavy"}, {}),
        ({"on": "2026-04-01", "weights": {"7": MOST * 2}}, dict(weights_for("generalist", {}))),
    ],
)
def test_interviews_are_read_from_settings_with_what_can_be_read_of_their_weights(
    value: dict[str, Any], weights: dict[int, float]
) -> None:
    [interview] = interviews_of({"interview:lab": value, "interview:gone": None, "minutes": 30})
    assert (interview.name, interview.on, dict(interview.weights)) == ("lab", date(2026, 4, 1), weights)


def test_a_revision_changes_what_it_names_and_nothing_else() -> None:
    before = Revision(MONDAY, "T2I ", {7: 3.0, 9: 2.0}).of(None, "lab")
    assert before == {"on": "2026-03-02", "role": "t2i", "weights": {"7": 3.0, "9": 2.0}}
    [lab] = interviews_of({"interview:lab": before})
    assert Revision(weights={9: None}).of(lab, "lab") == before | {"weights": {"7": 3.0}}
    assert Revision(role="video").of(lab, "lab") == before | {"role": "video"}
    assert Revision(weights={7: None, 9: None}).of(lab, "lab") == {"on": "2026-03-02", "role": "t2i"}
    assert not Revision()


def test_a_role_without_a_day_is_refused() -> None:
    with pytest.raises(UsageError, match="no interview named 'lab'"):
        Revision(role="t2i").of(None, "lab")


def test_days_off_are_those_ahead_that_were_not_taken_back() -> None:
    values = {"off:2026-03-01": True, "off:2026-03-02": True, "off:2026-03-03": False, "off:soon": True}
    assert days_off(values, MONDAY) == {MONDAY}


def test_days_of_practice_leave_out_those_off() -> None:
    off = {MONDAY, MONDAY + timedelta(days=2), MONDAY + timedelta(days=9)}
    agenda = Agenda.of([Interview("lab", MONDAY + timedelta(days=5))], MONDAY, off)
    assert (agenda.days_left, agenda.days_of_practice) == (5, 3)
    assert Agenda.of([], MONDAY, off).days_of_practice == 0


def test_the_agenda_is_what_is_ahead_the_first_first() -> None:
    late, soon = Interview("late", MONDAY + timedelta(days=9)), Interview("soon", MONDAY)
    agenda = Agenda.of([late, Interview("gone", MONDAY - timedelta(days=1)), soon], MONDAY)
    assert [on for on, _ in agenda.ahead] == [soon.on, late.on]
    assert agenda.days_left == 0
    assert Agenda.of([], MONDAY).days_left is None


@given(weights=st.dictionaries(st.integers(0, 23), st.floats(0, 50)))
def test_weights_have_mean_one_whatever_is_typed(weights: dict[int, float]) -> None:
    agenda = Agenda.of([Interview("lab", MONDAY, weights)], MONDAY)
    assert sum(agenda.weight(section) for section in range(24)) / 24 == pytest.approx(1)


def test_several_interviews_weigh_alike() -> None:
    video, flat = Interview("video", MONDAY, {15: 25.0}), Interview("flat", MONDAY)
    agenda = Agenda.of([video, flat], MONDAY)
    assert agenda.weight(15) == pytest.approx((12.5 + 1) / 2)
    assert agenda.weight(3) == pytest.approx((0.5 + 1) / 2)
