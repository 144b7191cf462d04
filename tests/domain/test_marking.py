"""A right answer is never called wrong, a wrong one never right, and what cannot be read is asked again."""

from __future__ import annotations

import re
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from interview_cli.domain.errors import BankError, UsageError
from interview_cli.domain.items.answer import Mark, Marked
from interview_cli.domain.items.question import AnyItem, Choice, Item, Matching, Numeric, Ordering
from interview_cli.domain.items.shown import draw, shown_columns, shown_options, shown_steps
from interview_cli.domain.marking import expected_answer, mark
from interview_cli.domain.marking.reveal import reveal

ITEM: TypeAdapter[AnyItem] = TypeAdapter(Item)
SEEDS = st.integers(0, 10_000)


def item(kind: str, **fields: Any) -> AnyItem:
    common = {"id": "q07-x", "kind": kind, "concepts": ["s07-scale"], "prompt": "Say it."}
    return ITEM.validate_python(common | fields)


FORMULA = item(
    "formula",
    symbols={
        "x_t": {"domain": "real", "also": ["xt"]},
        "eps": {"domain": "real", "latex": r"\epsilon_\theta(x_t,t)"},
        "abar_t": {"domain": "unit", "latex": r"\bar\alpha_t", "also": "alpha_bar_t"},
    },
    answer="(x_t - sqrt(1-abar_t)*eps)/sqrt(abar_t)",
    wrong=[{"slip": "no-root", "form": "(x_t-(1-abar_t)*eps)/abar_t", "why": "Both factors are roots."}],
)
NUMERIC = item(
    "numeric",
    parameters={"L": {"choose": [24, 48]}, "T": {"integer": [512, 8192]}},
    answer="4*L*4096*T",
    unit="B",
    wrong=[{"slip": "keys-only", "form": "2*L*4096*T", "why": "K and V are both kept, in {{L}} layers"}],
)
EXACT = item("numeric", answer="12", tolerance={"relative": 0})
ABSOLUTE = item("numeric", answer="-3.5", tolerance={"absolute": 0.1})
SINGLE = item(
    "choice",
    options=[
        {"text": "variance d", "correct": True},
        {"text": "speed", "slip": "for-speed", "why": "It costs time."},
        {"text": "taste"},
    ],
)
SEVERAL = item(
    "choice",
    options=[
        *({"text": f"right {n}", "correct": True} for n in range(3)),
        {"text": "wrong 1", "slip": "one", "why": "First belief."},
        {"text": "wrong 2", "slip": "two", "why": "Second belief."},
    ],
)
BUG = item("bug", problem="attention", slip="no-scale", options=[{"text": "a", "correct": True}, {"text": "b"}])
ORDERING = item("ordering", steps=["read", "think", "write", "check"])
MATCHING = item(
    "matching",
    rows={
        "SD 1": {"space": "latent", "backbone": "U-Net"},
        "SD 3": {"space": "latent", "backbone": "MM-DiT"},
        "Imagen": {"space": "pixel", "backbone": "U-Net"},
    },
)
MARKED_BY_MACHINE = [FORMULA, NUMERIC, EXACT, ABSOLUTE, SINGLE, SEVERAL, BUG, ORDERING, MATCHING]


def keys(choice: AnyItem, seed: int, *texts: str) -> str:
    """The letters of these options under the seed."""
    assert isinstance(choice, Choice)
    return "".join(sorted(key for key, option in shown_options(choice, seed).items() if option.text in texts))


@pytest.mark.parametrize("each", MARKED_BY_MACHINE, ids=lambda each: each.kind)
@given(seed=SEEDS)
def test_the_expected_answer_is_right(each: AnyItem, seed: int) -> None:
    expected = expected_answer(each, seed)
    assert expected is not None
    marked = mark(each, expected, seed)
    assert (marked.mark, marked.score, marked.expected) == (Mark.RIGHT, 1.0, expected)


@pytest.mark.parametrize("each", MARKED_BY_MACHINE, ids=lambda each: each.kind)
@pytest.mark.parametrize(
    "answer", ["", "   ", "\n", "?", "i do not know", "💥", "((", "\x00", "A" * 5000, "--", "=", "None", "1," * 90_000]
)
def test_nonsense_is_asked_again(each: AnyItem, answer: str) -> None:
    """It does not count, and the sentence says what is accepted."""
    marked = mark(each, answer, 1)
    assert marked.mark is Mark.UNREADABLE
    assert len(marked.message) > 10


@pytest.mark.parametrize("each", MARKED_BY_MACHINE, ids=lambda each: each.kind)
@given(answer=st.text(max_size=30), seed=SEEDS)
def test_no_text_makes_marking_fail(each: AnyItem, answer: str, seed: int) -> None:
    marked = mark(each, answer, seed)
    assert 0 <= marked.score <= 1
    assert (marked.mark is Mark.RIGHT) == (marked.score == 1)


@pytest.mark.parametrize(
    ("each", "message", "hint"),
    [
        (
            item("recall", key_points=[{"text": "a"}]),
            "the program can't mark q07-x: you mark it yourself",
            "answer it in `interview drill`, where you tick the points you made",
        ),
        (
            item("design", phases=[{"name": n, "minutes": 5, "checklist": ["a"]} for n in "ab"]),
            "the program can't mark q07-x: you mark it yourself",
            "answer it in `interview drill`, where you tick the points you made",
        ),
        (
            item("code", id="attention"),
            "the program can't mark attention from text",
            "grade a file with `interview grade attention FILE`",
        ),
    ],
)
def test_what_no_machine_marks_is_a_mistake_of_use(each: AnyItem, message: str, hint: str) -> None:
    assert expected_answer(each, 1) is None
    with pytest.raises(UsageError) as raised:
        mark(each, "A", 1)
    assert (raised.value.message, raised.value.hint) == (message, hint)


# --- formulas


@pytest.mark.parametrize(
    "answer",
    [
        "(x_t - sqrt(1-abar_t)*eps)/sqrt(abar_t)",
        r"\frac{x_t - \sqrt{1-\bar\alpha_t}\,\epsilon_\theta(x_t,t)}{\sqrt{\bar\alpha_t}}",
        "xt/sqrt(alpha_bar_t) - eps*sqrt(1/alpha_bar_t - 1)",
        "x0 = (x_t - (1 - abar_t)^0.5 eps) / abar_t**(1/2)",
    ],
)
def test_a_formula_is_right_in_any_form(answer: str) -> None:
    assert mark(FORMULA, answer, 0).mark is Mark.RIGHT


