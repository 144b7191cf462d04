"""What to read next follows from the report's own figures, and is the same for the same figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.bank.reading import Resource
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.progress.figures import Progress, SectionProgress
from interview_cli.reports.read_next import read_next
from tests.reports.test_formats import NOTHING


def resource(title: str, *sections: int) -> Resource:
    return Resource(title=title, authors="A. Writer", kind="blog", sections=sections)


def report(*rows: tuple[int, int, float | None], weights: dict[int, float] | None = None) -> Progress:
    """Sections of ten items: how many were seen, and what is recalled of them."""
    sections = tuple(SectionProgress(number, 10, seen, 0.0, None, predicted) for number, seen, predicted in rows)
    interviews = (Interview("lab", date(2026, 4, 1), weights),) if weights else ()
    return replace(NOTHING, sections=sections, interviews=interviews)


def told(progress: Progress, *resources: Resource) -> list[tuple[int, list[str]]]:
    return [(entry.section, [one.title for one in entry.resources]) for entry in read_next(progress, resources)]


ONE_EACH = [resource(f"on {section}", section) for section in range(1, 24)]


@pytest.mark.parametrize(
    ("rows", "weights", "sections"),
    [
        (((1, 10, 0.9), (2, 10, 0.2), (3, 10, 0.5), (4, 10, 0.4)), None, [2, 4, 3]),
        (((1, 10, 0.5), (2, 1, 0.9), (3, 5, 0.9), (4, 9, 0.9)), None, [2, 3, 1]),
        (((1, 0, None), (2, 0, None), (3, 1, 0.1), (4, 0, None)), None, [1, 2, 4]),
        (((1, 10, 0.2), (2, 10, 0.8), (3, 10, 0.7)), {2: 3.0, 3: 3.0}, [3, 1, 2]),
        (((1, 0, None), (2, 10, 0.9)), {1: 0.0}, [2]),
        (((1, 10, 1.0), (2, 10, 0.5)), None, [2]),
        (((0, 0, None), (5, 10, 0.5)), None, [5]),
        ((), None, []),
    ],
)
def test_the_sections_with_most_to_gain_come_first(
    rows: tuple[tuple[int, int, float | None], ...], weights: dict[int, float] | None, sections: list[int]
) -> None:
    """What was never seen is not known; a role's weight counts; a section without a gain or a resource is left out."""
    assert [section for section, _ in told(report(*rows, weights=weights), *ONE_EACH)] == sections


def test_the_weights_of_an_interview_that_is_over_do_not_count() -> None:
    over = replace(report((1, 10, 0.2), (2, 10, 0.8)), interviews=(Interview("lab", date(2026, 1, 1), {2: 9.0}),))
    assert [section for section, _ in told(over, *ONE_EACH)] == [1, 2]


def test_what_is_mostly_about_a_section_comes_before_what_touches_it() -> None:
    resources = [resource("wide", 9, 7), resource("first", 7), resource("second", 7, 9), resource("third", 7)]
    assert told(report((7, 0, None)), *resources) == [(7, ["first", "second"])]


def test_nothing_is_shown_twice_while_a_section_has_something_else() -> None:
    resources = [resource("both", 7, 9), resource("a", 7), resource("b", 9), resource("c", 9)]
    assert told(report((7, 0, None), (9, 1, 0.5)), *resources) == [(7, ["both", "a"]), (9, ["b", "c"])]
    assert told(report((7, 0, None), (9, 1, 0.5)), *resources[:3]) == [(7, ["both", "a"]), (9, ["b", "both"])]


@given(
    rows=st.dictionaries(st.integers(0, 23), st.tuples(st.integers(1, 10), st.floats(0, 1)), max_size=24),
    sections=st.lists(st.lists(st.integers(1, 23), min_size=1, max_size=4, unique=True), max_size=30),
)
def test_at_most_three_sections_are_told_with_two_resources_each_of_their_own(
    rows: dict[int, tuple[int, float]], sections: list[list[int]]
) -> None:
    resources = [resource(str(number), *own) for number, own in enumerate(sections)]
    entries = read_next(report(*((number, *row) for number, row in sorted(rows.items()))), resources)
    assert len(entries) <= 3
    assert len({entry.section for entry in entries}) == len(entries)
    for entry in entries:
        assert 1 <= len(entry.resources) <= 2
        assert all(entry.section in one.sections for one in entry.resources)
