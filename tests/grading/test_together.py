"""Two mistakes in one file: both are named, as entries that belong together, and never a pair that is not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.domain.items.verdict import Verdict
from interview_cli.grading.host.client import GradingClient

PAGES = packaged_pages()
PATIENT_SECONDS = 5.0
EDITS = {
    "no-scale": (" / math.sqrt(q.shape[-1])", ""),
    "mask-inverted": ("mask == 0", "mask != 0"),
    "softmax-over-queries": ("softmax(dim=-1)", "softmax(dim=-2)"),
    "returns-scores": ("return attn @ v, attn", "return attn @ v, scores"),
}
OWN_STYLE = """
import math
import torch.nn.functional as F

def attention(query, key, value, mask=None):
    heads = []
    for h in range(query.shape[1]):
        weights = query[:, h].bmm(key[:, h].mT)
        if mask is not None:
            m = mask.expand(query.shape[0], query.shape[1], query.shape[2], key.shape[2])[:, h]
            weights = weights.masked_fill(m != 0, -math.inf)
        heads.append(F.softmax(weights, -1))
    import torch
    attn = torch.stack(heads, 1)
    return attn @ value, attn
"""
"""No scale, and the mask the other way round."""


def edited(*names: str) -> str:
    """The page of attention with these mistakes."""
    page = PAGES.as_answer("attention")
    for name in names:
        assert page.count(EDITS[name][0]) == 1
        page = page.replace(*EDITS[name])
    return page


def graded(grader: GradingClient, source: str) -> Verdict:
    """The verdict on an answer to attention; what is found in a second elsewhere may take longer on a slow machine."""
    options = grader.options
    grader.options = replace(options, pair_seconds=PATIENT_SECONDS)
    try:
        return grader.grade("attention", source, file="a.py", seed=3)
    finally:
        grader.options = options


@pytest.mark.parametrize(
    "names",
    [
        ("no-scale", "mask-inverted"),
        ("no-scale", "softmax-over-queries"),
        ("mask-inverted", "returns-scores"),
        ("no-scale", "mask-inverted", "returns-scores"),
    ],
)
def test_mistakes_made_at_once_are_all_named(grader: GradingClient, names: tuple[str, ...]) -> None:
    found = graded(grader, edited(*names)).diagnosis
    assert {one.slip for one in found} == set(names)
    assert {one.together for one in found} == {1}


def test_in_a_style_of_its_own_too(grader: GradingClient) -> None:
    found = graded(grader, OWN_STYLE).diagnosis
    assert {one.slip for one in found} == {"no-scale", "mask-inverted"}


def test_one_mistake_stands_alone(grader: GradingClient) -> None:
    (found,) = graded(grader, edited("no-scale")).diagnosis
    assert (found.slip, found.together) == ("no-scale", None)


def test_a_mistake_beside_one_that_nobody_knows_is_no_pair(grader: GradingClient) -> None:
    source = edited("no-scale").replace("return attn @ v, attn", "return attn @ v * 1.37, attn")
    assert all(one.together is None for one in graded(grader, source).diagnosis)


@pytest.mark.parametrize(
    ("change", "slip", "words"),
    [
        (("scores = q @", "scores = q.detach() @"), "q-detached", "No gradient reaches q."),
        (("def attention(", "@torch.no_grad()\ndef attention("), "no-gradient", "No gradient arrives anywhere."),
    ],
)
def test_a_lost_gradient_is_told_beside_wrong_values(
    grader: GradingClient, change: tuple[str, str], slip: str, words: str
) -> None:
    page = "import torch\n" + edited("no-scale")
    assert page.count(change[0]) == 1
    found = graded(grader, page.replace(*change)).diagnosis
    assert [(one.slip, one.together) for one in found] == [("no-scale", 1), (slip, 1)]
    assert found[1].message.startswith(words)


def test_an_answer_outside_torch_loses_no_gradients(grader: GradingClient) -> None:
    page = "import torch\nimport numpy as np\n" + edited("no-scale").replace(
        "return attn @ v, attn",
        "return torch.from_numpy(attn.detach().numpy() @ v.detach().numpy()), torch.tensor(attn.detach().numpy())",
    )
    found = graded(grader, page).diagnosis
    assert [one.slip for one in found] == ["no-scale"]


def test_a_broken_law_is_told_beside_wrong_values(grader: GradingClient) -> None:
    page = PAGES.as_answer("fp8-quantize")
    source = page.replace("(size / step).round()", "(size / step - 0.5).ceil()").replace(
        "* step, x)", "* step, x).float()"
    )
    found = grader.grade("fp8-quantize", source, file="a.py", seed=3).diagnosis
    assert [(one.slip, one.together) for one in found] == [("ties-to-zero", 1), ("float32-returned", 1)]


GUARDED = """
def gaussian_map_mean(x, sigma2, mu0, tau2):
    if len(x) == 0:
        return float(mu0)
    weight = len(x) / sigma2 + 1 / tau2
    return float((sum(x) / len(x) / sigma2 + mu0) / weight)
