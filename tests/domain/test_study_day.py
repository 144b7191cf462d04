"""Study days start at four of the user's wall clock, whatever the clock does that night."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.history.study_day import by_study_day, day_start, study_day

ZONES = st.sampled_from(
    [
        "UTC",
        "Europe/Berlin",
        "Europe/Athens",  # its clock goes from four back to three
        "America/New_York",
        "America/Sao_Paulo",
        "Asia/Kathmandu",
        "Australia/Lord_Howe",  # half an hour of summer time
        "Pacific/Kiritimati",
    ]
).map(ZoneInfo)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.mark.parametrize(
    ("zone", "at", "day"),
    [
        ("UTC", "2026-03-02T03:59:59.999999+00:00", date(2026, 3, 1)),
        ("UTC", "2026-03-02T04:00:00+00:00", date(2026, 3, 2)),
        ("UTC", "2026-03-02T23:30:00+00:00", date(2026, 3, 2)),
        ("UTC", "2026-01-01T00:30:00+00:00", date(2025, 12, 31)),
        ("Asia/Tokyo", "2026-03-01T18:59:00+00:00", date(2026, 3, 1)),
        ("Asia/Tokyo", "2026-03-01T19:00:00+00:00", date(2026, 3, 2)),
        ("America/New_York", "2026-03-02T10:00:00+01:00", date(2026, 3, 2)),
        # Berlin leaps from 2 to 3 on 29 March: four o'clock is at 2:00 UTC, three hours after midnight
        ("Europe/Berlin", "2026-03-29T01:59:59+00:00", date(2026, 3, 28)),
        ("Europe/Berlin", "2026-03-29T02:00:00+00:00", date(2026, 3, 29)),
        # and falls back from 3 to 2 on 25 October: at 3:00 UTC, five hours after midnight
        ("Europe/Berlin", "2026-10-25T02:59:59+00:00", date(2026, 10, 24)),
        ("Europe/Berlin", "2026-10-25T03:00:00+00:00", date(2026, 10, 25)),
        # Athens has three to four twice on that night, both before the day starts
        ("Europe/Athens", "2026-10-25T00:59:59+00:00", date(2026, 10, 24)),
        ("Europe/Athens", "2026-10-25T01:30:00+00:00", date(2026, 10, 24)),
        ("Europe/Athens", "2026-10-25T02:00:00+00:00", date(2026, 10, 25)),
    ],
)
def test_the_wall_clock_of_the_zone_decides(zone, at, day):
    assert study_day(datetime.fromisoformat(at), ZoneInfo(zone)) == day


def test_an_evening_and_the_next_morning_are_two_days():
    """Ten hours apart, where blocks of 24 hours would see one day."""
    zone = ZoneInfo("Europe/Berlin")
    evening = datetime(2026, 5, 4, 22, 0, tzinfo=zone)
    assert study_day(evening + timedelta(hours=10), zone) - study_day(evening, zone) == timedelta(days=1)


def test_a_naive_time_names_no_day():
    with pytest.raises(ValueError, match=r"^2026-03-02T05:00:00 has no time zone$"):
        study_day(datetime(2026, 3, 2, 5), ZoneInfo("UTC"))


@given(day=DAYS, zone=ZONES)
def test_day_start_is_the_first_instant_of_its_day(day, zone):
    start = day_start(day, zone)
    assert study_day(start, zone) == day
    assert study_day(start.astimezone(UTC) - timedelta(microseconds=1), zone) == day - timedelta(days=1)


@given(at=INSTANTS, later=st.timedeltas(timedelta(0), timedelta(days=3)), zone=ZONES)
def test_time_never_runs_back_a_day(at, later, zone):
    assert study_day(at, zone) <= study_day(at + later, zone)


@given(at=INSTANTS, zone=ZONES, told_in=ZONES)
def test_the_zone_in_which_an_instant_is_told_does_not_matter(at, zone, told_in):
    assert study_day(at.astimezone(told_in), zone) == study_day(at, zone)


@given(
    st.lists(INSTANTS | st.datetimes(datetime(2026, 10, 24), datetime(2026, 10, 27), timezones=st.just(UTC))),
    ZONES,
    ZONES,
)
def test_what_is_in_order_is_found_on_the_days_that_each_of_it_is_of(
    instants: list[datetime], zone: ZoneInfo, told_in: ZoneInfo
) -> None:
    times = [at.astimezone(told_in) for at in sorted(instants)]
    found = [(day, at) for day, held in by_study_day(times, lambda at: at, zone) for at in held]
    assert found == [(study_day(at, zone), at) for at in times]