def test_a_known_wrong_formula_is_named_with_its_reason() -> None:
    marked = mark(FORMULA, "x_t/abar_t - eps*(1-abar_t)/abar_t", 0)
    assert (marked.mark, marked.slip, marked.message) == (Mark.WRONG, "no-root", "Both factors are roots.")
    assert marked.read_as is not None
    assert marked.expected == expected_answer(FORMULA, 0)


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("2*(x_t - sqrt(1-abar_t)*eps)/sqrt(abar_t)", "Your answer is off by a constant factor of 2."),
        ("-(x_t - sqrt(1-abar_t)*eps)/sqrt(abar_t)", "Your answer has the opposite sign."),
        ("x_t/sqrt(abar_t)", "Your answer doesn't use eps."),
    ],
)
def test_another_wrong_formula_is_told_how_it_differs(answer: str, message: str) -> None:
    marked = mark(FORMULA, answer, 0)
    assert (marked.mark, marked.score, marked.slip, marked.message) == (Mark.WRONG, 0.0, None, message)


def test_an_unknown_name_is_told_as_it_was_typed() -> None:
    assert mark(FORMULA, "x_t/g_bar", 0).message.startswith("the name 'g_bar' is unknown; use ")


def test_an_example_has_the_digits_that_tell_both_values_apart() -> None:
    symbols = {"x": {"domain": "positive", "range": [100, 200]}}
    marked = mark(item("formula", symbols=symbols, answer="x"), "x + log(x)/1e4", 0)
    given, right = re.findall(r": (\S+) instead of (\S+)\.$", marked.message)[0]
    assert given != right and float(given) > float(right)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("B*(A//g)*F + B", Mark.UNREADABLE),
        ("B*(A/g)*F + B", Mark.RIGHT),
        ("B*(A//F)*g + B", Mark.WRONG),
        ("floor(A/g)*B*F + B", Mark.WRONG),
    ],
)
def test_a_division_that_rounds_down_is_asked_for_again_where_it_would_be_right_without(
    answer: str, expected: Mark
) -> None:
    symbols = {name: {"domain": "positive"} for name in "ABFg"}
    marked = mark(item("formula", symbols=symbols, answer="A*B*F/g + B"), answer, 0)
    assert marked.mark is expected
    assert ("// rounds down. Type / if it divides evenly" in str(marked.message)) is (expected is Mark.UNREADABLE)


def test_a_constant_that_is_rounded_is_asked_for_as_such() -> None:
    marked = mark(item("formula", symbols={"x": {}}, answer="x/log(2)"), "x/0.693", 0)
    assert marked.message == (
        "that's the right formula times 1.0002. Write a number such as log(2) or sqrt(2) as such, not rounded"
    )


def test_a_formula_that_cannot_be_read_is_told_where() -> None:
    marked = mark(FORMULA, "x_t + * eps", 0)
    assert marked.mark is Mark.UNREADABLE
    assert "column 7" in marked.message


# --- numbers


@pytest.mark.parametrize(
    ("symbols", "answer", "message"),
    [
        ({"x": {"also": r"\frac{x"}}, "x", "this { is never closed"),
        ({"x": {}}, "x*", "the formula ends too early"),
        ({"x": {"range": [2, 1]}}, "x", "x: the range [2.0, 1.0] is empty"),
        ({"x": {"above": "y"}}, "x", "`above` names nothing to start from: x"),
    ],
)
def test_a_fault_of_the_bank_is_not_blamed_on_the_answer(symbols: Any, answer: str, message: str) -> None:
    with pytest.raises(BankError) as error:
        mark(item("formula", symbols=symbols, answer=answer), "x", 0)
    assert error.value.message == f"q07-x can't be marked: {message}"
    assert error.value.hint == "to see what's wrong with a bank: interview bank lint"


def test_a_number_that_the_bank_cannot_work_out_is_a_fault_of_the_bank() -> None:
    with pytest.raises(BankError) as error:
        mark(item("numeric", prompt="How many?", parameters={"a": {"choose": [1]}}, answer="(a + 1"), "5", 0)
    assert error.value.message == "q07-x can't be marked: a ) is missing"
    assert error.value.hint == "to see what's wrong with a bank: interview bank lint"


@pytest.mark.parametrize("answer", ["1/0", "0/0"])
def test_a_right_number_that_is_not_finite_makes_no_answer_fail(answer: str) -> None:
    assert mark(asking("How many?", answer), "2.5", 0).mark is Mark.WRONG


def test_an_empty_spelling_is_none() -> None:
    assert mark(item("formula", symbols={"x": {"also": "", "latex": [" "]}}, answer="x"), "x", 0).mark is Mark.RIGHT


VECTORS = {"q": {"over": "i"}, "k": {"over": "i"}, "e": {}, "d": {"domain": "length", "over": "i"}}


@pytest.mark.parametrize(
    ("reference", "answer", "expected"),
    [
        ("sum(q*k)", r"q \cdot k", Mark.RIGHT),
        ("sum(q*k)", "q·k", Mark.RIGHT),
        ("sum(q*k)", "q*k", Mark.WRONG),
        ("q*k", "q·k", Mark.RIGHT),
        ("q*k", "q @ k", Mark.WRONG),
        ("sqrt(sum(q^2))", "|q|", Mark.RIGHT),
        ("sum(abs(q))", "sum |q|", Mark.RIGHT),
        ("e*exp(-d)", "e e^{-d}", Mark.RIGHT),
        ("e*e", "e^2", Mark.RIGHT),
        ("exp(-d/2/e)", "exp(-d/2e)", Mark.UNREADABLE),
        ("exp(-d/2*e)", "exp(-d/2e)", Mark.RIGHT),
        ("log(d/e^2)", "log d/e^2", Mark.UNREADABLE),
        ("log(d)/e^2", "log d/e^2", Mark.RIGHT),
        ("log(d)/e", "log d/2e", Mark.WRONG),
        ("cos((d - e)*e)", "cos (d-e)e", Mark.UNREADABLE),
        ("cos((d - e)*e)", "cos(d-e)e", Mark.UNREADABLE),
        ("cos((d - e)*e)", "cos e(d-e)", Mark.UNREADABLE),
        ("cos((d - e)*e)", r"\cos\left(d-e\right)*e", Mark.WRONG),
        ("cos((d - e)*e)", "sin (d-e)e", Mark.WRONG),
        ("log((d + 1)/(d + e))", "log (d+1)/(d+e)", Mark.UNREADABLE),
        ("log((d + 1)/(d + e))", "log(d+1)/(d+e)", Mark.WRONG),
        ("log(d + 1)/(d + e)", "log (d+1)/(d+e)", Mark.RIGHT),
        ("d*log(d/e) + e*log((d + 1)/(d + e))", "d log d/e + e log (d+1)/(d+e)", Mark.UNREADABLE),
    ],
)
def test_what_has_two_senses_is_right_in_either_and_missing_brackets_are_asked_for(
    reference: str, answer: str, expected: Mark
) -> None:
    assert mark(item("formula", symbols=VECTORS, answer=reference), answer, 0).mark is expected


