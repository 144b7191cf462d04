"""Lenient in form, strict in value."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from interview_cli.grading.diagnosis.difference import kind_of_difference
from interview_cli.grading.diagnosis.patterns import pattern_of
from interview_cli.grading.judge.compare import Comparer, unwrapped
from interview_cli.grading.wire.frames import Opaque
from reference_impls.problem import TOLERANCES

NAN, INF = float("nan"), float("inf")
BASE = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 7.0]], dtype=torch.float64)


def comparer(tier: torch.dtype = torch.float32) -> Comparer:
    return Comparer(TOLERANCES, tier)


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (BASE.float(), BASE),
        (BASE.numpy(), BASE),
        (BASE.tolist(), BASE),
        (BASE + 1e-6, BASE),
        ([BASE, 1], (BASE, 1)),
        (BASE, list(BASE)),
        (torch.tensor(2.5), 2.5),
        (numpy.float32(2.5), 2.5),
        (3, 3),
        (3.0, 3),
        (torch.tensor(3), 3),
        (3, 3.0),
        ([1, 2], (1, 2)),
        (numpy.array([1, 2]), [1, 2]),
        ({"a": BASE}, {"a": BASE}),
        (torch.tensor([NAN, INF, -INF]), torch.tensor([NAN, INF, -INF])),
        (INF, INF),
        (None, None),
        (torch.tensor(True), True),
        (torch.zeros(2), torch.tensor([0.0, 1e-9], dtype=torch.float64)),
        ([(1, 2), (0, 3)], {(1, 2), (0, 3)}),
    ],
)
def test_the_same_answer_in_another_form_is_the_same(got: Any, want: Any) -> None:
    assert comparer().difference(got, want) is None


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (BASE.T, BASE),
        (BASE[0], BASE),
        (BASE.unsqueeze(0), BASE),
        (BASE * 1.001, BASE),
        (BASE.where(BASE != 7, torch.tensor(NAN).double()), BASE),
        (torch.tensor([NAN]), torch.tensor([1.0])),
        (torch.tensor([1.0]), torch.tensor([NAN])),
        (torch.tensor([INF]), torch.tensor([-INF])),
        (torch.tensor([2.5]), 2.5),
        (None, 0.0),
        (True, 1.0),
        ("3", 3),
        (4, 3),
        ([1, 2, 3], [1, 2]),
        ({"a": 1}, {"b": 1}),
        (Opaque("module", ""), BASE),
        (torch.tensor([1, 2]), torch.tensor([1, 3])),
        (torch.tensor([1 + 1j]), torch.tensor([1.0])),
        ([1, 1, 1], {1, 2, 3}),
        (torch.tensor(5), True),
        (torch.tensor([(1 << 53) + 1]), torch.tensor([1 << 53])),
        (BASE.half() / 3, BASE / 3),
    ],
)
def test_another_answer_is_another_in_any_form(got: Any, want: Any) -> None:
    found = comparer().difference(got, want)
    assert found is not None
    assert found.message


def test_the_tolerance_is_that_of_the_lower_precision() -> None:
    off = BASE * (1 + 5e-5)
    assert comparer(torch.float64).difference(off, BASE) is not None
    assert comparer(torch.float64).difference(off.float(), BASE) is None
    assert comparer(torch.float16).difference(BASE * 1.004, BASE) is None


def test_what_was_computed_in_float32_and_cast_back_is_held_to_float32() -> None:
    want = torch.linspace(1, 2, 7, dtype=torch.float64)
    off = want * (1 + 5e-5)
    assert comparer(torch.float64).difference(off.float().double(), want) is None
    assert comparer(torch.float64).difference(off, want) is not None
    assert comparer(torch.float64).difference((want * (1 + 5e-4)).float().double(), want) is not None


def test_gradients_may_pass_through_float32_and_share_one_scale() -> None:
    """What large terms leave when they cancel shows float32's rounding many times over."""
    small, large = torch.tensor([-0.0525924], dtype=torch.float64), torch.tensor([4.0], dtype=torch.float64)
    off = small - 3e-6
    assert comparer(torch.float64).difference(off, small) is not None
    assert comparer(torch.float64).for_gradients([small, large]).difference(off, small) is None
    assert comparer(torch.float64).for_gradients([small, large]).difference(small - 2e-4, small) is not None


