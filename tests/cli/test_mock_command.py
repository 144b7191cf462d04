"""`interview mock`: usage, cards that are kept, listed and compared, and JSON."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Run

PASSES = "\n" + ":s\n" * 30 + "1\n\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "no action given"),
        (["--loop", "--list"], "--loop and --list can't be combined"),
        (["--round", "coffee"], "no round 'coffee'"),
        (["--resume"], "there's no interrupted mock interview to resume"),
        (["--card", "abc"], "no card 'abc'"),
        (["--list", "--quick"], "--quick goes with --round or --loop"),
        (["--resume", "--seed", "3"], "--seed goes with --round or --loop"),
    ],
)
def test_what_cannot_be_asked_for_is_said(run: Run, arguments: list[str], message: str) -> None:
    ran = run("mock", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_the_rounds_are_listed_before_there_is_a_card(run: Run) -> None:
    ran = run("mock", "--list")
    assert ran.code == 0
    assert [line.split()[0] for line in ran.out.splitlines() if " min, quick" in line] == [
        *("coding", "fundamentals", "research", "design", "papers", "debugging")
    ]
    assert "No scorecards yet" in ran.out


def test_a_card_is_kept_shown_again_listed_and_compared(run: Run) -> None:
    first = run("mock", "--round", "fundamentals", "--quick", "--seed", "1", typed=PASSES)
    second = run("mock", "--round", "fundamentals", "--quick", "--seed", "2", typed=PASSES)
    assert (first.code, second.code) == (0, 0)
    assert "not enough answered to say" in first.out.lower()
    assert "against the last one" not in first.out
    assert "(+0 against the last one)" in second.out
    listed = [line for line in run("mock", "--list").out.splitlines() if "fundamentals quick" in line]
    assert len(listed) == 2
    again = run("mock", "--card", listed[1].split()[0])
    shown = second.out[second.out.index("── scorecard") :]
    assert shown.startswith(again.out.strip("\n"))


def test_a_loop_ends_with_a_debrief_which_its_own_id_shows_again(run: Run) -> None:
    ran = run("mock", "--loop", "--quick", "--seed", "1", typed=(":s\n" * 30 + "1\n\n") * 5)
    assert ran.code == 0
    debrief = ran.out[ran.out.index("── debrief · ") :]
    assert debrief.startswith("── debrief · 5 rounds ")
    again = run("mock", "--card", debrief.split("interview mock --card ")[1].split()[0])
    assert again.out.count("── scorecard") == 5
    cards = [json.loads(line) for line in run("mock", "--list", "--json").out.splitlines()]
    assert len({card["session"] for card in cards}) == 1
    assert len({card["card"] for card in cards}) == 5
    assert again.out.endswith(debrief.partition("Press Enter to finish")[0])


def test_json_is_on_stdout_and_the_interview_on_stderr(run: Run) -> None:
    ran = run("mock", "--round", "research", "--quick", "--seed", "1", "--json", typed=PASSES)
    card = json.loads(ran.out)
    assert ran.code == 0
    assert (card["schema"], card["round"], card["pace"], card["seed"]) == (1, "research", "quick", 1)
    assert card["recommendation"] == "not enough answered to say"  # all was passed at once
    assert [entry["name"] for entry in card["dimensions"]] == ["correctness", "depth", "communication", "speed"]
    assert "Research dive" in ran.err
    assert json.loads(run("mock", "--card", card["card"], "--json").out) == card
    assert [json.loads(line) for line in run("mock", "--list", "--json").out.splitlines()] == [card]


def test_examples_are_asked_about_only_with_a_word(run: Run) -> None:
    assert "You haven't added a paper yet, so you get an example." in run("mock", "--round", "research", "--quick").err
    assert "added a paper" not in run("mock", "--round", "fundamentals", "--quick").err


def test_what_was_missed_leads_the_next_drill(run: Run) -> None:
    ran = run("mock", "--round", "research", "--quick", "--seed", "1", "--json", typed=PASSES)
    card = json.loads(ran.out)
    assert "From your mock interviews: 3 to drill first" in run().out
    run("drill", "--count", "9", typed="")
    events = [json.loads(line) for line in run("log", "export").out.splitlines()]
    begun = next(event for event in events if event["mode"] == "drill" and '"start"' in event["answer"])
    assert json.loads(begun["answer"])["items"][:3] == [entry["item"] for entry in card["next"]]


def test_what_was_missed_is_due_in_the_drill(run: Run) -> None:
    ran = run("mock", "--round", "fundamentals", "--quick", "--seed", "1", "--json", typed=PASSES)
    card = json.loads(ran.out)
    events = [json.loads(line) for line in run("log", "export").out.splitlines()]
    reviewed = {event["item"]: event["rating"] for event in events if event["kind"] == "review"}
    assert {entry["item"] for entry in card["next"]} <= reviewed.keys()
    assert set(reviewed.values()) == {1}


def test_a_pipe_that_ends_before_an_answer_leaves_no_card_and_nothing_open(run: Run) -> None:
    ran = run("mock", "--round", "design", "--quick", typed="\n")
    assert ran.code == 0
    assert "Nothing was answered, so it has no scorecard." in ran.out
    assert "No scorecards yet" in run("mock", "--list").out
    assert run("mock", "--resume").code == 2


def test_the_report_counts_the_rounds(run: Run) -> None:
    run("mock", "--round", "fundamentals", "--quick", "--seed", "1", typed=PASSES)
    mocks = json.loads(run("report", "--format", "json").out)["mocks"]
    assert [mock["round"] for mock in mocks] == ["fundamentals"]
