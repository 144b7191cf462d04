"""The reading list loads whole, or says everything that is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_cli.bank.folder import READING
from interview_cli.bank.load import load, packaged_bank
from interview_cli.bank.reading import Resource, read_reading, reading_faults
from interview_cli.domain.errors import BankError
from tests.bank.banks import write_bank

LIST = """\
resources:
- title: First
  authors: A. Writer
  kind: paper
  url: https://arxiv.org/abs/1706.03762
  sections: [7, 17]
  note: Short.
- title: Second
  authors: B. Writer
  kind: site
  sections: [9]
"""


def folder(path: Path, text: str) -> Path:
    path.mkdir(exist_ok=True)
    (path / READING).write_text(text, encoding="utf-8")
    return path


def resource(*sections: int) -> Resource:
    return Resource(title="Any", authors="A. Writer", kind="book", sections=sections)


def test_resources_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    first, second = read_reading([folder(tmp_path, LIST)])
    assert (first.title, first.url, first.sections, first.note) == (
        *("First", "https://arxiv.org/abs/1706.03762"),
        *((7, 17), "Short."),
    )
    assert (second.title, second.url, second.note) == ("Second", None, None)


def test_an_overlay_adds_and_replaces_by_title_and_may_go_without(tmp_path: Path) -> None:
    own = folder(tmp_path / "own", LIST)
    more = "resources:\n- {title: First, authors: C, kind: blog, sections: [1]}\n"
    more += "- {title: Third, authors: C, kind: repo, sections: [2]}\n"
    found = read_reading([own, tmp_path, folder(tmp_path / "more", more)])
    assert [(one.title, one.authors) for one in found] == [("First", "C"), ("Second", "B. Writer"), ("Third", "C")]
    assert read_reading([tmp_path]) == ()


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "resources:\n- {title: T, authors: A, kind: papr, sections: [1]}\n",
            [
                "2: resources[0].kind: is the text 'papr', not one of paper, course, blog, book, repo, docs, site:"
                " did you mean paper?"
            ],
        ),
        (
            "resources:\n- title: T\n  authors: A\n  kind: blog\n  sections: [0, 24]\n",
            [
                "5: resources[0].sections[0]: is 0: give at least 1",
                "5: resources[0].sections[1]: is 24: give at most 23",
            ],
        ),
        (
            "resources:\n- {title: T, authors: A, kind: blog, sections: []}\n",
            ["2: resources[0].sections: has 0 entries: give at least 1"],
        ),
        (
            "resources:\n- {title: T, authors: A, kind: blog, sections: [3, 3]}\n",
            ["2: resources[0].sections: lists a section twice: name each of them once"],
        ),
        (
            "resources:\n- {title: T, kind: blog, sections: [3], link: x}\n",
            [
                "2: resources[0].authors: is missing: add it",
                "2: resources[0].link: isn't a known key: remove it; the known keys are authors, kind, note, sections, title,"
                " url",
            ],
        ),
        (
            LIST + "- {title: First, authors: C, kind: blog, sections: [1]}\n",
            ["12: resources[2].title: appears twice: keep one of the two"],
        ),
        ("", ["1: file: is empty: start with `resources:`, and `- title:` for each"]),
        (
            "resources: []\nitems: []\n",
            ["1: file: isn't a list under `resources`: start with `resources:`, and `- title:` for each"],
        ),
    ],
)
def test_a_fault_is_said_with_its_line_and_what_to_do(tmp_path: Path, text: str, lines: list[str]) -> None:
    with pytest.raises(BankError) as raised:
        read_reading([folder(tmp_path, text)])
    assert raised.value.message.splitlines() == [f"{tmp_path / READING}:{line}" for line in lines]


@pytest.mark.parametrize(
    "url",
    [
        "http://arxiv.org/abs/1706.03762",
        "arxiv.org/abs/1706.03762",
        "https://arxiv",
        "https://arxiv.org/a b",
        "https://arxiv.org/a)",
        "https://arxiv.org/<a>",
        'https://arxiv.org/"a',
        "javascript:alert(1)",
        "https://arxiv.org@evil/",
        "",
    ],
)
def test_an_address_that_is_not_well_formed_is_a_fault(tmp_path: Path, url: str) -> None:
    """It becomes a link in Markdown and HTML, so that nothing in it may end the link."""
    text = f"resources:\n- title: T\n  authors: A\n  kind: blog\n  url: '{url}'\n  sections: [1]\n"
    with pytest.raises(BankError, match=r"reading.yaml:5: resources\[0\].url: .*: write it as https://host.org/path"):
        read_reading([folder(tmp_path, text)])


def test_a_file_that_is_no_yaml_is_said_to_be_none(tmp_path: Path) -> None:
    with pytest.raises(BankError, match=r"reading\.yaml:2: column 1: not YAML"):
        read_reading([folder(tmp_path, "resources: [\n")])


def test_the_list_of_the_program_has_two_resources_with_an_address_for_each_section_but_the_framing() -> None:
    resources = read_reading([packaged_bank()])
    assert list(reading_faults(resources)) == []
    for section in range(1, 24):
        assert sum(one.url is not None for one in resources if section in one.sections) >= 2, section
    addresses = [one.url for one in resources if one.url]
    assert len(addresses) == len(set(addresses))


def test_the_bank_loads_beside_the_list_and_never_reads_it(tmp_path: Path) -> None:
    load([write_bank(tmp_path, {READING: "no list: [\n"})], None)


def test_every_section_but_the_framing_needs_a_resource() -> None:
    assert list(reading_faults([resource(*range(1, 24))])) == []
    assert list(reading_faults([resource(*range(1, 9)), resource(*range(10, 24))])) == [
        "reading.yaml: sections: no resource covers section 9, ddpm: add one"
    ]
    assert len(list(reading_faults([]))) == 23