def bytes_of(seed: int) -> tuple[int, int]:
    assert isinstance(NUMERIC, Numeric)
    values = draw(NUMERIC, seed)
    return int(values["L"]), int(4 * values["L"] * 4096 * values["T"])


@given(seed=SEEDS)
def test_a_number_is_right_in_any_unit_of_its_kind_within_the_tolerance(seed: int) -> None:
    _, right = bytes_of(seed)
    for answer in (str(right), f"{right * 1.009:.6g} B", f"{right / 1e9:.5g} GB", f"{right / 2**30:.5g} GiB"):
        assert mark(NUMERIC, answer, seed).mark is Mark.RIGHT


@given(seed=SEEDS)
def test_a_number_outside_the_tolerance_is_wrong(seed: int) -> None:
    _, right = bytes_of(seed)
    for factor in (0.98, 1.02, 10, -1):
        marked = mark(NUMERIC, f"{right * factor:.9g}", seed)
        assert (marked.mark, marked.slip) == (Mark.WRONG, None)
        assert marked.message.startswith("Your answer ")


@given(seed=SEEDS)
def test_a_known_wrong_number_is_named_with_the_drawn_values_in_its_reason(seed: int) -> None:
    layers, right = bytes_of(seed)
    marked = mark(NUMERIC, f"{right // 2} bytes", seed)
    assert (marked.mark, marked.slip) == (Mark.WRONG, "keys-only")
    assert marked.message == f"K and V are both kept, in {layers} layers"


@pytest.mark.parametrize(
    ("each", "answer", "expected"),
    [
        (EXACT, "12", Mark.RIGHT),
        (EXACT, "12.0", Mark.RIGHT),
        (EXACT, "12.001", Mark.WRONG),
        (EXACT, "3*4", Mark.RIGHT),
        (ABSOLUTE, "-3.59", Mark.RIGHT),
        (ABSOLUTE, "-3.61", Mark.WRONG),
        (ABSOLUTE, "3.5", Mark.WRONG),
        (NUMERIC, "3 s", Mark.WRONG),
        (EXACT, "1.2e1", Mark.RIGHT),
        (item("numeric", answer="200768", tolerance={"relative": 0}), "200.8k", Mark.UNREADABLE),
        (item("numeric", answer="200768", tolerance={"relative": 0}), "2.008e5", Mark.UNREADABLE),
        (item("numeric", answer="200768", tolerance={"relative": 0}), "200.7k", Mark.WRONG),
        (item("numeric", answer="200768", tolerance={"relative": 0}), "200704", Mark.WRONG),
        (item("numeric", answer="200768", tolerance={"relative": 0}), "200800", Mark.WRONG),
        (item("numeric", answer="127", tolerance={"relative": 0}), "130", Mark.WRONG),
        (item("numeric", answer="127", tolerance={"relative": 0}), "128", Mark.WRONG),
        (NUMERIC, "3 parsecs", Mark.UNREADABLE),
        (NUMERIC, "about a lot", Mark.UNREADABLE),
    ],
)
def test_tolerances_and_units(each: AnyItem, answer: str, expected: Mark) -> None:
    assert mark(each, answer, 1).mark is expected


def asking(prompt: str, answer: str) -> AnyItem:
    return item("numeric", prompt=prompt, answer=answer)


