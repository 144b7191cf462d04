"""Places: each section, equation and the like that an item or a page cites in an arXiv paper was looked up (`places.yaml`)."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
import yaml

from tests.packaged import packaged

LOOKED_UP: dict[str, dict[str, dict[str, str]]] = yaml.load(
    Path(__file__).with_name("places.yaml").read_text("utf-8"), yaml.CSafeLoader
)["places"]
"""Of every id and place that an item or a reference page cites: how it was `seen`, and what it `is`."""

NUMBER = r"(?:[A-Z](?:\.\d+)*|\d+(?:\.\d+)*[a-z]?)"
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
ABSTRACT = re.compile(r"\babstract\b")
RUN = re.compile(rf"\b({'|'.join(KINDS.values())}) ({NUMBER}(?:(?:, | and | to |-){NUMBER}\b)*)(?!\w)")


def places(citation: str) -> list[str]:
    """Every place that a citation names, one number each: `eqs. 5 to 7, 11` are four, and a range of sections is its ends."""
    numbered = [f"{_kind(word)} {number}" for word, run in RUN.findall(citation) for number in _numbers(word, run)]
    return numbered + ["abstract"] * bool(ABSTRACT.search(citation))


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


PAGES = Path(__file__).parents[2] / "reference_impls"
ID = r"\b\d{4}\.\d{4,5}\b"
BEHIND = re.compile(rf"arXiv:({ID})((?:(?!{ID})(?:[^();]|\([^()]*\)))*)")
"""An id and what is said behind it of the same paper: up to a semicolon, the end of the parenthesis, or the next id."""


def of_docstring(text: str) -> list[tuple[str, str]]:
    """Every id and place that a page's docstring names: `Ho et al. 2020, arXiv:2006.11239, eq. 4` is one."""
    found = BEHIND.findall(" ".join(text.split()))
    return [(number, place) for number, said in found for place in places(said)]


def docstring(page: Path) -> str:
    return ast.get_docstring(ast.parse(page.read_text("utf-8"))) or ""


BY_PAGES = [
    (page.parent.name, number, place)
    for page in sorted(PAGES.glob("*/*/reference.py"))
    for number, place in of_docstring(docstring(page))
]
BY_ITEMS = [
    (item.id, number, place)
    for item in packaged().items.values()
    for source in item.sources
    for citation in source.split("; ")
    for paper, id_is, number in [citation.rpartition(", arXiv:")]
    if id_is
    for place in places(paper)
]
CITED = BY_ITEMS + BY_PAGES


@pytest.mark.parametrize(
    ("citation", "named"),
    [
        ("Ho et al. 2020, eq. 15", ["eq. 15"]),
        ("Ho et al. 2020, eqs. 5 to 7, 11", ["eq. 5", "eq. 6", "eq. 7", "eq. 11"]),
        ("Song et al. 2021, appendix B and E", ["appendix B", "appendix E"]),
        ("Touvron et al. 2023 (Llama 2), appendix A.2.1", ["appendix A.2.1"]),
        ("Ho et al. 2020, algorithm 2 and section 3.2", ["algorithm 2", "section 3.2"]),
        ("Podell et al. 2023 (SDXL), sections 2.2 to 2.3", ["section 2.2", "section 2.3"]),
        ("Shoeybi et al. 2019, eqs. 1 and 3, figure 3a", ["eq. 1", "eq. 3", "figure 3a"]),
        ("Nakano et al. 2021 (WebGPT), rejection sampling", []),
        ("Yao et al. 2022 (ReAct), abstract", ["abstract"]),
        ("Kynkäänniemi et al. 2019, abstract and section 3", ["section 3", "abstract"]),
        ("Kwon et al. 2023", []),
    ],
)
def test_a_citation_is_read_place_by_place(citation: str, named: list[str]) -> None:
    assert places(citation) == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The step (Ho et al. 2020, arXiv:2006.11239, algorithm\n2).", [("2006.11239", "algorithm 2")]),
        ("A (B 2020, arXiv:2006.11239, eq. 4; C 2009, PRML, eq. 2.1).", [("2006.11239", "eq. 4")]),
        ("A (B, arXiv:1907.05600, eq. 5, with λ(σ) of eq. 6).", [("1907.05600", "eq. 5"), ("1907.05600", "eq. 6")]),
        ("A (B, arXiv:2207.12598, eq. 6), not C (D, arXiv:2205.11487).", [("2207.12598", "eq. 6")]),
    ],
)
def test_a_docstring_is_read_id_by_id(text: str, named: list[tuple[str, str]]) -> None:
    assert of_docstring(text) == named


def test_the_pages_are_read() -> None:
    assert len(BY_PAGES) > 200


def test_an_id_of_a_page_is_marked_as_one() -> None:
    """Else nothing behind it would be read as a place of that paper."""
    bare = rf"(?<!arXiv:){ID}"
    assert [page.parent.name for page in PAGES.glob("*/*/reference.py") if re.search(bare, docstring(page))] == []


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


NOT_FOUND = {
    "q02-test-set-selection": "of Dodge et al. 2019, only the abstract was seen: the best score by the number of trials",
    "q06-effective-width": "of Luo et al. 2016, no numbered copy: the abstract says that the field is a bell, not how wide it is",
}
"""Items whose fact was seen without its number: they cite the paper alone."""


def test_an_item_that_rests_on_papers_says_where_in_them() -> None:
    """Or a source beside them does, that is no preprint: a book, a documentation, a standard."""
    bare = {
        item.id
        for item in packaged().items.values()
        if item.sources
        and all(
            "arXiv:" in citation and not places(citation) for source in item.sources for citation in source.split("; ")
        )
    }
    assert bare - NOT_FOUND.keys() == set()
