"""One report in every format, as it is written; `examples/` holds each to the letter."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from interview_cli.bank.reading import Resource
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import Missed, Outlook, SectionOutlook
from interview_cli.domain.planning.recall import Forecast
from interview_cli.domain.progress.ahead import DueDay
from interview_cli.domain.progress.calibration import CalibrationBin, Retention
from interview_cli.domain.progress.debugging import BugsOfKind
from interview_cli.domain.progress.done import CodeProgress, DayDone, Hits, Totals
from interview_cli.domain.progress.figures import MockTaken, NextItem, Progress, SectionProgress
from interview_cli.domain.progress.hindsight import Hindsight, TrackRecord
from interview_cli.domain.progress.trend import KnownOn, Said
from interview_cli.reports.calendar_weeks import level, weeks
from interview_cli.reports.paper import Paper
from interview_cli.reports.read_next import ReadNext
from interview_cli.reports.to_csv import to_csv
from interview_cli.reports.to_html import to_html
from interview_cli.reports.to_json import to_json
from interview_cli.reports.to_markdown import to_markdown
from interview_cli.reports.to_text import to_text
from interview_cli.reports.wording import mock, period
from tests.fakes import ZONE

EXAMPLES = Path(__file__).with_name("examples")

OUTLOOK = Outlook(
    on=date(2026, 4, 1),
    days=23,
    minutes=30.0,
    share=Forecast(0.4821, 0.3, 0.6642),
    unweighted=Forecast(0.41, 0.25, 0.57),
    less=0.4012,
    more=0.55,
    path=((date(2026, 3, 16), Forecast(0.2, 0.15, 0.25)),),
    sections=(
        SectionOutlook(7, 2.4, Forecast(0.7, 0.45, 0.95), items=61, unreached=0),
        SectionOutlook(15, 0.3, Forecast(0.04, 0.0, 0.123), items=48, unreached=42),
    ),
    unreached=tuple(f"q15-n{number}" for number in range(42)),
    missed=(
        Missed(15, 35, ("Why *video* latents", "Posterior sampling", "Motion", "Frame rates", "Audio")),
        *(Missed(section, 1, ()) for section in range(1, 8)),
    ),
)
SCORED = Hindsight(
    interview="Image lab *Zürich*",
    made=date(2026, 3, 2),
    day=date(2026, 3, 9),
    said=Forecast(0.1, 0.05, 0.15),
    was=0.1234,
    answers=31,
    planned=30.0,
    practised=9.036,
    is_the_interviews=False,
)

PROGRESS = Progress(
    generated=datetime(2026, 3, 9, 18, 30, tzinfo=ZONE),
    since=date(2026, 3, 2),
    interviews=(Interview("Image lab *Zürich*", date(2026, 4, 1), role="t2i"),),
    totals=Totals(42, 63.25, 1, marked=Hits(38, 32), grades=4, passes=1, bugs=Hits(3, 2)),
    readiness=Forecast(0.123456, 0.1, 0.1499),
    outlook=OUTLOOK,
    sections=(
        SectionProgress(
            7, items=61, seen=12, minutes=34.04, recall=0.8571, predicted=0.9149, marked=Hits(20, 15), bugs=Hits(3, 2)
        ),
        SectionProgress(15, items=48, seen=0, minutes=0.0, recall=None, predicted=None),
        SectionProgress(18, items=3, seen=3, minutes=129.5, recall=1.0, predicted=None),
    ),
    code=(
        CodeProgress("attention", 3, 1, ("no-scale", "mask-after-softmax", "softmax-over-wrong-axis")),
        CodeProgress("rope-half-rotation", 1, 0, ()),
    ),
    calibration=(
        CalibrationBin(0.0, 0.5, predicted=0.41, actual=0.5, reviews=2),
        CalibrationBin(0.85, 0.9, predicted=0.8888, actual=0.9, reviews=130),
    ),
    retention=(
        Retention(7, predicted=0.8712, actual=0.8571, reviews=120),
        Retention(15, predicted=0.5, actual=0.25, reviews=12),
    ),
    forecasts=(
        TrackRecord(7, SCORED, count=3, held=2, miss=0.031),
        TrackRecord(None, replace(SCORED, is_the_interviews=True), count=1, held=1, miss=0.02),
    ),
    days=(DayDone(date(2026, 3, 2), 1, 2.0), DayDone(date(2026, 3, 9), 41, 61.25, Hits(38, 32), grades=4)),
    mocks=(
        MockTaken("coding", datetime(2026, 3, 7, 10, 0, tzinfo=ZONE), 0.65, "no hire"),
        MockTaken("papers", datetime(2026, 3, 8, 10, 0, tzinfo=ZONE), None),
    ),
    next=(
        NextItem("q07-why-scale", "due: recall 71 %, target 90 %"),
        NextItem("q15-joint-attention-cost-of-a-long-video", "new: on the evening-before list"),
    ),
    target=0.8,
    trend=(
        KnownOn(date(2026, 3, 2), Forecast(0.0, 0.0, 0.0)),
        KnownOn(date(2026, 3, 6), Forecast(0.0801, 0.06, 0.1)),
        KnownOn(date(2026, 3, 9), Forecast(0.123456, 0.1, 0.1499)),
    ),
    said=(Said(date(2026, 3, 2), date(2026, 3, 9), Forecast(0.1, 0.05, 0.15)),),
    due=tuple(DueDay(date(2026, 3, 9 + number), items) for number, items in enumerate((12, 3, 0, 5))),
    debugging=(BugsOfKind("scale", planted=4, found=3, seconds=95.0), BugsOfKind("off by one", 2, 0, None, told=1)),
)
GRAPHS = Resource(title="Graph series", authors="Aditya Verma", kind="course", sections=(1, 15))
READ_NEXT = (
    ReadNext(
        15,
        (
            Resource(
                title="Video generation models as world simulators",
                authors="OpenAI",
                kind="blog",
                url="https://openai.com/index/video-generation-models-as-world-simulators/",
                sections=(15,),
                note="The technical report of Sora.",
            ),
            GRAPHS,
        ),
    ),
    ReadNext(
        7,
        (
            Resource(
                title="The Illustrated Transformer",
                authors="Jay Alammar",
                kind="blog",
                url="https://jalammar.github.io/illustrated-transformer/",
                sections=(7,),
            ),
        ),
    ),
)
MANY_DAYS = tuple(
    DayDone(date(2025, 6, 1) + timedelta(days=number), 5, float(number % 90), Hits(4, number % 5))
    for number in range(0, 280, 2)
)
LONG = replace(
    PROGRESS,
    since=date(2025, 6, 1),
    days=MANY_DAYS,
    sections=tuple(SectionProgress(number, 50, 40, 999.0, 0.5, 0.9, Hits(40, 20), Hits(5, 2)) for number in range(24)),
    due=tuple(DueDay(date(2026, 3, 9 + number), 1000 + number) for number in range(14)),
)
"""Nine months, all sections: what fills a screen."""
NOTHING = Progress(
    generated=PROGRESS.generated,
    since=PROGRESS.since,
    interviews=(),
    totals=Totals(0, 0.0, 0),
    readiness=Forecast(0.0, 0.0, 0.0),
    outlook=None,
    sections=(),
    code=(),
    calibration=(),
    retention=(),
    forecasts=(),
    days=(),
    mocks=(),
    next=(),
)


@pytest.mark.parametrize(
    ("written", "example"),
    [
        (to_text(PROGRESS, Paper(60), READ_NEXT), "report-60.txt"),
        (to_text(PROGRESS, Paper(60, unicode=False), READ_NEXT), "report-60-ascii.txt"),
        (to_text(PROGRESS, Paper(80, color=True), READ_NEXT), "report-80-color.txt"),
        (to_text(PROGRESS, Paper(100), READ_NEXT), "report-100.txt"),
        (to_markdown(PROGRESS, READ_NEXT), "report.md"),
        (to_json(PROGRESS, READ_NEXT) + "\n", "report.json"),
        (to_html(PROGRESS, READ_NEXT), "report.html"),
        (to_csv(PROGRESS), "report.csv"),
    ],
)
def test_a_report_is_written_as_in_its_example(written: str, example: str) -> None:
    assert written == (EXAMPLES / example).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [0, 40, 60, 79, 80, 100, 200])
@pytest.mark.parametrize("progress", [PROGRESS, NOTHING, LONG])
def test_no_line_of_text_is_longer_than_the_terminal_is_wide(progress: Progress, width: int) -> None:
    text = to_text(progress, Paper(width), READ_NEXT)
    assert max(map(len, text.splitlines())) <= max(width, 40)
    assert "\x1b" not in text
    assert not any(line.endswith(" ") for line in text.splitlines())


@pytest.mark.parametrize("width", [40, 60, 79, 80])
def test_an_address_is_whole_where_it_fits_and_else_broken_after_a_slash(width: int) -> None:
    lines = to_text(NOTHING, Paper(width), READ_NEXT).splitlines()
    start = next(place for place, line in enumerate(lines) if "https://openai" in line)
    if width < 79:
        assert lines[start].endswith("/")
    pieces = [line.strip() for line in lines[start : lines.index("  The technical report of Sora.")]]
    assert "".join(pieces) == READ_NEXT[0].resources[0].url
    assert (len(pieces) == 1) == (width >= 79)


def test_a_report_in_color_says_the_same_as_one_without() -> None:
    """Also where a name holds what a terminal would obey."""
    hostile = replace(PROGRESS, interviews=(Interview("a\x1b[2Jb", date(2026, 4, 1)),))
    for progress in (PROGRESS, LONG, hostile):
        colored = to_text(progress, Paper(80, color=True), READ_NEXT)
        assert re.sub(r"\x1b\[\d+m", "", colored) == to_text(progress, Paper(80), READ_NEXT)


def test_on_a_terminal_without_unicode_what_is_drawn_is_ascii() -> None:
    drawn = to_text(replace(LONG, interviews=()), Paper(100, unicode=False)).split("Not reached")[0]
    assert drawn.isascii() or set(drawn) - set(map(chr, range(128))) == {"…"}


def test_a_calendar_has_a_sign_for_each_day_and_the_latest_weeks() -> None:
    """From the first day of the report to today; what lies outside is blank."""
    shown = weeks(PROGRESS.days, PROGRESS.since, PROGRESS.generated.date(), 10)
    assert [week.minutes for week in shown] == [(2.0, 0, 0, 0, 0, 0, 0), (61.25, *[None] * 6)]
    assert [level(minutes) for minutes in (0, 0.5, 14.9, 15, 30, 60, 600)] == [0, 1, 1, 2, 3, 4, 4]
    assert len(weeks(MANY_DAYS, LONG.since, LONG.generated.date(), 10)) == 10


def test_the_same_figures_are_the_same_page() -> None:
    """pygal names its charts by chance, and writes the day of drawing: nothing of that stays."""
    assert to_html(LONG, READ_NEXT) == to_html(LONG, READ_NEXT)
    assert "pygal" not in to_html(LONG).lower()


def test_an_empty_report_has_no_empty_parts() -> None:
    assert "Sections" not in to_text(NOTHING, Paper(80))
    assert "##" not in to_markdown(NOTHING)
    assert "<h2" not in to_html(NOTHING)
    [head] = to_csv(NOTHING).splitlines()
    assert head == "section,items,seen,minutes,recall,predicted,weight,on_the_day,low,high,unreached"


def test_the_json_has_the_documented_keys_on_one_line() -> None:
    line = to_json(PROGRESS)
    assert "\n" not in line
    found = json.loads(line)
    assert list(found) == [
        *("schema", "generated", "since", "interviews", "totals", "readiness", "sections", "code", "calibration"),
        *("days", "mocks", "next", "read_next", "retention", "outlook", "forecasts"),
        *("target", "trend", "said", "due", "debugging"),
    ]
    assert found["read_next"] == []
    assert list(found["totals"]) == ["answers", "minutes", "streak", "marked", "right", "grades", "passes", "bugs"]
    assert list(found["readiness"]) == ["now", "on_the_day"]
    assert list(found["readiness"]["now"]) == ["mean", "low", "high"]
    assert found["readiness"]["on_the_day"] == found["outlook"]["share"] == {"mean": 0.4821, "low": 0.3, "high": 0.6642}
    assert [row["days"] for row in found["forecasts"]] == [7, None]
    assert list(found["sections"][0]) == ["section", "items", "seen", "minutes", "recall", "predicted", "right", "bugs"]
    assert list(found["code"][0]) == ["problem", "attempts", "passed", "passes", "slips"]
    assert list(found["next"][0]) == ["item", "why"]
    reading = json.loads(to_json(PROGRESS, READ_NEXT))["read_next"]
    assert [entry["section"] for entry in reading] == [15, 7]
    assert list(reading[0]["resources"][1].items()) == [
        *(("title", "Graph series"), ("authors", "Aditya Verma"), ("kind", "course"), ("url", None), ("note", None)),
    ]
    assert json.loads(to_json(NOTHING)).keys() == found.keys()
    assert json.loads(to_json(NOTHING))["readiness"]["on_the_day"] is None
    assert json.loads(to_json(NOTHING))["outlook"] is None


class Elements(HTMLParser):
    """The tags and attributes of a page, its text, and whether every element is closed by its own end."""

    VOID = frozenset({"meta"})
    """Those that are never closed; of SVG each element is closed, at once where it ends in a slash."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