@pytest.mark.parametrize(
    ("prompt", "right", "answer", "expected"),
    [
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "20 GB", Mark.RIGHT),
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "20", Mark.RIGHT),
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "18.63 GiB", Mark.RIGHT),
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "20 MB", Mark.WRONG),
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "20 s", Mark.WRONG),
        ("Which bus bandwidth does nccl-tests report, in GB/s?", "375", "375 GB/s", Mark.RIGHT),
        ("What do a thousand images cost, in dollars?", "8.3333", "$8.33", Mark.RIGHT),
        ("About how many days does the training take?", "10.85", "10.85 days", Mark.RIGHT),
        ("About how many days does the training take?", "10.85", "260.4 h", Mark.RIGHT),
        ("How many bits per weight do the codes take?", "4.5", "4.5 bits", Mark.RIGHT),
        ("How many bits per weight do the codes take?", "4.5", "4.5 bits per weight", Mark.RIGHT),
        ("How many input pixels wide is its window?", "9", "9 px", Mark.RIGHT),
        ("In which percentage of samples is the prompt missing?", "9.99", "9.99 %", Mark.RIGHT),
        ("In which percentage of samples is the prompt missing?", "9.99", "9.99", Mark.RIGHT),
        ("In which percentage of samples is the prompt missing?", "9.99", "0.0999", Mark.WRONG),
        ("How many percentage points is the half-width of the usual 95 % interval?", "7", "7pp", Mark.RIGHT),
        ("What is its error, in percentage points?", "7", "7 percentage points", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25 billion", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25 billion pairs", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25 pears", Mark.UNREADABLE),
        ("How many input pixels wide is its window?", "9", "9 input pixels", Mark.RIGHT),
        ("How many input pixels wide is its window?", "9", "9 pixels wide", Mark.RIGHT),
        ("How many input pixels wide is its window?", "9", "8 input pixels", Mark.WRONG),
        ("How many input pixels wide is its window?", "9", "9 output pixels", Mark.UNREADABLE),
        ("How many times as many weights does it have?", "1.09e6", "1.09 million times as many", Mark.RIGHT),
        ("How many times as many weights does it have?", "1.09e6", "1.09 times as many", Mark.WRONG),
        ("How many bytes per weight do codes of 4 bits take?", "0.5", "4 bits per weight", Mark.RIGHT),
        ("How many bytes per weight do codes of 4 bits take?", "4", "4 bits per weight", Mark.WRONG),
        ("How many segments minimize the peak?", "8", "8 segments", Mark.RIGHT),
        ("How many segments minimize the peak?", "8", "9 segments.", Mark.WRONG),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25B", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6250M", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25M", Mark.WRONG),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6,250,000,000", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25e9", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25 x 10^9 pairs", Mark.RIGHT),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25e6", Mark.WRONG),
        ("How many billion pairs must you crawl for 300 million?", "6.25", "6.25e9 B", Mark.WRONG),
        ("How many parameters does it have, in millions?", "774.03", "774M", Mark.RIGHT),
        ("How many parameters does it have, in millions?", "774.03", "774", Mark.RIGHT),
        ("How many parameters does it have, in millions?", "774.03", "774 millions", Mark.RIGHT),
        ("How many parameters does it have, in millions?", "774.03", "0.774 billion", Mark.RIGHT),
        ("How many parameters does it have, in millions?", "774.03", "774,030,000", Mark.RIGHT),
        ("How many parameters does it have, in millions?", "774.03", "774k", Mark.WRONG),
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "2e10", Mark.RIGHT),
        ("FP8 is used. How many GB (10^9 bytes) do the weights take?", "20", "2e13", Mark.WRONG),
        ("How many kB are sent?", "20", "20000", Mark.WRONG),
        ("How many microseconds does it take?", "5005", "0.005005", Mark.WRONG),
        ("About how many days does the training take?", "2", "172800", Mark.WRONG),
        ("What is the loss, in nats?", "0.64", "0.64 nats", Mark.RIGHT),
        ("How many tokens does a clip of 3 seconds give?", "4096", "4096 s", Mark.WRONG),
        ("It took 3 seconds in days of old. How many steps are that?", "8", "8 days", Mark.WRONG),
        ("How many input pixels wide is its window?", "9", "The window is 9 pixels wide.", Mark.RIGHT),
        ("How many input pixels wide is its window?", "9", "it's a window of 9 input pixels", Mark.RIGHT),
        ("How many input pixels wide is its window?", "9", "The window is 8 pixels wide.", Mark.WRONG),
        ("How many input pixels wide is its window?", "9", "the window is not 9 pixels wide", Mark.UNREADABLE),
        ("How many input pixels wide is its window?", "9", "wider than 9 pixels", Mark.UNREADABLE),
        ("How many more pixels than 3 is half the window?", "9", "half the window is 9", Mark.UNREADABLE),
        ("What is the log of the window?", "9", "the log of 9", Mark.UNREADABLE),
        ("What is the squared error of e more steps?", "9", "9 squared", Mark.UNREADABLE),
        ("What is the squared error of e more steps?", "9", "9 more", Mark.UNREADABLE),
        ("What is the squared error of e more steps?", "9", "e to the 9", Mark.UNREADABLE),
        ("How many micro-batches must be accumulated?", "16", "16 micro-batches", Mark.RIGHT),
        ("How many micro-batches must be accumulated?", "16", "we need 16 micro-batches", Mark.RIGHT),
        ("How many micro-batches must be accumulated?", "16", "16 macro-batches", Mark.UNREADABLE),
        ("How many seeds do two variants need?", "32", "32 seeds per variant", Mark.RIGHT),
        ("How likely is it?", "0.94", "94% of the time", Mark.RIGHT),
        ("How likely is it?", "0.94", "with probability 0.94", Mark.RIGHT),
        ("How likely is it?", "0.94", "without probability 0.94", Mark.UNREADABLE),
        ("How many seeds do two variants need?", "32", "32 for each variant", Mark.UNREADABLE),
        ("Which share is in the layer?", "0.8", "0.8 of the layer", Mark.RIGHT),
        ("Its luminance is Y = 100 cd/m2. What is its X?", "69.4", "69.4 cd/m2", Mark.RIGHT),
        ("It takes half of five seconds per seed. How many seeds are run?", "6", "six", Mark.RIGHT),
        ("It takes half of five seconds per seed. How many seeds are run?", "6", "it's six.", Mark.RIGHT),
        ("It takes half of five seconds per seed. How many seeds are run?", "6", "six seeds", Mark.RIGHT),
        ("It takes half of five seconds per seed. How many seeds are run?", "6", "I think six seeds.", Mark.RIGHT),
        ("It takes half of five seconds per seed. How many seeds are run?", "6", "five seeds", Mark.WRONG),
        ("It takes half of five seconds per seed. How many seeds are run?", "6", "six seconds", Mark.UNREADABLE),
        ("It takes half of five seconds per seed. How many seeds are run?", "20", "twenty five", Mark.UNREADABLE),
        ("It takes half of five seconds per seed. How many seeds are run?", "1", "one half", Mark.UNREADABLE),
        ("How many percentage points is the gap?", "7", "seven points", Mark.RIGHT),
        ("How many percentage points is the gap?", "7", "seven percentage points", Mark.RIGHT),
        ("How many percentage points is the gap?", "20", "twenty five points", Mark.UNREADABLE),
        ("How many million steps are run?", "7", "seven million", Mark.RIGHT),
        ("How many tokens are there?", "3000", "3.000 tokens", Mark.UNREADABLE),
        ("How many tokens are there?", "15625", "15.625 tokens", Mark.UNREADABLE),
        ("How many tokens are there?", "3000", "3.100 tokens", Mark.WRONG),
        ("How many GB does it take?", "3000", "3.000 GB", Mark.UNREADABLE),
        ("How many GB does it take?", "3000", "3.000 TB", Mark.RIGHT),
        ("How many ms does it take?", "3000", "3.000 s", Mark.RIGHT),
        ("How many million tokens are there?", "3000", "3.000 billion", Mark.RIGHT),
        ("n is 30. What is the half-width of the 95 % interval?", "0.5", "±0.5", Mark.RIGHT),
        ("n is 30. What is the half-width of the 95 % interval?", "0.5", "+/- 0.5", Mark.RIGHT),
        ("n is 30. What is the half-width of the 95 % interval?", "0.5", "it's about ±0.5", Mark.RIGHT),
        ("n is 30. What is the half-width of the 95 % interval?", "0.5", "±0.6", Mark.WRONG),
        ("n is 30. What is the half-width of the 95 % interval?", "0.5", "7 ± 0.5", Mark.UNREADABLE),
        ("How many percentage points is the half-width of the usual interval?", "2.48", "±2.48 pp", Mark.RIGHT),
        ("What is the standard error of its accuracy, in percentage points?", "8.37", "±8.37", Mark.RIGHT),
        ("What is the width of the 95 % interval?", "0.5", "±0.5", Mark.UNREADABLE),
        ("Which n makes two standard errors equal to 0.5?", "0.5", "±0.5", Mark.UNREADABLE),
        ("How many samples give a half-width of 2?", "0.5", "±0.5", Mark.UNREADABLE),
        ("How many billion multiply-adds does one image take?", "0.642", "0.642 GMACs", Mark.RIGHT),
        ("How many billion multiply-adds does one image take?", "0.642", "642M MACs", Mark.RIGHT),
        ("How many billion multiply-adds does one image take?", "0.642", "0.642 billion MACs", Mark.RIGHT),
        ("How many billion multiply-adds does one image take?", "0.642", "0.642 MMACs", Mark.WRONG),
        ("How many billion multiply-adds does one image take?", "0.642", "0.642 MACs", Mark.UNREADABLE),
        ("How many multiply-adds do the scores take?", "4e6", "4M MACs", Mark.RIGHT),
        ("How many multiply-adds do the scores take?", "4e6", "8 MMACs", Mark.WRONG),
        ("A multiply-add counts as two FLOPs. How many FLOPs do they take?", "4e6", "4 MMACs", Mark.UNREADABLE),
        ("How many FLOPs do 2 billion multiply-adds take?", "4e6", "4 MMACs", Mark.UNREADABLE),
        ("How many billion FLOPs does it take?", "4", "4 GMACs", Mark.UNREADABLE),
        ("How many parameters does it have, in millions?", "774.03", "774 parameters", Mark.UNREADABLE),
        ("How many parameters does it have, in millions?", "774.03", "77.4 parameters", Mark.WRONG),
    ],
)
def test_a_number_may_carry_the_unit_that_its_question_names(
    prompt: str, right: str, answer: str, expected: Mark
) -> None:
    assert mark(asking(prompt, right), answer, 0).mark is expected


