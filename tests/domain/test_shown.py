"""What is shown under a seed is the same everywhere, and is all that one needs to answer."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from interview_cli.domain.items.question import AnyItem, Choice, Item, Matching, Numeric, Ordering, Problem
from interview_cli.domain.items.shown import (
    HOUSE_RULE,
    draw,
    filled,
    placeholders,
    present,
    shown_columns,
    shown_options,
    shown_steps,
)
from interview_cli.domain.marking.reveal import reveal

ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
ROOT = Path(__file__).parents[2]
SEEDS = st.integers(-(2**31), 2**31)


def item(kind: str, **fields: Any) -> AnyItem:
    common = {"id": "q07-x", "kind": kind, "concepts": ["s07-scale"], "prompt": "Say it."}
    return ITEM.validate_python(common | fields)


NUMERIC = item(
    "numeric",
    prompt="{{ L }} layers, rate {{r}}, $x^{{{n}}}$",
    parameters={"L": {"choose": [24, 48]}, "r": {"real": [0.01, 0.02]}, "n": {"integer": [2, 9]}},
    answer="L*r^n",
    unit="B",
    why="It is {{L}}.",
    hints=["Think of {{n}}."],
    wrong=[{"slip": "no-rate", "form": "L^n", "why": "Not {{L}} alone"}],
)
CHOICE = item("choice", options=[{"text": "right", "correct": True}, *({"text": f"wrong {n}"} for n in range(4))])
ORDERING = item("ordering", steps=["read", "think", "write", "check"])
MATCHING = item(
    "matching",
    rows={
        "SD 1": {"space": "latent", "backbone": "U-Net"},
        "SD 3": {"space": "latent", "backbone": "MM-DiT"},
        "Imagen": {"space": "pixel", "backbone": "U-Net"},
    },
)
PROBLEM = Problem(
    id="attention", section=7, level=1, minutes=10, entry="attention(q, k)", spec="S.", forbid=("softmax",)
)


@given(seed=SEEDS)
def test_drawn_values_lie_in_their_ranges(seed: int) -> None:
    assert isinstance(NUMERIC, Numeric)
    values = draw(NUMERIC, seed)
    assert values["L"] in (24, 48)
    assert 0.01 <= values["r"] <= 0.02
    assert isinstance(values["n"], int)
    assert 2 <= values["n"] <= 9


@given(seed=SEEDS)
def test_a_real_parameter_can_be_read_aloud(seed: int) -> None:
    """Three significant digits."""
    assert isinstance(NUMERIC, Numeric)
    value = draw(NUMERIC, seed)["r"]
    assert value == float(f"{value:.3g}")


def test_every_value_is_drawn_at_some_seed() -> None:
    assert isinstance(NUMERIC, Numeric)
    drawn = [draw(NUMERIC, seed) for seed in range(200)]
    assert {values["n"] for values in drawn} == set(range(2, 10))
    assert {values["L"] for values in drawn} == {24, 48}


def test_drawn_values_stand_in_all_texts() -> None:
    assert isinstance(NUMERIC, Numeric)
    values = draw(NUMERIC, 7)
    shown = present(NUMERIC, 7)
    assert shown.prompt == f"{values['L']} layers, rate {values['r']:g}, $x^{{{values['n']}}}$"
    assert shown.why == f"It is {values['L']}."
    assert shown.hints == (f"Think of {values['n']}.",)
    assert shown.values == values
    assert shown.unit == "B"


@pytest.mark.parametrize(
    ("value", "text"), [(8192, "8192"), (10**9, "1000000000"), (0.5, "0.5"), (2.0, "2"), (1e-5, "1e-05")]
)
def test_whole_numbers_are_plain_and_others_short(value: float, text: str) -> None:
    assert filled("{{x}}", {"x": value}) == text


def test_braces_without_a_value_stay() -> None:
    """LaTeX groups are no parameters."""
    assert filled(r"\frac{{a}}{b} {{1}}", {"b": 2}) == r"\frac{{a}}{b} {{1}}"
    assert placeholders(r"{{ a }} {b} {{1}} {{c_2}}") == ("a", "c_2")


@given(seed=SEEDS)
def test_all_options_and_steps_are_shown_once(seed: int) -> None:
    assert isinstance(CHOICE, Choice)
    assert isinstance(ORDERING, Ordering)
    options = shown_options(CHOICE, seed)
    assert list(options) == ["A", "B", "C", "D", "E"]
    assert sorted(option.text for option in options.values()) == sorted(option.text for option in CHOICE.options)
    assert sorted(step.text for step in shown_steps(ORDERING, seed)) == sorted(ORDERING.steps)


def test_the_right_option_can_stand_anywhere() -> None:
    assert isinstance(CHOICE, Choice)
    places = [next(key for key, option in shown_options(CHOICE, seed).items() if option.correct) for seed in range(400)]
    assert all(50 < places.count(key) < 110 for key in "ABCDE")  # 80 each; 3.75 standard deviations


@given(seed=SEEDS)
def test_a_grid_shows_each_value_of_a_column_once_and_no_letter_twice(seed: int) -> None:
    assert isinstance(MATCHING, Matching)
    space, backbone = shown_columns(MATCHING, seed)
    assert (space.name, backbone.name) == ("space", "backbone")
    assert [value.key for value in space.values] == ["A", "B"]
    assert [value.key for value in backbone.values] == ["C", "D"]
    assert {value.text for value in space.values} == {"latent", "pixel"}
    assert {value.text for value in backbone.values} == {"U-Net", "MM-DiT"}


def test_the_view_of_a_seed_never_changes() -> None:
    """Written down once: another process, version or day must give the same."""
    assert isinstance(NUMERIC, Numeric)
    assert isinstance(CHOICE, Choice)
    assert isinstance(ORDERING, Ordering)
    assert draw(NUMERIC, 7) == {"L": 48, "r": 0.0111, "n": 5}
    assert [option.text for option in shown_options(CHOICE, 7).values()] == [
        "wrong 1",
        "wrong 3",
        "wrong 0",
        "right",
        "wrong 2",
    ]
    assert [step.text for step in shown_steps(ORDERING, 7)] == ["think", "check", "read", "write"]


def test_items_do_not_share_their_order_under_a_seed() -> None:
    """Else the right option of one item would give away that of the next."""
    assert isinstance(CHOICE, Choice)
    other = CHOICE.model_copy(update={"id": "q07-other"})
    orders = [[o.text for o in shown_options(item, 7).values()] for item in (CHOICE, other)]
    assert orders[0] != orders[1]


def test_the_view_does_not_depend_on_the_process() -> None:
    """Hash seeds differ between processes."""
    code = (
        "from tests.domain.test_shown import *; import json; "
        "print(json.dumps([present(item, 11).as_json() for item in (NUMERIC, CHOICE, ORDERING, MATCHING)]))"
    )
    views = {
        subprocess.run(
            [sys.executable, "-c", code],
            stdout=subprocess.PIPE,
            check=True,
            timeout=60,
            cwd=ROOT,
            env={"PYTHONHASHSEED": h},
        ).stdout
        for h in ("1", "2")
    }
    assert len(views) == 1


JSON_KEYS = [
    "schema",
    "item",
    "kind",
    "section",
    "concepts",
    "level",
    "minutes",
    "prompt",
    "seed",
    "options",
    "steps",
    "symbols",
    "unit",
    "entry",
    "spec",
    "stub",
    "hints",
    "forbid",
    "rules",
    "sources",
]


def test_every_key_is_in_the_json_of_every_kind() -> None:
    code = item("code", id="attention", hints=["Scale."])
    for each in (NUMERIC, CHOICE, ORDERING, MATCHING, code, item("recall", key_points=[{"text": "a"}])):
        assert list(present(each, 1, PROBLEM).as_json()) == JSON_KEYS


def test_json_of_a_coding_problem_says_what_holds_for_its_answer() -> None:
    code = item("code", id="attention")
    forbidding = PROBLEM.model_copy(update={"forbid": ("softmax", "cat")})
    assert present(code, 1, forbidding).as_json()["rules"] == [HOUSE_RULE, "Not allowed: softmax, cat"]
    assert present(NUMERIC, 1, PROBLEM).as_json()["rules"] == []


def test_json_of_a_choice() -> None:
    assert isinstance(CHOICE, Choice)
    shown = present(CHOICE, 3).as_json()
    assert shown["options"] == [{"key": k, "text": o.text} for k, o in shown_options(CHOICE, 3).items()]
    assert (shown["schema"], shown["item"], shown["kind"], shown["section"]) == (1, "q07-x", "choice", 7)


def test_json_of_a_grid_holds_rows_and_lettered_values() -> None:
    shown = present(MATCHING, 3).as_json()
    assert [row["key"] for row in shown["steps"]] == ["1", "2", "3"]
    assert [row["text"] for row in shown["steps"]] == ["SD 1", "SD 3", "Imagen"]
    assert sorted(option["text"] for option in shown["options"]) == [
        "backbone: MM-DiT",
        "backbone: U-Net",
        "space: latent",
        "space: pixel",
    ]


def test_json_of_a_formula_names_its_symbols() -> None:
    formula = item("formula", symbols={"x": {"domain": "unit", "meaning": "a share"}}, answer="2*x")
    assert present(formula, 1).as_json()["symbols"] == {"x": {"domain": "unit", "over": None, "meaning": "a share"}}


def test_a_bug_shows_its_code_below_the_prompt() -> None:
    bug = item("bug", problem="attention", slip="no-scale", options=[{"text": "a", "correct": True}, {"text": "b"}])
    shown = present(bug, 1, code="def f():\n    ...\n")
    assert shown.prompt == "Say it."
    assert shown.as_json()["prompt"] == "Say it.\n\n```python\ndef f():\n    ...\n```"


def test_a_problem_shows_what_the_catalogue_says() -> None:
    shown = present(item("code", id="attention"), 1, PROBLEM, stub="def attention(q, k): ...")
    assert (shown.section, shown.entry, shown.forbid) == (7, "attention(q, k)", ("softmax",))
    assert shown.as_json()["spec"] is None, "it is for authors"
    assert shown.stub == "def attention(q, k): ..."


def test_a_problem_cannot_be_shown_without_the_catalogue() -> None:
    with pytest.raises(ValueError, match="attention is a coding problem"):
        present(item("code", id="attention"), 1)


def test_a_reveal_names_wrong_options_by_the_letters_shown() -> None:
    assert isinstance(CHOICE, Choice)
    options = shown_options(CHOICE, 5)
    revealed = reveal(CHOICE, 5)
    assert revealed.answer == next(key for key, option in options.items() if option.correct)
    assert [wrong.answer for wrong in revealed.wrong] == [f"{k}) {o.text}" for k, o in options.items() if not o.correct]


def test_a_reveal_of_a_number_holds_its_drawn_values() -> None:
    assert isinstance(NUMERIC, Numeric)
    values = draw(NUMERIC, 5)
    revealed = reveal(NUMERIC, 5)
    assert revealed.why == f"It is {values['L']}."
    assert [wrong.why for wrong in revealed.wrong] == [f"Not {values['L']} alone"]


def test_a_reveal_of_free_text_holds_key_points_and_pitfalls() -> None:
    recall = item("recall", key_points=[{"text": "a", "essential": True}, {"text": "b"}], pitfalls=["c"])
    assert reveal(recall, 1).as_json() == {
        "answer": None,
        "key_points": [{"text": "a", "essential": True}, {"text": "b", "essential": False}],
        "why": "",
        "wrong": [{"answer": "c", "slip": None, "why": ""}],
        "reference": None,
    }


def test_a_reveal_of_a_design_holds_the_checklist_of_its_phases() -> None:
    phases = [
        {"name": "data", "minutes": 5, "checklist": ["size"]},
        {"name": "model", "minutes": 5, "checklist": ["space"]},
    ]
    points = reveal(item("design", phases=phases), 1).key_points
    assert [point.text for point in points] == ["data: size", "model: space"]


def test_a_reveal_of_a_problem_holds_its_page() -> None:
    assert reveal(item("code", id="attention"), 1, "def attention(): ...").reference == "def attention(): ..."
