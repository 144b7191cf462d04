"""Sources: each arXiv paper is named in one way, the id is last, and `arxiv.yaml` says which paper the id belongs to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from tests.packaged import packaged

PAPERS: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("arxiv.yaml").read_text("utf-8"), yaml.CSafeLoader
)["papers"]
"""Of every id that an item cites: how `sources` names it (`cite`), its title, and what was `seen` beside the id elsewhere."""

CITED = [
    (item.id, citation)
    for item in packaged().items.values()
    for source in item.sources
    for citation in source.split("; ")
]
OF_ARXIV = [(item, citation) for item, citation in CITED if "arxiv" in citation.lower()]
ID = re.compile(r"arXiv:(\d\d)(0[1-9]|1[0-2])\.\d{4,5}")
FORM = re.compile(rf"(?P<paper>.+), (?P<id>{ID.pattern})")


def test_a_citation_ends_with_one_id() -> None:
    """Authors, year, short name, section, id: `Gu & Dao 2023 (Mamba), section 2, arXiv:2312.00752`."""
    assert [pair for pair in OF_ARXIV if not FORM.fullmatch(pair[1]) or pair[1].count("arXiv") > 1] == []


def test_an_id_belongs_to_one_paper_whatever_item_cites_it() -> None:
    """Who cites a new paper looks its id up and adds it to `arxiv.yaml`."""
    wrong = []
    for item, citation in OF_ARXIV:
        paper, _, number = citation.rpartition(", arXiv:")
        known = PAPERS.get(number)
        if known is None or not re.match(re.escape(known["cite"]) + r"($|,| \()", paper):
            wrong.append((item, citation, known and known["cite"]))
    assert wrong == []


def test_the_table_holds_the_papers_that_are_cited_and_no_other() -> None:
    cited = {citation.rpartition("arXiv:")[2] for _, citation in OF_ARXIV}
    assert PAPERS.keys() - cited == set()
    titles = [paper["title"].casefold() for paper in PAPERS.values()]
    assert len(set(titles)) == len(titles)


def test_each_id_was_seen_beside_its_paper() -> None:
    """An id from memory looks like any other: only a public text that names both tells that they belong together."""
    assert {number: paper for number, paper in PAPERS.items() if paper.get("seen") not in {"title", "name"}} == {}


def test_a_paper_appeared_when_its_id_says() -> None:
    """A conference is at most a year later than the preprint, or a preprint a year later than the report."""
    for number, paper in PAPERS.items():
        assert ID.fullmatch(f"arXiv:{number}"), number
        assert len(number) == (10 if number >= "1501" else 9), number
        assert abs(int(paper["cite"][-4:]) - 2000 - int(number[:2])) <= 1, number


@pytest.mark.parametrize("abbreviation", [r"\bsecs?\.", r"\bfig\.", r"\bapp\.", r"\band arXiv", r"\bet al [^.]"])
def test_places_in_a_paper_are_written_out(abbreviation: str) -> None:
    assert [pair for pair in CITED if re.search(abbreviation, pair[1])] == []