def test_the_right_number_is_shown_in_the_unit_that_its_question_names() -> None:
    assert mark(asking("How many GB does it take?", "20"), "3 GB", 0).expected == "20 GB"
    assert mark(asking("How many GB does it take?", "20"), "20", 0).read_as == "20 GB"


def test_a_number_that_is_rounded_too_far_or_a_square_is_asked_again() -> None:
    marked = mark(asking("Which share is kept?", "0.3847"), "0.38", 0)
    assert marked.mark is Mark.UNREADABLE
    assert marked.message == "'0.38' is rounded too far to tell. Give at least 3 significant digits"
    marked = mark(asking("How many pixels wide is it?", "27"), "27x27 pixels", 0)
    assert marked.mark is Mark.UNREADABLE
    assert marked.message == "'27x27' is the product 729. Type one number"
    exact = item("numeric", prompt="How many?", answer="243", tolerance={"relative": 0})
    assert mark(exact, "240", 0).mark is Mark.WRONG


# --- choices


@given(seed=SEEDS)
def test_one_right_option(seed: int) -> None:
    right, speed, taste = (keys(SINGLE, seed, text) for text in ("variance d", "speed", "taste"))
    assert mark(SINGLE, right, seed) == Marked.right(read_as=right, expected=right)
    named = mark(SINGLE, speed, seed)
    assert (named.mark, named.slip, named.message) == (Mark.WRONG, "for-speed", f"{speed}: It costs time.")
    assert mark(SINGLE, taste, seed).message == f"{taste}: wrong."


@pytest.mark.parametrize("written", ["A", "a", " a ", "(a)", "A.", "1", "a)", "Ａ"])
def test_a_letter_can_be_written_in_many_ways(written: str) -> None:
    assert mark(SINGLE, written, 0).read_as == "A"


@pytest.mark.parametrize(
    "written", ["A,C", "ac", "CA", "A C", "a and c", "1,3", "13", "A;C", "A / C", "a & c", "[A, C]"]
)
def test_several_letters_can_be_written_in_many_ways(written: str) -> None:
    assert mark(SEVERAL, written, 0).read_as == "A, C"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("", "Type the letter of the right option (A to C), for example A"),
        ("D", "there's no option 'D'. Type the letter of the right option (A to C), for example A"),
        ("4", "there's no option '4'. Type the letter of the right option (A to C), for example A"),
        ("0", "there's no option '0'. Type the letter of the right option (A to C), for example A"),
        (
            "A,C",
            "only one option is right, but you chose A, C. Type the letter of the right option (A to C), for example A",
        ),
        ("aa", "A appears twice. Type the letter of the right option (A to C), for example A"),
        ("A-C", "there's no option '-'. Type the letter of the right option (A to C), for example A"),
    ],
)
def test_what_is_no_single_choice_is_asked_again(answer: str, message: str) -> None:
    assert mark(SINGLE, answer, 0) == Marked.unreadable(message)


TEXTS = item(
    "choice",
    options=[
        {"text": r"By $\sqrt{d_k}$, since scores have variance $d_k$.", "correct": True},
        {"text": "By the number of keys"},
        {"text": "By the number of heads"},
        {"text": "`14 0`"},
        {"text": "$O(N \\log k)$"},
    ],
)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("By the number of keys", "By the number of keys"),
        ("by the NUMBER of keys.", "By the number of keys"),
        ("by the number of h", "By the number of heads"),
        ("By √dₖ", None),
        ("by sqrt", r"By $\sqrt{d_k}$, since scores have variance $d_k$."),
        ("14 0", "`14 0`"),
        ("O(N log k)", "$O(N \\log k)$"),
        ("{By the number of keys}", "By the number of keys"),
        ("{By the number of keys}) By the number of keys", "By the number of keys"),
        ("{By the number of keys}. by the number of keys.", "By the number of keys"),
        ("({By the number of keys}) By the number of keys", "By the number of keys"),
        ("{By the number of keys}) By the number of heads", None),
        ("{By the number of keys}) for the keys", "By the number of keys"),
        ("{By the number of keys}: for the keys", "By the number of keys"),
        ("({By the number of keys}) for the keys", "By the number of keys"),
        ("{By the number of keys}, for the keys", "By the number of keys"),
        ("{By the number of keys} - for the keys", "By the number of keys"),
        ("{By the number of keys}. for a key", "By the number of keys"),
        ("I think {By the number of keys}: for the keys", "By the number of keys"),
        ("{By the number of keys}!", "By the number of keys"),
        ("({By the number of keys})!", "By the number of keys"),
        ("{By the number of keys}: by the number", "By the number of keys"),
        ("{By the number of keys}: not {By the number of heads}", None),
        ("{By the number of keys}: for {By the number of heads}", None),
        ("{By the number of keys}: {By the number of heads}", None),
        ("{By the number of keys}: not for the keys", None),
        ("{By the number of keys}: or for the heads", None),
        ("{By the number of keys}: that's wrong", None),
        ("{By the number of keys}, wait, for the heads", None),
        ("{By the number of keys}: I think by the number of heads", None),
        ("{By the number of keys}, since it's not by the number of heads", "By the number of keys"),
        ("{By the number of keys}: it is by the number of heads", None),
        ("{By the number of keys}, the second option", None),
        ("{By the number of keys}: bad", None),
        ("{By the number of keys}-dimensional", None),
        ("{By the number of keys}.g. for the keys", None),
        ("{By the number of keys}! or {By the number of heads}!", None),
        ("number of keys", None),
        ("the by the number of keys", "By the number of keys"),
        ("{By the number of keys}) because of the keys", "By the number of keys"),
        ("{By the number of keys}, because of A", "By the number of keys"),
        ("{By the number of keys} - By the number of keys", "By the number of keys"),
        ("{By the number of keys} - By the number of heads", None),
        ("I think {By the number of keys}", "By the number of keys"),
        ("it's {By the number of keys}?", "By the number of keys"),
        ("option {By the number of keys}", "By the number of keys"),
        ("Answer: {By the number of keys}", "By the number of keys"),
        ("**{By the number of keys}**", "By the number of keys"),
        ('"{By the number of keys}"', "By the number of keys"),
        ("only {By the number of keys}", "By the number of keys"),
        ("not {By the number of keys}", None),
        ("all but {By the number of keys}", None),
        ("I think {By the number of keys} or {By the number of heads}", None),
    ],
)
@given(seed=SEEDS)
def test_the_text_of_an_option_or_its_beginning_chooses_it(seed: int, typed: str, text: str | None) -> None:
    letter = re.sub(r"\{(By.*?)\}", lambda found: keys(TEXTS, seed, found[1]), typed)
    marked = mark(TEXTS, letter, seed)
    assert marked.read_as == (None if text is None else keys(TEXTS, seed, text))


