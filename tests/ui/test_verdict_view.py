"""A verdict on the screen: names of checks stand one a line, and what the code is not asked for is told apart."""

from __future__ import annotations

from interview_cli.domain.history.code_attempt import CodeAttempt
from interview_cli.domain.items.verdict import (
    NOT_ASKED,
    ONE_CHANGE,
    CheckResult,
    CheckStatus,
    Diagnosis,
    Outcome,
    Verdict,
)
from interview_cli.ui.code.verdict_view import SHOWN_NAMES, SHOWN_OUTPUT_LINES, verdict_lines


def shown(*checks: CheckResult, message: str = "") -> list[str]:
    """Under the headline."""
    return verdict_lines(Verdict("softmax", "a.py", Outcome.FAIL, message, seed=1, checks=checks), 80)


def failing(name: str) -> CheckResult:
    return CheckResult(name, CheckStatus.FAIL, "wrong")


def right(name: str) -> CheckResult:
    return CheckResult(name, CheckStatus.PASS)


def test_names_of_checks_stand_one_a_line() -> None:
    lines = shown(*(failing(f"case {n}, with a comma") for n in range(4)), right("empty"))
    assert [line for line in lines if "comma" in line] == [
        "case     case 0, with a comma",
        "also     case 1, with a comma",
        "         case 2, with a comma",
        "         case 3, with a comma",
    ]


def test_of_many_names_the_first_are_shown() -> None:
    lines = shown(*(failing(f"case {n}") for n in range(SHOWN_NAMES + 4)), right("empty"))
    assert f"case {SHOWN_NAMES}" in "".join(lines)
    assert "         and 3 more" in lines


def test_where_every_check_failed_no_list_of_them_pushes_the_reason_out_of_sight() -> None:
    lines = shown(*(failing(f"case {n}") for n in range(9)))
    assert [line for line in lines if line.startswith("also")] == ["also     all other checks"]
    assert not any("case 1" in line for line in lines)


def test_long_lines_that_a_file_printed_take_as_many_rows_as_short_ones() -> None:
    verdict = Verdict("softmax", "a.py", Outcome.FAIL, "", seed=1, output="long words " * 200 + "\nlast")
    lines = [line for line in verdict_lines(verdict, 60) if line.startswith("  |")]
    assert len(lines) == SHOWN_OUTPUT_LINES + 1
    assert lines[-1] == "  | ..."


def test_what_the_headline_says_is_not_said_twice() -> None:
    late = CheckResult("one head", CheckStatus.ERROR, "the solution ran for more than 10 s")
    verdict = Verdict("softmax", "a.py", Outcome.TIMEOUT, late.message, seed=1, checks=(late,))
    assert not any("ran for more" in line for line in verdict_lines(verdict, 80))


def test_what_the_code_is_not_asked_for_is_told_apart_and_not_recorded() -> None:
    left_out = [CheckResult(name, CheckStatus.NOT_RUN, NOT_ASKED) for name in ("offset", "merge")]
    lines = shown(CheckResult("value", CheckStatus.PASS), *left_out, message="right for what it covers: 1 of 3 checks")
    assert lines[:2] == ["left out offset", "         merge"]
    assert any("isn't recorded as a failed review" in line for line in lines)
    assert not any("isn't recorded" in line for line in shown(failing("value"), *left_out))
    assert not any("were not run" in line for line in lines)


def test_a_change_that_mends_the_file_is_no_mistake_with_a_name() -> None:
    found = (Diagnosis("slip", "no-scale", "Your code omits it."), Diagnosis("slip", ONE_CHANGE, "Line 3 has `a`."))
    verdict = Verdict("attention", "a.py", Outcome.FAIL, "", seed=1, diagnosis=found)
    assert verdict_lines(verdict, 80)[:2] == ["why      no-scale: Your code omits it.", "why      Line 3 has `a`."]
    assert CodeAttempt.graded(verdict, "").slips == ("no-scale",)


def test_mistakes_that_each_explain_all_stand_as_alternatives_and_those_made_at_once_do_not() -> None:
    one, other = Diagnosis("slip", "repeated", "It repeats."), Diagnosis("slip", "not-skipped", "It skips nothing.")
    sure = Diagnosis("slip", "argument-changed", "It sorts nums.", together=1)
    found = (one, other, sure)
    lines = verdict_lines(Verdict("three-sum", "a.py", Outcome.FAIL, "", seed=1, diagnosis=found), 80)
    assert [line.split(":")[0] for line in lines[:3]] == [
        "why      repeated",
        "or       not-skipped",
        "why      argument-changed",
    ]


def test_the_command_that_grades_again_stays_whole() -> None:
    """To be copied from a narrow terminal."""
    verdict = Verdict(
        "attention", "/home/me/my own folder/attention.py", Outcome.FAIL, "", seed=123456789, checks=(failing("a"),)
    )
    again = "interview grade attention '/home/me/my own folder/attention.py' --seed 123456789"
    assert verdict_lines(verdict, 60)[-2:] == ["again", again]
