"""One report in every format, as it is written; `examples/` holds each to the letter."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest

from interview_cli.bank.reading import Resource
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.outlook import Missed, Outlook, SectionOutlook
from interview_cli.domain.planning.recall import Forecast
from interview_cli.domain.progress.calibration import CalibrationBin, Retention
from interview_cli.domain.progress.figures import (
    CodeProgress,
    DayDone,
    MockTaken,
    NextItem,
    Progress,
    SectionProgress,
    Totals,
)
from interview_cli.domain.progress.hindsight import Hindsight, TrackRecord
from interview_cli.reports.read_next import ReadNext
from interview_cli.reports.to_csv import to_csv
from interview_cli.reports.to_html import to_html
from interview_cli.reports.to_json import to_json
from interview_cli.reports.to_markdown import to_markdown
from interview_cli.reports.to_text import to_text
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
    totals=Totals(answers=42, minutes=63.25, streak=1),
    readiness=Forecast(0.123456, 0.1, 0.1499),
    outlook=OUTLOOK,
    sections=(
        SectionProgress(7, items=61, seen=12, minutes=34.04, recall=0.8571, predicted=0.9149),
        SectionProgress(15, items=48, seen=0, minutes=0.0, recall=None, predicted=None),
        SectionProgress(18, items=3, seen=3, minutes=129.5, recall=1.0, predicted=None),
    ),
    code=(
        CodeProgress("attention", 3, True, ("no-scale", "mask-after-softmax", "softmax-over-wrong-axis")),
        CodeProgress("rope-half-rotation", 1, False, ()),
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
    days=(DayDone(date(2026, 3, 2), 1, 2.0), DayDone(date(2026, 3, 9), 41, 61.25)),
    mocks=(
        MockTaken("coding", datetime(2026, 3, 7, 10, 0, tzinfo=ZONE), 0.65),
        MockTaken("papers", datetime(2026, 3, 8, 10, 0, tzinfo=ZONE), None),
    ),
    next=(
        NextItem("q07-why-scale", "due: recall 71 %, aim 90 %"),
        NextItem("q15-joint-attention-cost-of-a-long-video", "new: on the evening-before list"),
    ),
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
        (to_text(PROGRESS, 60, READ_NEXT), "report-60.txt"),
        (to_text(PROGRESS, 100, READ_NEXT), "report-100.txt"),
        (to_markdown(PROGRESS, READ_NEXT), "report.md"),
        (to_json(PROGRESS, READ_NEXT) + "\n", "report.json"),
        (to_html(PROGRESS, READ_NEXT), "report.html"),
        (to_csv(PROGRESS), "report.csv"),
    ],
)
def test_a_report_is_written_as_in_its_example(written: str, example: str) -> None:
    assert written == (EXAMPLES / example).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [0, 40, 60, 79, 80, 100, 200])
@pytest.mark.parametrize("progress", [PROGRESS, NOTHING])
def test_no_line_of_text_is_longer_than_the_terminal_is_wide(progress: Progress, width: int) -> None:
    text = to_text(progress, width, READ_NEXT)
    assert max(map(len, text.splitlines())) <= max(width, 40)
    assert "\x1b" not in text
    assert not any(line.endswith(" ") for line in text.splitlines())


@pytest.mark.parametrize("width", [40, 60, 79, 80])
def test_an_address_is_whole_where_it_fits_and_else_broken_after_a_slash(width: int) -> None:
    lines = to_text(NOTHING, width, READ_NEXT).splitlines()
    start = next(place for place, line in enumerate(lines) if "https://openai" in line)
    if width < 79:
        assert lines[start].endswith("/")
    pieces = [line.strip() for line in lines[start : lines.index("  The technical report of Sora.")]]
    assert "".join(pieces) == READ_NEXT[0].resources[0].url
    assert (len(pieces) == 1) == (width >= 79)


def test_an_empty_report_has_no_empty_parts() -> None:
    assert "Sections" not in to_text(NOTHING, 80)
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
    ]
    assert found["read_next"] == []
    assert list(found["totals"]) == ["answers", "minutes", "streak"]
    assert list(found["readiness"]) == ["now", "on_the_day"]
    assert list(found["readiness"]["now"]) == ["mean", "low", "high"]
    assert found["readiness"]["on_the_day"] == found["outlook"]["share"] == {"mean": 0.4821, "low": 0.3, "high": 0.6642}
    assert [row["days"] for row in found["forecasts"]] == [7, None]
    assert list(found["sections"][0]) == ["section", "items", "seen", "minutes", "recall", "predicted"]
    assert list(found["code"][0]) == ["problem", "attempts", "passed", "slips"]
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
        replace(PROGRESS, code=(CodeProgress(HOSTILE, 1, False, (HOSTILE,)),)),
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
    assert found.attributes <= {"lang", "charset", "name", "content", "class", "scope", "max", "value", "href"}
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
        assert read == section | {
            "weight": share.get("weight"),
            "on_the_day": share["share"].get("mean"),
            "low": share["share"].get("low"),
            "high": share["share"].get("high"),
            "unreached": share.get("unreached"),
        }