ARTICLES = item(
    "choice",
    options=[
        {"text": "The policy alone", "correct": True},
        {"text": "The reference and the policy"},
        {"text": "Policy gradients"},
        {"text": "A critic"},
        {"text": "critics"},
    ],
)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("policy alone", "The policy alone"),
        ("a policy alone", "The policy alone"),
        ("policy", None),
        ("the policy", "The policy alone"),
        ("the policy gradients", "Policy gradients"),
        ("a critic", "A critic"),
        ("the critics", "critics"),
        ("critic", None),
        ("reference", "The reference and the policy"),
        ("and the policy", None),
        ("alone", None),
        ("the", None),
        ("a", None),
    ],
)
def test_a_leading_article_may_be_left_out_or_added(typed: str, text: str | None) -> None:
    """`a` is an article only where its text is not that of an option with another letter."""
    seed = next(seed for seed in range(1000) if keys(ARTICLES, seed, "The policy alone") == "A")
    chosen = mark(ARTICLES, typed, seed).read_as
    assert chosen == (None if text is None and typed != "a" else keys(ARTICLES, seed, text) if text else "A")


def test_a_letter_a_before_the_text_of_another_option_is_asked_again() -> None:
    seed = next(seed for seed in range(1000) if keys(ARTICLES, seed, "The policy alone") == "B")
    accepted = "Type the letter of the right option (A to E), for example A"
    said = f"the letter and the text name different options. {accepted}"
    assert mark(ARTICLES, "a policy alone", seed) == Marked.unreadable(said)
    assert mark(ARTICLES, "A: policy alone", seed) == Marked.unreadable(said)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("EMA of the weights", "no option begins like that"),
        ("scores", "no option begins like that"),
        ("[x]*6", "there's no option 'X'"),
        ("E or so", "there's no option 'E'"),
        ("F", "there's no option 'F'"),
        ("ABCF", "there's no option 'F'"),
        ("A and F", "there's no option 'F'"),
        ("SVD", "type at least 4 characters of an option's text"),
    ],
)
def test_a_text_that_begins_no_option_is_told_so(answer: str, said: str) -> None:
    options = [{"text": f"{n} times", "correct": n == 1} for n in range(1, 5)]
    accepted = "Type the letter of the right option (A to D), for example A"
    assert mark(item("choice", options=options), answer, 0) == Marked.unreadable(f"{said}. {accepted}")


def test_a_minus_before_a_number_parts_no_letter_from_it() -> None:
    """`a -16` may be the option A or the text -16 with an article."""
    signs = item("choice", options=[{"text": "16"}, {"text": "0"}, {"text": "-16", "correct": True}])
    shown = {option.text: key for key, option in shown_options(signs, 0).items()}
    asked_again = f"{shown['16'].lower()} -16"
    assert mark(signs, asked_again, 0).mark is Mark.UNREADABLE
    assert mark(signs, f"{shown['16']} - 16", 0).read_as == shown["16"]
    assert mark(signs, f"{shown['-16']}) -16", 0).mark is Mark.RIGHT
    assert mark(signs, "-16", 0).mark is Mark.RIGHT


@given(seed=SEEDS)
def test_a_letter_before_the_text_of_another_option_is_asked_again(seed: int) -> None:
    """Also where that text has a word in it which may stand before a letter."""
    asked = item(
        "choice", options=[{"text": "Steps", "correct": True}, {"text": "Offer only to answer the option, since"}]
    )
    letter = keys(asked, seed, "Steps")
    assert mark(asked, f"{letter}: Offer only to answer the option, since", seed).mark is Mark.UNREADABLE
    assert mark(asked, f"{letter}: offer only to answer", seed).mark is Mark.UNREADABLE
    assert mark(asked, f"{letter}: larger steps", seed).mark is Mark.RIGHT
    cut = item(
        "choice", options=[{"text": "It fits, since A", "correct": True}, {"text": "It fits, since it is small"}]
    )
    letter = keys(cut, seed, "It fits, since A")
    assert mark(cut, f"{letter}: It fits, since it is small", seed).mark is Mark.UNREADABLE
    assert mark(cut, f"I think {letter}, it fits, since it is small", seed).mark is Mark.UNREADABLE


def test_a_letter_with_a_reason_chooses_nothing_where_several_options_are_right() -> None:
    assert mark(SEVERAL, "A: it is cheap", 0).mark is Mark.UNREADABLE
    assert mark(SEVERAL, "A, C!", 0).read_as == "A, C"


def test_a_beginning_of_two_options_or_of_three_characters_is_asked_again() -> None:
    accepted = "Type the letter of the right option (A to E), for example A"
    assert mark(TEXTS, "by the number", 0) == Marked.unreadable(f"two or more options begin like that. {accepted}")
    assert mark(TEXTS, "14", 0).mark is Mark.UNREADABLE


def test_a_text_that_is_the_whole_of_one_option_chooses_it_though_another_begins_like_it() -> None:
    window = item("choice", options=[{"text": "i - j", "correct": True}, {"text": "i - j + 1"}])
    assert mark(window, "i - j", 0).mark is Mark.RIGHT


def test_letters_that_are_the_text_of_an_option_choose_it_where_one_option_is_right() -> None:
    text = item("choice", options=[{"text": '"abba"', "correct": True}, {"text": '"abab"'}, {"text": '"aab"'}])
    assert mark(text, "abba", 0).mark is Mark.RIGHT
    assert mark(text, "aab", 0).mark is Mark.WRONG