HOSTILE = "<script>alert('1')</script>&amp;\"x"


@pytest.mark.parametrize(
    "progress",
    [
        PROGRESS,
        NOTHING,
        replace(PROGRESS, interviews=(Interview(HOSTILE, date(2026, 4, 1)),)),
        replace(PROGRESS, code=(CodeProgress(HOSTILE, 1, 0, (HOSTILE,)),)),
        replace(PROGRESS, mocks=(MockTaken(HOSTILE, PROGRESS.generated, None),)),
        replace(PROGRESS, next=(NextItem(HOSTILE, HOSTILE),)),
        replace(PROGRESS, outlook=replace(OUTLOOK, missed=(Missed(15, 1, (HOSTILE,)),))),
        replace(PROGRESS, forecasts=(TrackRecord(None, replace(SCORED, interview=HOSTILE), 1, 1, 0.0),)),
    ],
)
def test_html_is_well_formed_loads_nothing_and_runs_nothing(progress: Progress) -> None:
    """Names are the user's own: they stand in the page as text."""
    page = to_html(progress, READ_NEXT)
    found = Elements(page)
    assert found.open == []
    assert found.tags.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    page_attributes = {"lang", "charset", "name", "content", "class", "scope", "href", "data-label"}
    placed = {"viewbox", "x", "y", "width", "height", "rx", "ry", "r", "cx", "cy", "d", "transform"}
    drawn = placed | {"role", "opacity", "text-anchor"}
    assert found.attributes <= page_attributes | drawn
    assert "url(" not in page
    assert "@import" not in page
    assert (HOSTILE in found.text) == (progress not in (PROGRESS, NOTHING))


