"""What is said of an answer that no slip explains: only what holds wherever it fails."""

from __future__ import annotations

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.grading.client import GradingClient

ATTENTION = packaged_pages().as_answer("attention")


def said(grader: GradingClient, problem: str, source: str) -> str:
    """The sentences on an answer that reproduces no slip."""
    verdict = grader.grade(problem, source, file="a.py", seed=3)
    assert not verdict.ok
    assert all(found.slip is None for found in verdict.diagnosis), verdict.diagnosis
    return " ".join(found.message for found in verdict.diagnosis)


def test_a_factor_that_holds_everywhere_is_said(grader: GradingClient) -> None:
    source = ATTENTION.replace("return attn @ v, attn", "return 7 * (attn @ v), attn")
    assert "Every value is 7 times the right one" in said(grader, "attention", source)


def test_a_factor_of_the_first_case_alone_is_not(grader: GradingClient) -> None:
    source = ATTENTION.replace("return attn @ v, attn", "return (7 if q.shape[2] == 2 else 9) * (attn @ v), attn")
    assert "times" not in said(grader, "attention", source)


def test_where_others_raise_it_is_not_the_only_one_that_fails(grader: GradingClient) -> None:
    raising = 'if q.shape[2] == 6:\n        raise KeyError("six")\n    '
    wrong = ATTENTION.replace("return attn @ v, attn", f"{raising}return (q.shape[2] == 2) + attn @ v, attn")
    assert "Only" not in said(grader, "attention", wrong)
    alone = ATTENTION.replace("return attn @ v, attn", "return (q.shape[2] == 2) + attn @ v, attn")
    assert "Only 'one head, two queries, three keys' fails." in said(grader, "attention", alone)