@given(seed=SEEDS)
def test_a_number_that_is_one_options_text_and_anothers_place_is_asked_again(seed: int) -> None:
    counts = item("choice", options=[{"text": "1", "correct": True}, {"text": "2"}, {"text": "30"}])
    one = keys(counts, seed, "1")
    marked = mark(counts, "1", seed)
    if one == "A":
        assert marked.read_as == "A"
    else:
        message = (
            f"1 is the text of {one} and the place of A. Type the letter of the right option (A to C), for example A"
        )
        assert marked == Marked.unreadable(message)
    assert mark(counts, one, seed).mark is Mark.RIGHT
    assert mark(counts, "30", seed).read_as == keys(counts, seed, "30")


@given(seed=SEEDS)
def test_each_wrong_choice_costs_what_a_right_one_brings(seed: int) -> None:
    for texts, expected, score in [
        (("right 0", "right 1", "right 2"), Mark.RIGHT, 1.0),
        (("right 0", "right 1"), Mark.PARTIAL, 2 / 3),
        (("right 0", "right 1", "right 2", "wrong 1"), Mark.PARTIAL, 2 / 3),
        (("right 0", "right 1", "wrong 1"), Mark.PARTIAL, 1 / 3),
        (("right 0", "wrong 1"), Mark.WRONG, 0.0),
        (("wrong 1", "wrong 2"), Mark.WRONG, 0.0),
        (("right 0", "right 1", "right 2", "wrong 1", "wrong 2"), Mark.PARTIAL, 1 / 3),
    ]:
        marked = mark(SEVERAL, keys(SEVERAL, seed, *texts), seed)
        assert marked.mark is expected
        assert marked.score == pytest.approx(score)


@given(seed=SEEDS)
def test_every_wrong_choice_gets_its_reason_and_what_is_missing_is_said(seed: int) -> None:
    first, second = keys(SEVERAL, seed, "wrong 1"), keys(SEVERAL, seed, "wrong 2")
    marked = mark(SEVERAL, keys(SEVERAL, seed, "right 0", "right 1", "wrong 1", "wrong 2"), seed)
    expected = sorted([f"{first}: First belief.", f"{second}: Second belief."])
    assert marked.message.splitlines() == [*expected, f"You missed: {keys(SEVERAL, seed, 'right 2')}."]
    assert marked.slip == ("one" if first < second else "two")


def test_why_the_right_option_is_right_is_revealed_before_what_is_added() -> None:
    options = [
        {"text": "By d", "slip": "by-d", "why": "That overshoots."},
        {"text": "By its root", "correct": True, "why": "The variance is d."},
    ]
    assert reveal(item("choice", options=options, why="A softmax saturates."), 0).why == (
        "The variance is d.\n\nA softmax saturates."
    )
    several = [*options, {"text": "By $d^{1/2}$", "correct": True, "why": "The same."}]
    asked = item("choice", options=several)
    first, second = sorted([keys(asked, 3, "By its root"), keys(asked, 3, "By $d^{1/2}$")])
    reasons = {keys(asked, 3, "By its root"): "The variance is d.", keys(asked, 3, "By $d^{1/2}$"): "The same."}
    assert reveal(asked, 3).why == f"{first}: {reasons[first]}\n\n{second}: {reasons[second]}"


def test_a_bug_is_marked_as_a_choice() -> None:
    assert {mark(BUG, letter, 0).mark for letter in "AB"} == {Mark.RIGHT, Mark.WRONG}


# --- orderings


def letters(seed: int, *texts: str) -> str:
    assert isinstance(ORDERING, Ordering)
    key_of = {step.text: step.key for step in shown_steps(ORDERING, seed)}
    return ",".join(key_of[text] for text in texts)


@given(seed=SEEDS)
def test_the_score_of_an_order_is_the_share_of_pairs(seed: int) -> None:
    for texts, expected, score in [
        (("read", "think", "write", "check"), Mark.RIGHT, 1.0),
        (("think", "read", "write", "check"), Mark.PARTIAL, 5 / 6),
        (("write", "read", "think", "check"), Mark.PARTIAL, 4 / 6),
        (("check", "read", "think", "write"), Mark.PARTIAL, 3 / 6),
        (("check", "think", "read", "write"), Mark.WRONG, 2 / 6),
        (("check", "write", "think", "read"), Mark.WRONG, 0.0),
    ]:
        marked = mark(ORDERING, letters(seed, *texts), seed)
        assert marked.mark is expected
        assert marked.score == pytest.approx(score)


def test_one_order_of_all_is_right() -> None:
    marks = [mark(ORDERING, "".join(order), 3).mark for order in permutations("ABCD")]
    assert marks.count(Mark.RIGHT) == 1


@pytest.mark.parametrize("between", [" -> ", "→", " => ", "-", " – ", " then ", ", then "])
def test_an_order_can_be_written_in_many_ways(between: str) -> None:
    assert mark(ORDERING, between.join("CABD").lower(), 0).read_as == "C, A, B, D"


@pytest.mark.parametrize(
    "answer",
    [
        "1. C 2. A 3. B 4. D",
        "1) c, 2) a, 3) b, 4) d",
        "1=C 2=A 3=B 4=D",
        "2. A 1. C 3. B 4. D",
        "first C, then A, then B, finally D",
        "C, A, B and finally D",
        "order: C A B D",
        "I think C, A, B, D",
        "C|A|B|D",
    ],
)
def test_an_order_can_be_numbered_or_told(answer: str) -> None:
    assert mark(ORDERING, answer, 0).read_as == "C, A, B, D"


def test_a_wrong_order_names_a_pair_that_is_swapped() -> None:
    marked = mark(ORDERING, letters(2, "think", "read", "write", "check"), 2)
    read, think = letters(2, "read"), letters(2, "think")
    assert marked.message == f"5 of 6 pairs are in the right order. {read} should come before {think}."


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("ABC", "D is missing. Type all letters from A to D in order, for example A,B,C,D"),
        ("ABCDA", "A appears twice. Type all letters from A to D in order, for example A,B,C,D"),
        ("1A 2B 3C", "D is missing. Type all letters from A to D in order, for example A,B,C,D"),
        ("ABCE", "there's no option 'E'. Type all letters from A to D in order, for example A,B,C,D"),
        ("A>B>C>D", "there's no option '>'. Type all letters from A to D in order, for example A,B,C,D"),
    ],
)
def test_an_order_names_every_step_once(answer: str, message: str) -> None:
    assert mark(ORDERING, answer, 0) == Marked.unreadable(message)


# --- grids


def grid(seed: int, *rows: tuple[str, str]) -> list[str]:
    """The letters of each row, by the texts of its cells."""
    assert isinstance(MATCHING, Matching)
    space, backbone = shown_columns(MATCHING, seed)
    key_of = {value.text: value.key for column in (space, backbone) for value in column.values}
    return [f"{key_of[first]}{key_of[second]}" for first, second in rows]