@pytest.mark.parametrize("field", ["title", "authors", "note"])
def test_what_a_list_says_of_a_resource_stands_in_the_page_as_text(field: str) -> None:
    """A bank laid over the own one may come from anywhere."""
    hostile = GRAPHS.model_copy(update={field: HOSTILE})
    page = to_html(NOTHING, (ReadNext(15, (hostile,)),))
    assert HOSTILE in Elements(page).text
    assert "<script" not in page


def test_csv_holds_the_figures_of_the_json() -> None:
    rows = list(csv.DictReader(to_csv(PROGRESS).splitlines()))
    held = json.loads(to_json(PROGRESS))
    ahead = {row["section"]: row for row in held["outlook"]["sections"]}
    for row, section in zip(rows, held["sections"], strict=True):
        read = {name: None if cell == "" else float(cell) for name, cell in row.items()}
        share = ahead.get(section["section"], {"share": {}})
        right, _ = section.pop("right"), section.pop("bugs")
        assert right is None or 0 <= right <= 1
        assert read == section | {
            "weight": share.get("weight"),
            "on_the_day": share["share"].get("mean"),
            "low": share["share"].get("low"),
            "high": share["share"].get("high"),
            "unreached": share.get("unreached"),
        }


def test_before_four_in_the_morning_the_report_ends_with_the_day_that_began_the_evening_before() -> None:
    late = datetime(2026, 3, 10, 1, 40, tzinfo=ZONE)
    assert "to 2026-03-09" in period(replace(PROGRESS, generated=late))
    assert period(replace(PROGRESS, since=PROGRESS.today)) == PROGRESS.today.isoformat()


