"""Papers: the examples are sound, faults of the user's are said, and questions go from the claim downwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from interview_cli.bank.papers import TEMPLATE, example_papers, read_paper, read_papers
from interview_cli.domain.rounds.paper import threads
from tests.packaged import packaged

EXAMPLES = read_papers(example_papers())


def test_there_are_two_examples_and_their_concepts_are_the_banks() -> None:
    bank = packaged()
    papers = [file.paper for file in EXAMPLES]
    assert len(papers) == 2
    for paper in papers:
        assert paper is not None
        assert set(paper.concepts) <= bank.concepts.keys()


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.path.stem)
def test_a_dive_begins_with_the_claim_goes_down_and_ends_with_the_limits(file) -> None:  # type: ignore[no-untyped-def]
    found = threads(file.paper)
    assert [thread.name for thread in found][:2] == ["claim", "loss"]
    assert found[-1].name == "limits"
    loss = [ask.title for ask in found[1].asks]
    assert loss == ["what is minimized", "derive it", "the weakest step"]
    asked = [ask.id for thread in found for ask in thread.asks]
    assert len(asked) == len(set(asked))
    assert all(ask.points for thread in found for ask in thread.asks)
    assert any("What breaks if" in ask.prompt for thread in found for ask in thread.asks)


def test_a_fresh_template_says_what_is_still_to_fill_in(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(TEMPLATE.format(id="mine"), encoding="utf-8")
    file = read_paper(path)
    assert file.paper is None
    assert [fault.split(": ")[1] for fault in file.faults] == [
        *("title", "problem", "claim", "loss.formula", "loss.steps[0]"),
        *("ablations[0].component", "ablations[0].purpose", "ablations[0].without", "limits[0]"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("- a\n", "is a list, not a mapping"),
        ("id: [", "not YAML"),
        ("id: other\n", "is missing"),
        (
            EXAMPLES[0].path.read_text(encoding="utf-8"),
            "is lumaflux, but the file is named mine: give both the same name",
        ),
    ],
)
def test_a_file_with_faults_has_no_paper(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(text, encoding="utf-8")
    file = read_paper(path)
    assert file.paper is None
    assert any(fault in each for each in file.faults)


def test_a_folder_that_is_not_there_holds_none(tmp_path: Path) -> None:
    assert read_papers(tmp_path / "papers") == ()