RIGHT_GRID = (("latent", "U-Net"), ("latent", "MM-DiT"), ("pixel", "U-Net"))


@given(seed=SEEDS)
def test_a_grid_can_be_written_in_many_ways(seed: int) -> None:
    first, second, third = grid(seed, *RIGHT_GRID)
    for answer in (
        f"1{first} 2{second} 3{third}",
        f"1={first[0]},{first[1]}; 2={second[0]},{second[1]}; 3={third[0]},{third[1]}",
        f"1: {first} 2: {second} 3: {third}".lower(),
        f"3{third[::-1]}\n1{first}\n2{second}",
        f"1{first}2{second}3{third}",
        f"(1) {first}, (2) {second}, (3) {third}",
        f"1 -> {first}, 2 -> {second}, 3 -> {third}",
        f"1→{first} 2→{second} 3→{third}",
    ):
        assert mark(MATCHING, answer, seed).mark is Mark.RIGHT


@given(seed=SEEDS)
def test_the_score_of_a_grid_is_the_share_of_cells(seed: int) -> None:
    first, second, third = grid(seed, *RIGHT_GRID)
    swapped = grid(seed, ("pixel", "MM-DiT"))[0]
    for answer, expected, score in [
        (f"1{first} 2{second}", Mark.PARTIAL, 4 / 6),
        (f"1{first} 2{first} 3{third}", Mark.PARTIAL, 5 / 6),
        (f"1{swapped} 2{second} 3{third}", Mark.PARTIAL, 4 / 6),
        (f"1{first[0]}", Mark.WRONG, 1 / 6),
        (f"1{swapped}", Mark.WRONG, 0.0),
    ]:
        marked = mark(MATCHING, answer, seed)
        assert marked.mark is expected
        assert marked.score == pytest.approx(score)


def test_a_wrong_cell_is_corrected() -> None:
    first, second, third = grid(4, *RIGHT_GRID)
    marked = mark(MATCHING, f"1{first} 2{first} 3{third}", 4)
    assert marked.message == f"You got 5 of 6 cells right.\nSD 3, backbone: MM-DiT ({second[1]})."
    assert marked.expected == " ".join(f"{n}{''.join(sorted(row))}" for n, row in enumerate((first, second, third), 1))


@pytest.mark.parametrize(
    "form", ["{} {} {}", "{}; {}; {}", "{} / {} / {}", "1|{} 2|{} 3|{}", "row 1 {}, row 2 {}, row 3 {}"]
)
def test_a_grid_may_be_typed_as_groups_of_letters(form: str) -> None:
    rows = ["".join(row) for row in grid(4, *RIGHT_GRID)]
    assert mark(MATCHING, form.format(*rows), 4).mark is Mark.RIGHT
    assert mark(MATCHING, form.format(*reversed(rows)), 4).mark is not Mark.RIGHT


def test_a_grid_may_be_typed_letters_first() -> None:
    first, second, third = ("".join(row) for row in grid(4, *RIGHT_GRID))
    assert mark(MATCHING, f"{first}1 {second}2 {third}3", 4).mark is Mark.RIGHT
    assert mark(MATCHING, f"{third}3, {first}1, {second}2", 4).mark is Mark.RIGHT
    assert mark(MATCHING, f"{first}2 {second}1 {third}3", 4).mark is not Mark.RIGHT


ACCEPTED = "Type each row's number and the letters of its values, for example 1AC 2AC"


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("AC AD", ACCEPTED),
        ("ACD AD BC", ACCEPTED),
        ("1", ACCEPTED),
        ("1AC 2AD 3BC!", ACCEPTED),
        ("4AC", f"there's no row 4. {ACCEPTED}"),
        ("0AC", f"there's no row 0. {ACCEPTED}"),
        ("1AE", f"there's no option 'E'. {ACCEPTED}"),
        ("1AB", f"row 1 has two letters for space. {ACCEPTED}"),
        ("1AC 1AC", f"row 1 has two letters for space. {ACCEPTED}"),
    ],
)
def test_what_is_no_grid_is_asked_again(answer: str, message: str) -> None:
    assert mark(MATCHING, answer, 0) == Marked.unreadable(message)


ONE_COLUMN = item(
    "matching", rows={"SD 1": {"space": "latent"}, "Imagen": {"space": "pixel"}, "VAR": {"space": "codes"}}
)


@pytest.mark.parametrize(
    ("between", "count", "expected"),
    [("", 3, Mark.RIGHT), (" ", 3, Mark.RIGHT), (", ", 3, Mark.RIGHT), ("", 2, Mark.UNREADABLE)],
)
def test_letters_alone_fill_a_grid_of_one_column_row_by_row(between: str, count: int, expected: Mark) -> None:
    letters = [part[1] for part in (expected_answer(ONE_COLUMN, 3) or "").split()]
    assert mark(ONE_COLUMN, between.join(letters[:count]).lower(), 3).mark is expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("2*P bytes", Mark.RIGHT),
        ("it's 2P bytes", Mark.RIGHT),
        ("P bytes", Mark.WRONG),
        ("2*P bits", Mark.UNREADABLE),
        ("2*P tokens", Mark.UNREADABLE),
        ("2*P squared", Mark.UNREADABLE),
    ],
)
def test_a_formula_may_carry_the_unit_of_its_question(answer: str, expected: Mark) -> None:
    asked = item("formula", prompt="How many bytes do P weights of 16 take, squared?", symbols={"P": {}}, answer="2*P")
    assert mark(asked, answer, 0).mark is expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("p_i*(g_i - s)", Mark.RIGHT),
        (r"p_i(g_i - \sum_j g_j p_j)", Mark.RIGHT),
        ("p_i (g_i - g·p)", Mark.RIGHT),
        ("p*(g - sum(g*p))", Mark.RIGHT),
        (r"p_i(g_i - \sum_j g_j)", Mark.WRONG),
        (r"p_i(g_i + \sum_j g_j p_j)", Mark.WRONG),
        ("p_i*(g_i - g_i*p_i)", Mark.WRONG),
        ("p*(g - mean(g*p))", Mark.WRONG),
    ],
)
def test_what_a_question_defines_may_be_written_out(answer: str, expected: Mark) -> None:
    symbols = {"p": {"domain": "unit", "over": "i"}, "g": {"over": "i"}, "s": {"equals": "sum(g*p)"}}
    wrong = [{"slip": "sign", "form": "p*(g + s)", "why": "It is subtracted."}]
    marked = mark(item("formula", symbols=symbols, answer="p*(g-s)", wrong=wrong), answer, 0)
    assert marked.mark is expected
    assert (marked.slip == "sign") is (r"+ \sum" in answer)