def test_a_mock_without_a_score_is_told_without_a_percentage() -> None:
    at = datetime(2026, 3, 8, 10, 0, tzinfo=ZONE)
    assert mock(MockTaken("design", at, None, "not enough answered to say")) == (
        "2026-03-08 design: not enough answered to say"
    )
    assert mock(MockTaken("coding", at, 0.65, "no hire")) == "2026-03-08 coding: 65 %, no hire"


def test_less_than_a_minute_is_not_told_as_none() -> None:
    """In the head in words, in a table as `<1`; no practice stays 0."""
    [row, *others] = PROGRESS.sections
    days = (DayDone(PROGRESS.today, 1, 0.4),)
    short = replace(
        PROGRESS,
        totals=replace(PROGRESS.totals, minutes=0.4),
        sections=(replace(row, minutes=0.4), *others),
        days=days,
    )
    assert "less than a minute on 1 day" in to_text(short, Paper(100))
    assert re.search(r"12/61 +<1 ", to_text(short, Paper(100)))
    assert "| 12 | 61 | <1 |" in to_markdown(short)
    assert "&lt;1</td>" in to_html(short)
    assert "0 minutes on 0 days" in to_text(NOTHING, Paper(100))


def test_weeks_without_practice_have_no_line_of_minutes() -> None:
    """`most 0 a day` would say nothing."""
    past = replace(PROGRESS, since=date(2025, 6, 1), days=(DayDone(date(2025, 6, 2), 1, 2.0),))
    assert "a day" not in to_text(past, Paper(100)).split("minutes a day:")[1].split("Due on")[0]