"""
"""The mean in the place of the sum, and a prior without its weight; right where there are no samples, unlike both mistakes."""


def test_a_pair_that_explains_all_but_an_edge_is_named(grader: GradingClient) -> None:
    found = grader.grade("gaussian-map-mean", GUARDED, file="a.py", seed=3).diagnosis
    assert [(one.slip, one.together) for one in found] == [("mean-for-sum", 1), ("prior-mean-not-weighted", 1)]
    assert found[1].message.endswith("failing checks.")


UNDEFINED_BUT_GUARDED = """
import torch.nn.functional as F

def sft_loss(logits, labels, response_mask):
    target = labels[:, 1:].where(response_mask[:, 1:].bool(), -100)
    total = F.cross_entropy(logits[:, :-1].flatten(0, 1), target.flatten(), reduction="sum")
    return total / max(target.numel(), 1)
"""
"""A mean over all positions, which is 0/0 for sequences of one token, where this file gives the right 0."""


def test_a_mistake_is_named_where_a_guard_hides_what_it_leaves_undefined(grader: GradingClient) -> None:
    (found,) = grader.grade("sft-loss", UNDEFINED_BUT_GUARDED, file="a.py", seed=3).diagnosis
    assert found.slip == "divided-by-all-tokens"


@pytest.mark.parametrize(
    ("problem", "source", "slip"),
    [
        (
            "fp8-quantize",
            "import torch\n\ndef fp8_e4m3(x):\n    x.clamp_(-448.0, 448.0)\n    wide = x.double()\n"
            "    power = torch.frexp(wide.abs().nan_to_num(0.0)).exponent.sub(4).clamp(min=-9)\n"
            "    step = torch.pow(2.0, power.double())\n    return (torch.floor(wide / step + 0.5) * step).to(x.dtype)\n",
            "ties-up",
        ),
        (
            "permutations",
            "import itertools\n\ndef permutations(nums):\n    nums.reverse()\n"
            "    return [''.join(map(str, some)) for some in itertools.permutations(nums)]\n",
            "joined-into-strings",
        ),
    ],
)
def test_a_changed_argument_is_told_beside_what_is_wrong(
    grader: GradingClient, problem: str, source: str, slip: str
) -> None:
    found = grader.grade(problem, source, file="a.py", seed=3).diagnosis
    assert [(one.slip, one.together) for one in found] == [(slip, 1), ("argument-changed", 1)]


SORTED_IN_PLACE = """
def three_sum(nums):
    found = []
    nums.sort()
    for i, a in enumerate(nums):
        if i > 0 and a == nums[i - 1]:
            continue
        low, high = i + 1, len(nums) - 1
        while low < high:
            total = a + nums[low] + nums[high]
            if total > 0:
                high -= 1
            elif total < 0:
                low += 1
            else:
                found.append([a, nums[low], nums[high]])
                low += 1
                high -= 1
    return found
"""
"""Of a call that changes its argument no value is seen, so that several mistakes fit the few that are."""


def test_alternatives_beside_a_changed_argument_are_not_said_to_be_made_at_once(grader: GradingClient) -> None:
    *others, written = grader.grade("three-sum", SORTED_IN_PLACE, file="a.py", seed=3).diagnosis
    assert (written.slip, written.together) == ("argument-changed", 1)
    assert len(others) > 1
    assert {one.together for one in others} == {None}


SIGN_AND_SIZE = """
import torch

@torch.no_grad()
def sds_gradient(model, x, t, eps, c, alphas_bar, w=100.0):
    level = alphas_bar[t].to(x.dtype).reshape(-1, *[1] * (x.dim() - 1))
    noisy = level.sqrt() * x + (1 - level).sqrt() * eps
    plain, guided = model(noisy, t, None), model(noisy, t, c)
    error = eps - (plain + w * (guided - plain))
    return (1 - level) * error / x.shape[0]
"""
"""All checks of this problem ask whether there is a graph, which is no refusal."""

ANEW = """
def combinations(n, k):
    if k == 0:
        return []
    found = []

    def search(first, some):
        if len(some) == k:
            found.append(some)
            return
        for number in range(first, n + 1):
            search(first + 1, [*some, number])

    search(1, [])
    return found
"""
"""One of the two known mistakes writes the function anew, so that no page holds both."""

HIDING = """
def split_array(nums, k):
    low, high = max(nums), sum(nums)
    while low < high:
        middle, count, total = (low + high) // 2, 1, 0
        for number in nums:
            if total + number > middle:
                count, total = count + 1, 0
            else:
                total += number
        low, high = (low, middle) if count < k else (middle + 1, high)
    return low
"""
"""A part too few makes the sums larger, and the numbers that are lost make them smaller: half of the answers are right."""


@pytest.mark.parametrize(
    ("problem", "source", "slips"),
    [
        ("sds-gradient", SIGN_AND_SIZE, {"sign", "mean-over-the-batch"}),
        ("combinations", ANEW, {"next-after-start", "nothing-for-zero"}),
        ("split-array-largest-sum", HIDING, {"one-part-fewer", "cutting-number-lost"}),
    ],
)
def test_two_are_named_where_little_tells_them_apart(
    grader: GradingClient, problem: str, source: str, slips: set[str]
) -> None:
    options = grader.options
    grader.options = replace(options, pair_seconds=PATIENT_SECONDS)
    try:
        found = grader.grade(problem, source, file="a.py", seed=3).diagnosis
    finally:
        grader.options = options
    assert {one.slip for one in found} == slips
    assert {one.together for one in found} == {1}
