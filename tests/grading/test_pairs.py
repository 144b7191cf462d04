"""Two mistakes at once that no two separate edits of the page say: in one expression, in a helper, beside a general one."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.question import Problem
from interview_cli.grading.diagnosis.composition import composed, nearness, twins
from interview_cli.grading.host.client import GradingClient, Options
from reference_impls.slips import Edit, Redefinition, Slip, applied_together

PAGES = packaged_pages()
PAGE = "def f(a, b):\n    return a[:, None] * b[:, None]\n"
ONE_PLUS_GAMMA_OF_THE_FIRST_SAMPLE = """
def film(x, gamma, beta):
    scale = gamma[:1, :, None, None]
    return x * (1 + scale) + beta[:, :, None, None]
"""
SHARED_HELPER = """
import torch

def parameters(half, net):
    out = net(half)
    return out[:, half.shape[-1]:], out[:, : half.shape[-1]]

def coupling_forward(x, net):
    keep, change = x.chunk(2, 1)
    s, t = parameters(keep, net)
    return torch.cat((keep, change * s.exp() + t), 1), s.sum(1)

def coupling_inverse(y, net):
    keep, moved = y.chunk(2, 1)
    s, t = parameters(keep, net)
    return torch.cat((keep, (moved - t) * (-s).exp()), 1), s.sum(1)
"""
"""Shift before scale in what both functions call, and the determinant of the inverse with the wrong sign."""
FROM_THE_MIDDLE_ALONG_THE_UNCONDITIONAL = """
def rectified_cfg_step(model, x, t, dt, c, lam):
    middle = x + dt / 2 * model(x, t, c)
    cond, uncond = model(middle, t + dt / 2, c), model(middle, t + dt / 2, None)
    return middle + dt * (uncond + lam * (cond - uncond))
"""
RETURNED_IN_ANOTHER_ORDER = """
def compute_optimal(compute, e, a, b, alpha, beta):
    total = alpha + beta
    n = (beta * b / (alpha * a)) ** (1 / total) * (compute / 6) ** (beta / total)
    d = compute / 6 / n
    loss = e + a / n**alpha + b / d**beta
    return d, n, loss
"""
"""With G inverted. Other two mistakes give the same answers."""


pytestmark = pytest.mark.xdist_group("pairs")  # each worker would start a host of its own


OF_KEYS_AND_INVERTED = """
import torch

def attention(q, k, v, mask=None):
    s = q @ k.transpose(-2, -1) / k.shape[-2] ** 0.5
    if mask is not None:
        s = s.masked_fill(mask, float("-inf"))
    w = torch.softmax(s, dim=-1)
    return w @ v, w
"""
"""Scaled by the number of keys, and the mask as `nn.MultiheadAttention` has it: masks of numbers raise."""


@pytest.fixture(scope="module")
def grader(catalogue: dict[str, Problem]) -> Iterator[GradingClient]:
    """One that looks as long as it takes: it stops where a pair is found, and tests share the processors."""
    client = GradingClient(catalogue, os.environ, Options(pair_seconds=10.0, repair_seconds=0))
    yield client
    client.close()


LEFT_OUT_AND_FIXED = """
def training_bytes_per_gpu(params, zero_stage, gpus, param_bytes=2, grad_bytes=2, optim_bytes=12):
    optim = 8 / gpus if zero_stage >= 1 else 8
    weights = param_bytes / gpus if zero_stage >= 3 else param_bytes
    return params * (weights + optim)
