"""Places: each section, equation and the like that an item cites in an arXiv paper was looked up, as `places.yaml` records."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.packaged import packaged

LOOKED_UP: dict[str, dict[str, dict[str, str]]] = yaml.load(
    Path(__file__).with_name("places.yaml").read_text("utf-8"), yaml.CSafeLoader
)["places"]
"""Of every id and place that an item cites: how it was `seen`, and what it `is`."""

NUMBER = r"(?:[A-Z](?:\.\d+)*|\d+(?:\.\d+)*)"
KINDS = {
    "section": "sections?",
    "eq.": r"eqs?\.",
    "appendix": "appendix",
    "algorithm": "algorithms?",
    "table": "tables?",
    "figure": "figures?",
    "theorem": "theorems?",
    "proposition": "propositions?",
    "example": "examples?",
    "chapter": "chapters?",
}
RUN = re.compile(rf"\b({'|'.join(KINDS.values())}) ({NUMBER}(?:(?:, | and | to |-){NUMBER}\b)*)(?!\w)")


def places(citation: str) -> list[str]:
    """Every place that a citation names, one number each: `eqs. 5 to 7, 11` are four, and a range of sections is its ends."""
    return [f"{_kind(word)} {number}" for word, run in RUN.findall(citation) for number in _numbers(word, run)]


def _kind(word: str) -> str:
    return next(kind for kind, pattern in KINDS.items() if re.fullmatch(pattern, word))


def _numbers(word: str, run: str) -> list[str]:
    first, *more = re.split(r"(, | and | to |-)", run)
    numbers = [first]
    for link, number in zip(more[::2], more[1::2], strict=True):
        if link in {" to ", "-"} and word == "eqs.":
            numbers += [str(between) for between in range(int(numbers[-1]) + 1, int(number))]
        numbers.append(number)
    return numbers


CITED = [
    (item.id, number, place)
    for item in packaged().items.values()
    for source in item.sources
    for citation in source.split("; ")
    for paper, id_is, number in [citation.rpartition(", arXiv:")]
    if id_is
    for place in places(paper)
]


@pytest.mark.parametrize(
    ("citation", "named"),
    [
        ("Ho et al. 2020, eq. 15", ["eq. 15"]),
        ("Ho et al. 2020, eqs. 5 to 7, 11", ["eq. 5", "eq. 6", "eq. 7", "eq. 11"]),
        ("Song et al. 2021, appendix B and E", ["appendix B", "appendix E"]),
        ("Touvron et al. 2023 (Llama 2), appendix A.2.1", ["appendix A.2.1"]),
        ("Ho et al. 2020, algorithm 2 and section 3.2", ["algorithm 2", "section 3.2"]),
        ("Podell et al. 2023 (SDXL), sections 2.2 to 2.3", ["section 2.2", "section 2.3"]),
        ("Nakano et al. 2021 (WebGPT), rejection sampling", []),
        ("Kwon et al. 2023", []),
    ],
)
def test_a_citation_is_read_place_by_place(citation: str, named: list[str]) -> None:
    assert places(citation) == named


def test_a_cited_place_was_looked_up() -> None:
    """Who cites a new place looks it up and adds it to `places.yaml`, or cites the paper alone: none rests on memory."""
    assert [cited for cited in CITED if cited[2] not in LOOKED_UP.get(cited[1], {})] == []


def test_a_place_that_was_looked_up_is_still_cited_as_such() -> None:
    known = {(number, place) for number, found in LOOKED_UP.items() for place in found}
    assert known - {(number, place) for _, number, place in CITED} == set()


def test_the_record_says_how_a_place_was_seen_and_what_stands_there() -> None:
    for number, found in LOOKED_UP.items():
        for place, record in found.items():
            assert places(place) == [place], (number, place)
            assert record["seen"] in {"text", "notes", "code", "part"}, (number, place)
            assert record["is"], (number, place)