@pytest.mark.parametrize(
    ("got", "kind"),
    [
        (-BASE, "The sign is the other way round."),
        (BASE * 2, "Every value is 2 times the right one (a factor 2)."),
        (BASE / 3, "Every value is 0.333333 times the right one."),
        (BASE + 1, "Every value is off by the same +1."),
        (BASE.T, "The last two axes are swapped."),
        (BASE.flip(1), "Axis 1 is reversed."),
        (BASE.roll(1, 1), "The values are shifted by one along axis 1."),
        (BASE.reshape(-1), "The numbers are right, the shape is not."),
        (BASE * NAN, "Your answer has NaN where the right one is finite."),
        (BASE**2, None),
    ],
)
def test_the_kind_of_difference_is_said(got: torch.Tensor, kind: str | None) -> None:
    assert kind_of_difference(got, BASE, comparer()) == kind


@pytest.mark.parametrize(
    ("got", "want"),
    [(False, 0), (0.0, 0), (3.0000005, 3), (2, 4), (torch.zeros(2), torch.tensor([0.0, 1.0]))],
)
def test_nothing_is_read_off_a_single_number_or_off_zeros(got: Any, want: Any) -> None:
    assert kind_of_difference(got, want, comparer()) is None


WIDE = torch.arange(12.0).reshape(3, 4) + 1
LAST = torch.tensor([0.0, 0.0, 0.0, 1.0])
NEARLY = (
    "Every value that is wrong is right to {} digits. Is a constant of yours rounded, is an eps another one, or is something "
    "computed in a lower precision?"
)
ASIDE = torch.tensor([[0.5, 0.0, 1.0, 2.0], [0.3, 0.0, 0.1, 0.0], [0.0, 0.0, 0.0, 3.0]])


@pytest.mark.parametrize(
    ("off", "pattern"),
    [
        (LAST * WIDE, "Only the last entries along the last axis are wrong."),
        (-LAST.flip(0) * WIDE, "Only the first entries along the last axis are wrong."),
        (torch.tensor([[1.0], [0.0], [0.0]]) * ASIDE.flip(1).sin(), "Only the first entries along axis -2 are wrong."),
        (ASIDE, "Every value that is wrong is too large."),
        (-ASIDE, "Every value that is wrong is too small."),
        (ASIDE * torch.tensor([1.0, 1.0, 1.0, -1.0]), None),
        (ASIDE * NAN, None),
        (WIDE * 4e-4, NEARLY.format(3)),
        (WIDE * torch.tensor([0.0, 2e-4, -9e-4, 3e-4]), NEARLY.format(3)),
    ],
)
def test_what_holds_of_every_wrong_value_is_said(off: torch.Tensor, pattern: str | None) -> None:
    assert pattern_of([(WIDE + off, WIDE, comparer())] * 3) == pattern


def test_a_pattern_needs_more_than_chance_and_all_results() -> None:
    few = (WIDE + LAST, WIDE, comparer())
    assert pattern_of([few] * 2) == "Every value that is wrong is too large."
    assert pattern_of([few]) is None
    assert pattern_of([few, few, (WIDE - ASIDE, WIDE, comparer())]) is None
    assert pattern_of([*[few] * 3, ("a word", WIDE, comparer())]) is None
    assert pattern_of([([1, 2], [1, 3], comparer())] * 5) == "Every value that is wrong is too small."
    assert pattern_of([(True, False, comparer())] * 9) is None
    assert pattern_of([]) is None
    assert pattern_of([few, few, few, (WIDE, WIDE, comparer())]) is None