"""
"""No gradients, and an optimizer state of 8 bytes whatever is asked for, of which a default of 8 explains the most."""


def edit(name: str, replace: str, instead: str) -> Slip:
    """A mistake."""
    return Slip(name, "Your code is wrong.", "It should be right.", Edit(replace, instead))


ONE_PLUS = edit("one-plus", "a[:, None]", "(1 + a[:, None])")
FIRST = edit("first", "a[:, None] * b[:, None]", "a[:1, None] * b[:1, None]")
AXIS = edit("axis", "a[:, None]", "a[None]")
ADDED = edit("added", "a[:, None] * b", "a[:, None] + b")


def test_edits_of_one_expression_that_change_other_words_of_it_stand_together() -> None:
    with pytest.raises(ValueError, match="no place of its own"):
        applied_together((ONE_PLUS, FIRST), PAGE)
    assert composed((ONE_PLUS, FIRST), PAGE) == PAGE.replace(
        "a[:, None] * b[:, None]", "(1 + a[:1, None]) * b[:1, None]"
    )


def test_an_edit_stands_inside_what_another_one_puts_in() -> None:
    halved = edit("halved", "return a[:, None] * b[:, None]", "c = a[:, None] / 2\n    return c * b[:, None]")
    assert composed((halved, AXIS), PAGE) == "def f(a, b):\n    c = a[None] / 2\n    return c * b[:, None]\n"


def test_what_one_edit_puts_in_once_more_the_other_one_changes_in_both_places() -> None:
    shared = edit("shared", "return c * b[:, None]", "return c * b[:, None] / b[:, None].sum()")
    other = edit("other", "b[:, None]", "b[:-1, None]")
    page = "def f(a, b):\n    c = a\n    return c * b[:, None]\n"
    both = page.replace("c * b[:, None]", "c * b[:-1, None] / b[:-1, None].sum()")
    assert composed((shared, other), page) == composed((other, shared), page) == both


def test_an_edit_stands_inside_another_definition() -> None:
    anew = Slip("anew", "", "", Redefinition("def f(a, b):\n    return a[:, None] * 2\n"))
    assert composed((anew, AXIS), PAGE) == "\n\ndef f(a, b):\n    return a[None] * 2\n"


def test_two_edits_of_the_same_words_do_not_stand_together() -> None:
    other = edit("other", "a[:, None]", "a[0]")
    assert composed((AXIS, other), PAGE) is None


def test_what_is_no_code_is_no_pair() -> None:
    assert composed((edit("opened", "* b", "* (b"), FIRST), PAGE) is None


def test_the_same_edit_at_two_places_is_one_mistake_of_a_helper() -> None:
    page = "def f(a):\n    return a + 1\n\ndef g(a):\n    return -(a + 1)\n"
    once, again = edit("once", "return a + 1", "return a - 1"), edit("again", "(a + 1)", "(a - 1)")
    assert list(twins([once, edit("other", "-(", "("), again], page)) == [(once, again)]


def test_of_equal_answers_the_one_in_the_answers_own_words_is_nearer() -> None:
    source = "def f(a, b):\n    return a[None] * b[:, None]\n"
    assert nearness((AXIS,), PAGE, source) == 1
    assert nearness((ADDED,), PAGE, source) < 1


@pytest.mark.parametrize(
    ("problem", "source", "slips"),
    [
        ("film", ONE_PLUS_GAMMA_OF_THE_FIRST_SAMPLE, {"one-plus-gamma", "first-gamma-for-all"}),
        ("attention", OF_KEYS_AND_INVERTED, {"scale-by-number-of-keys", "mask-inverted"}),
        (
            "affine-coupling",
            SHARED_HELPER,
            {"shift-before-scale", "shift-before-scale-in-the-inverse", "log-det-of-the-inverse-positive"},
        ),
        (
            "cfg-rectified",
            FROM_THE_MIDDLE_ALONG_THE_UNCONDITIONAL,
            {"unconditional-base", "from-the-predicted-point"},
        ),
        ("scaling-law-optimal", RETURNED_IN_ANOTHER_ORDER, {"G-inverted", "tokens-first"}),
    ],
)
def test_two_mistakes_are_named(grader: GradingClient, problem: str, source: str, slips: set[str]) -> None:
    found = grader.grade(problem, source, file="a.py", seed=3).diagnosis
    assert {one.slip for one in found} == slips
    assert {one.together for one in found} == {1}


def test_where_many_pairs_would_break_the_same_laws_none_is_named(grader: GradingClient) -> None:
    page = PAGES.as_answer("dsm-loss")
    source = page.replace("sigma) + eps", "sigma) - eps").replace(
        "error.square().flatten(1).sum(dim=1)", "error.flatten(1).norm(dim=1)"
    )
    found = grader.grade("dsm-loss", source, file="a.py", seed=3).diagnosis
    assert all(one.together is None for one in found)


def test_a_pair_that_contradicts_a_wrong_value_is_not_named(grader: GradingClient) -> None:
    found = grader.grade("training-memory", LEFT_OUT_AND_FIXED, file="a.py", seed=3).diagnosis
    assert all(one.together is None for one in found)
