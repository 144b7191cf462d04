"""Planted code as a value: kinds of mistakes, what is kept, and the header above the code."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview_cli.domain.plantings.hints import STEPS, next_to_hint_at, steps_given
from interview_cli.domain.plantings.kinds import IN_WORDS, BugKind, kind_of
from interview_cli.domain.plantings.planting import Mistake, Planting, Standing, headed, standing_by_checks

SCALE = Mistake(
    name="no-scale",
    kind="scale",
    file="a.py",
    line=2,
    function="f",
    wrong="return q",
    right="return q / d",
    does="Your code doesn't divide by d.",
    should="It should divide by d.",
    fails=("small", "large"),
    shows="In training it diverges.",
    find="Look at the scale.",
)
PLANTING = Planting("a", 7, (SCALE, replace(SCALE, name="flipped", kind="sign", line=1)), {"a.py": "def f(q):\n"}, 5)


@pytest.mark.parametrize(
    ("does", "wrong", "right", "kind"),
    [
        ("Your code detaches the mean.", "x - mu.detach()", "x - mu", BugKind.DETACH),
        ("Your code adds the noise.", "x + eps", "x - eps", BugKind.SIGN),
        ("Your code hides what is visible.", "mask != 0", "mask == 0", BugKind.MASK),
        ("Your code starts one too late.", "range(1, n)", "range(n)", BugKind.OFF_BY_ONE),
        ("Your code reads the next one.", "x[t + 1]", "x[t]", BugKind.OFF_BY_ONE),
        ("Your code accepts equal ones.", "u <= p", "u < p", BugKind.OFF_BY_ONE),
        ("Your code takes the softmax over the queries.", "dim=-2", "dim=-1", BugKind.AXIS),
        ("Your code transposes the weights.", "w.T", "w", BugKind.SHAPE),
        ("Your code uses the keys as they are.", "k", "k.T", BugKind.SHAPE),
        ("Your code passes t / T to the model, as flow models expect.", "t / T", "t", BugKind.FORMULA),
        ("Your code computes the mean in float16.", "x.half().mean()", "x.mean()", BugKind.DTYPE),
        ("Your code keeps the old momentum.", "m", "b * m + g", BugKind.STATE),
        ("Your code divides by d.", "/ d", "/ math.sqrt(d)", BugKind.SCALE),
        ("Your code returns the clean image.", "return x0", "return eps", BugKind.FORMULA),
        ("Your code starts m at the first gradient.", "m=grad.clone()", "m=torch.zeros_like(grad)", BugKind.FORMULA),
        ("Your code lists a course before the courses it needs.", "out[::-1]", "out", BugKind.ORDER),
        ("Your code returns the gradient, too.", "y, g", "y", BugKind.FORMULA),
        ("Your code keeps the worst scores.", "[-k:]", "[:k]", BugKind.FORMULA),
        ("Your code drops every state that is likely.", "p > 0.5", "p < 0.5", BugKind.SIGN),
        (
            "Your code takes the softmax twice.",
            "softmax(dim=-1).log_softmax(dim=-1)",
            "log_softmax(dim=-1)",
            BugKind.FORMULA,
        ),
        ("Your code normalizes over the queries.", "softmax(dim=-2)", "softmax(dim=-1)", BugKind.AXIS),
        ("Your code fills the past with the last frame, circular padding.", "x[-1]", "0", BugKind.FORMULA),
        ("Your code clamps the ratio to [-1, 1].", "r.clamp(-1, 1)", "r", BugKind.FORMULA),
        ("Your code goes through the timesteps upward.", "reversed(range(n))", "range(n)", BugKind.ORDER),
        ("Your code swaps the levels.", "b, a = x[t], x[s]", "a, b = x[t], x[s]", BugKind.ORDER),
        ("Your code makes the kernel 4σ wide.", "int(4 * sigma) // 2", "int(4 * sigma)", BugKind.SCALE),
        ("Your code uses the root above.", "where(e > 0.5, a, b)", "where(e <= 0.5, a, b)", BugKind.SIGN),
        ("Your code passes t as a float.", "float(t)", "t", BugKind.DTYPE),
        ("Your code returns ε - ε̂.", "w * (eps - eps_hat)", "w * (eps_hat - eps)", BugKind.SIGN),
        ("Your code takes pixels from the opposite side.", "'wrap'", "'reflect'", BugKind.FORMULA),
        (
            "Your code looks up equal bins.",
            "(u.detach() * n).long()",
            "search(k.detach(), u.detach())",
            BugKind.FORMULA,
        ),
        ("Your code computes it in evaluation.", "with torch.no_grad():\n    x", "x", BugKind.DETACH),
        ("Your code returns the mean log-likelihood.", "(z - log_sum).mean()", "(log_sum - z).mean()", BugKind.SIGN),
        ("Your code returns the mean log-likelihood.", "return z.mean()", "return -z.mean()", BugKind.SIGN),
        ("Your code uses 2i/(dim/2).", "2 * i / half", "i / half", BugKind.FORMULA),
        ("Your code divides by dim/2 - 1.", "i / (half - 1 + 0)", "i / half", BugKind.SCALE),
        ("Your code corrects v for its start at 0 but uses m uncorrected.", "m", "m / (1 - b**t)", BugKind.FORMULA),
        ("Your code lets the number of masked tokens fall linearly.", "1 - s", "math.cos(s)", BugKind.FORMULA),
        ("Your code adds the sum to x.", "x.clone()", "torch.zeros_like(x)", BugKind.FORMULA),
        (
            "Your code uses cosines for both halves.",
            "cat((a.cos(), a.cos()))",
            "cat((a.cos(), a.sin()))",
            BugKind.FORMULA,
        ),
        ("Your code averages exp of each loss.", "nll.exp().mean()", "nll.mean().exp()", BugKind.ORDER),
        ("Your code averages over the tokens.", "x.mean()", "x.sum()", BugKind.AXIS),
        ("Your code returns the largest value.", "values[-1]", "values[size * size // 2]", BugKind.FORMULA),
        ("Your code uses the exponent -i/d.", "arange(d // 2) / d", "arange(0, d, 2) / d", BugKind.SCALE),
        ("Your code takes twice the noise.", "2 * z", "z", BugKind.SCALE),
        ("Your code turns negative values into 0.", "x.clamp(0, 448)", "x.abs().clamp(max=448)", BugKind.FORMULA),
        ("Your code has 0.9 as the default of `momentum`.", "momentum=0.9", "momentum=0.1", BugKind.FORMULA),
        ("Your code keeps the optimizer state whole.", "stage in (1, 2)", "stage >= 1", BugKind.FORMULA),
        ("Your code adds a constant before the logarithm.", "(p + 1e-8).log()", "p.log()", BugKind.FORMULA),
        ("Your code stops before the last level.", "levels[:-1]", "levels", BugKind.OFF_BY_ONE),
    ],
)
def test_a_mistake_is_of_the_kind_that_its_edit_or_its_words_say(
    does: str, wrong: str, right: str, kind: BugKind
) -> None:
    assert kind_of(does, wrong, right) is kind


def test_every_kind_has_a_hint_and_a_way_to_find_it() -> None:
    assert set(IN_WORDS) == set(BugKind)
    assert all(words.about and words.find.endswith(".") for words in IN_WORDS.values())


def test_a_planting_is_kept_and_read_again() -> None:
    assert Planting.of_json(PLANTING.as_json()) == PLANTING


@pytest.mark.parametrize("held", [{}, PLANTING.as_json() | {"mistakes": []}, PLANTING.as_json() | {"files": {}}])
def test_what_is_no_planting_is_refused(held: dict[str, object]) -> None:
    with pytest.raises((KeyError, ValueError)):
        Planting.of_json(held)


def test_a_header_moves_the_lines_of_the_mistakes() -> None:
    with_header = headed(PLANTING, "# one\n# two\n\n")
    assert with_header.source.splitlines()[3] == "def f(q):"
    assert [mistake.line for mistake in with_header.mistakes] == [5, 4]


def test_several_files_get_no_header() -> None:
    several = replace(PLANTING, files={"a.py": "", "b.py": ""})
    assert headed(several, "# one\n") == several


def test_a_file_that_could_not_be_run_has_nothing_fixed() -> None:
    standing = Standing.unknown(PLANTING, "line 1: invalid syntax")
    assert (standing.planted, standing.fixed, standing.is_done) == (2, 0, False)


@pytest.mark.parametrize(
    ("failing", "left", "other"),
    [
        ({}, (), ""),
        ({"small": "a", "large": "b"}, ("no-scale",), ""),
        ({"small": "a"}, (), 'The check "small" fails: a'),
        ({"sign": "c", "new": "d"}, ("flipped",), 'The check "new" fails: d'),
    ],
)
def test_a_mistake_of_a_project_is_left_if_all_fails_that_it_fails_alone(
    failing: dict[str, str], left: tuple[str, ...], other: str
) -> None:
    first, second = PLANTING.mistakes
    project = replace(PLANTING, mistakes=(first, replace(second, fails=("sign",))))
    assert standing_by_checks(project, failing) == Standing(PLANTING.kinds, left, other)


@pytest.mark.parametrize(
    ("left", "other", "fixed", "is_done"),
    [(("no-scale", "flipped"), "", 0, False), (("flipped",), "", 1, False), ((), "", 2, True), ((), "x", 2, False)],
)
def test_all_is_done_when_nothing_is_left_and_nothing_else_is_wrong(
    left: tuple[str, ...], other: str, fixed: int, is_done: bool
) -> None:
    standing = Standing(PLANTING.kinds, left, other)
    assert (standing.fixed, standing.is_done) == (fixed, is_done)
    assert Standing.of_json(standing.as_json(), PLANTING.kinds) == standing


@pytest.mark.parametrize(
    ("saves", "taken", "given"),
    [
        ([], 0, {}),
        ([], STEPS + 1, {"a": STEPS, "b": 1}),
        ([(0, "b")], 2, {"b": 2}),
        ([(1, "b"), (3, "ab")], 5, {"a": 3, "b": 2}),
        ([(2, "")], 2, {"a": 2}),
    ],
)
def test_on_which_mistakes_hints_were_given_is_told_from_what_each_save_left(
    saves: list[tuple[int, str]], taken: int, given: dict[str, int]
) -> None:
    assert steps_given(("a", "b"), saves, taken) == given


def test_the_next_hint_is_on_the_first_mistake_that_is_left_and_was_not_told() -> None:
    assert next_to_hint_at(("a", "b", "c"), ("b", "c"), {"b": STEPS}) == "c"
    assert next_to_hint_at(("a", "b"), ("a",), {"a": STEPS}) is None


@pytest.mark.parametrize(
    ("before", "left"),
    [
        (("halved", "flipped"), ("halved", "flipped")),
        (("halved",), ("halved",)),
        ((), ("halved",)),
    ],
)
def test_what_a_file_does_not_tell_is_as_it_was_before(before: tuple[str, ...], left: tuple[str, ...]) -> None:
    """Of two that are left one is seen; the other may be hidden by something else that is wrong."""
    kinds = (("halved", "scale"), ("flipped", "sign"))
    standing = Standing(kinds, ("halved", "flipped"), "sum: wrong", unsure=("flipped",))
    assert standing.after(before) == Standing(kinds, left, "sum: wrong")