def test_another_order_is_said_of_both_sides() -> None:
    order = torch.tensor([3, 1, 0, 2, 5, 4])
    mixed = BASE.flatten()[order].reshape(2, 3)
    assert kind_of_difference(BASE, mixed, comparer()) == kind_of_difference(mixed, BASE, comparer())
    assert kind_of_difference(BASE, mixed, comparer()) == "The values are those of the right answer in another order."


VALUES = st.one_of(st.sampled_from([0.0, 1.0, -3.0, 1e-9, 1e4]), st.sampled_from([-0.0, 1e300, NAN, INF, -INF]))
OFF_BY = st.one_of(st.sampled_from([0.0, 1.0, NAN, INF]), st.floats(-6, -1).map(lambda exponent: 10**exponent))


@settings(max_examples=500)
@given(
    pairs=st.lists(st.tuples(VALUES, OFF_BY, st.booleans()), min_size=1, max_size=4),
    tier=st.sampled_from(list(TOLERANCES)),
    own=st.sampled_from([torch.float64, torch.float32]),
)
def test_the_quick_comparison_says_what_the_one_entry_by_entry_says(
    pairs: list[tuple[float, float, bool]], tier: torch.dtype, own: torch.dtype
) -> None:
    """One entry out of its bounds is a difference, and none is not, whatever stands beside it."""
    want = torch.tensor([value for value, _, _ in pairs], dtype=torch.float64)
    off = [value * (1 + by) if relative else value + by for value, by, relative in pairs]
    got = torch.tensor(off, dtype=torch.float64).to(own)
    compares = comparer(tier)
    is_right = not compares.wrong_entries(got, want).any()
    assert (compares.difference(got, want) is None) == compares.agrees(got, want) == is_right


def test_to_say_where_values_differ_takes_no_library_that_grading_does_without() -> None:
    """What torch loads on first use would be loaded for each wrong answer anew, by the process that judges it alone."""
    asks = (
        "import sys, torch\n"
        "from interview_cli.grading.judge.compare import Comparer\n"
        "from reference_impls.problem import TOLERANCES\n"
        "before = set(sys.modules)\n"
        "found = Comparer(TOLERANCES, torch.float32).difference(torch.ones(2, 3), torch.arange(6.0).view(2, 3))\n"
        "print(found.message, len(set(sys.modules) - before))"
    )
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True).stdout
    assert said == "the result: 5 of 6 values differ, most at [1, 2]: 1, expected 5 0\n"


@pytest.mark.parametrize("kind", ["uint16", "uint32", "uint64"])
def test_whole_numbers_are_compared_with_unsigned_ones(kind: str) -> None:
    want = torch.tensor([1, 2, 40_000]).to(getattr(torch, kind))
    comparer = Comparer(TOLERANCES, torch.float32)
    assert comparer.agrees(torch.tensor([1, 2, 40_000]), want)
    assert comparer.agrees(torch.tensor([1.0, 2.0, 40_000.0]), want)
    assert not comparer.agrees(torch.tensor([1, 2, 40_001]), want)


def test_several_results_are_no_tensor_of_a_shape_that_was_never_made() -> None:
    wanted = torch.tensor(0.5, dtype=torch.float64)
    found = comparer().difference((torch.ones(1), torch.ones(1), torch.ones(1)), wanted)
    assert found is not None
    assert "is a tuple of 3 tensors, expected a tensor of shape ()" in found.message
    assert comparer().difference((torch.tensor(0.5), torch.tensor(0.5)), torch.full((2,), 0.5)) is None


@pytest.mark.parametrize(
    ("where", "told"),
    [("the result", "result[1] is 6"), ("put(1, 5) get(1) get(2)", "put(1, 5) get(1) get(2): result[1] is 6")],
)
def test_the_place_of_a_part_is_not_read_as_that_of_the_last_call(where: str, told: str) -> None:
    found = comparer().difference([5, 6], [5, -1], where)
    assert found is not None
    assert found.message.startswith(told)


def test_numbers_of_numpy_that_torch_has_not_are_taken_for_those_that_it_has() -> None:
    value = unwrapped(numpy.longdouble(0.5))
    assert value.dtype == torch.float64 and value.item() == 0.5
