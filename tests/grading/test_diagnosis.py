"""What is said of an answer that no slip explains: only what holds wherever it fails.

One change of its own that makes it right would come first: see test_repair. Those are left out of `explained`.
"""

from __future__ import annotations

import functools
import os
from typing import Any

import pytest

from interview_cli.bank.reference_pages import packaged_pages
from interview_cli.grading.host.client import GradingClient, Options
from tests.grading.inline import InlineGrader
from tests.packaged import packaged

ATTENTION = packaged_pages().as_answer("attention")


@functools.cache
def inline() -> InlineGrader:
    """One for all, which keeps what the reference and the known mistakes give; several at once are for test_pairs."""
    return InlineGrader(packaged().problems, pair_seconds=0.2)


def explained(problem: str, source: str, seed: int = 3) -> list[dict[str, Any]]:
    """The diagnosis of a wrong answer."""
    verdict = inline().grade(problem, source, seed)
    assert verdict["verdict"] != "pass"
    diagnosis: list[dict[str, Any]] = verdict["diagnosis"]
    return diagnosis


def said(problem: str, source: str) -> str:
    """The sentences on an answer that reproduces no slip."""
    found = explained(problem, source)
    assert all(one["slip"] is None for one in found), found
    return " ".join(one["message"] for one in found)


def test_a_factor_that_holds_everywhere_is_said() -> None:
    source = ATTENTION.replace("return attn @ v, attn", "return 7 * (attn @ v), attn")
    assert "Every value is 7 times the right one" in said("attention", source)


def test_a_factor_of_the_first_case_alone_is_not() -> None:
    source = ATTENTION.replace("return attn @ v, attn", "return (7 if q.shape[2] == 2 else 9) * (attn @ v), attn")
    assert "times" not in said("attention", source)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (
            "{'taken': nums[:1], 'best': best}",
            "2 results. The one under 'best' is right. It should return only that one.",
        ),
        ("len(nums), best + (len(nums) == 1)", "2 results. Number 2 of them is right in all but"),
    ],
)
def test_the_right_answer_among_others_is_said(given: str, words: str) -> None:
    source = "def rob(nums):\n    last = best = 0\n    for n in nums:\n        last, best = best, max(best, last + n)\n"
    assert words in said("house-robber", f"{source}    return {given}\n")


def test_one_of_several_values_that_is_right_by_chance_is_not_said() -> None:
    found = explained("house-robber", "def rob(nums):\n    return 0, sum(nums), [0]\n")
    assert not any("is right" in one["message"] for one in found)


def test_where_others_raise_it_is_not_the_only_one_that_fails() -> None:
    raising = 'if q.shape[2] == 6:\n        raise KeyError("six")\n    '
    wrong = ATTENTION.replace("return attn @ v, attn", f"{raising}return (q.shape[2] == 2) + attn @ v, attn")
    assert "Only" not in said("attention", wrong)
    alone = ATTENTION.replace("return attn @ v, attn", "return (q.shape[2] == 2) + attn @ v, attn")
    assert "Only 'one head, two queries, three keys' fails." in said("attention", alone)


def test_up_to_three_checks_that_fail_are_named() -> None:
    two = ATTENTION.replace("return attn @ v, attn", "return (q.shape[2] in (2, 6)) + attn @ v, attn")
    sentence = said("attention", two)
    assert "Only 'one head, two queries, three keys'" in sentence
    assert " and '" in sentence
    most = ATTENTION.replace("return attn @ v, attn", "return (q.shape[2] != 2) + attn @ v, attn")
    assert "Only" not in said("attention", most)


# --- what every problem's answers can do ------------------------------------------------------------------------------

KTH = packaged_pages().as_answer("kth-smallest")
PSNR = packaged_pages().as_answer("psnr")
CONV = packaged_pages().as_answer("causal-conv3d")
CACHE = packaged_pages().as_answer("kv-cache-bytes")


def on_top(page: str, entry: str, code: str) -> str:
    """The page with its entry kept as `right`, and another one above it."""
    return f"{page}\n\nright = {entry}\n\n\n{code}\n"


GENERAL = [
    (
        "recursion-too-deep",
        "kth-smallest",
        on_top(
            KTH,
            "kth_smallest",
            "def kth_smallest(nums, k):\n    if len(nums) < 3 or not 1 <= k <= len(nums):\n        return right(nums, k)\n"
            "    first, rest = nums[0], nums[1:]\n    below = [x for x in rest if x < first]\n"
            "    if k <= len(below):\n        return kth_smallest(below, k)\n"
            "    if k == len(below) + 1:\n        return first\n"
            "    return kth_smallest([x for x in rest if x >= first], k - len(below) - 1)",
        ),
    ),
    (
        "wrong-on-large-logits",
        "cross-entropy",
        on_top(
            packaged_pages().as_answer("cross-entropy"),
            "cross_entropy",
            "def cross_entropy(logits, targets):\n    return right(logits, targets) * (1 if logits.abs().max() < 2000 else 0.7)",
        ),
    ),
    (
        "wrong-on-tiny-x",
        "quantize-symmetric",
        on_top(
            packaged_pages().as_answer("quantize-symmetric"),
            "quantize_int8_symmetric",
            "def quantize_int8_symmetric(x):\n    q, s = right(x)\n    return (q, -s if 0 < x.abs().max() < 1e-3 else s)",
        ),
    ),
    (
        "argument-changed",
        "kth-smallest",
        on_top(KTH, "kth_smallest", "def kth_smallest(nums, k):\n    nums.sort()\n    return right(nums, k)"),
    ),
    (
        "results-in-another-order",
        "attention-backward",
        on_top(
            packaged_pages().as_answer("attention-backward"),
            "attention_backward",
            "def attention_backward(*args, **kwargs):\n    return right(*args, **kwargs)[::-1]",
        ),
    ),
    ("result-1-alone", "attention", ATTENTION.replace("return attn @ v, attn", "return attn @ v")),
    ("result-2-detached", "attention", ATTENTION.replace("return attn @ v, attn", "return attn @ v, attn.detach()")),
    (
        "no-gradient",
        "causal-conv3d",
        on_top(
            CONV,
            "causal_conv3d",
            "import torch\n@torch.no_grad()\ndef causal_conv3d(x, weight, bias=None):\n    return right(x, weight, bias)",
        ),
    ),
    (
        "weight-detached",
        "causal-conv3d",
        on_top(
            CONV, "causal_conv3d", "def causal_conv3d(x, weight, bias=None):\n    return right(x, weight.data, bias)"
        ),
    ),
    (
        "first-of-the-batch",
        "causal-conv3d",
        on_top(
            CONV,
            "causal_conv3d",
            "def causal_conv3d(x, weight, bias=None):\n    return right(x[:1], weight, bias).expand(len(x), -1, -1, -1, -1)",
        ),
    ),
    (
        "cut-to-integers",
        "psnr",
        on_top(PSNR, "psnr", "def psnr(x, y, peak=255.0):\n    return right(x.astype(int), y.astype(int), peak)"),
    ),
    (
        "off-by-a-factor",
        "kv-cache-bytes",
        on_top(CACHE, "kv_cache_bytes", "def kv_cache_bytes(*a, **k):\n    return 24 * right(*a, **k)"),
    ),
    (
        "more-than-asked",
        "causal-conv3d",
        on_top(CONV, "causal_conv3d", "def causal_conv3d(x, weight, bias=None):\n    return x, right(x, weight, bias)"),
    ),
    (
        "raises-without-mask",
        "attention",
        on_top(ATTENTION, "attention", "def attention(q, k, v, mask=None):\n    return right(q, k, v, mask.bool())"),
    ),
    (
        "wrong-on-empty-t",
        "daily-temperatures",
        on_top(
            packaged_pages().as_answer("daily-temperatures"),
            "daily_temperatures",
            "def daily_temperatures(t):\n    return right(t) or [0]",
        ),
    ),
    (
        "changes-from-call-to-call",
        "causal-conv3d",
        on_top(
            CONV,
            "causal_conv3d",
            "import torch\ndef causal_conv3d(x, weight, bias=None):\n    return right(x + torch.randn_like(x), weight, bias)",
        ),
    ),
    (
        "part-detached",
        "layer-norm",
        "def layer_norm(x, gamma, beta, eps=1e-5):\n    mu = x.mean(-1, keepdim=True)\n"
        "    var = ((x - mu) ** 2).mean(-1, keepdim=True)\n    return gamma * (x - mu.data) / (var + eps).sqrt() + beta\n",
    ),
    (
        "eps-in-the-denominator",
        "softmax",
        "def softmax(x, dim=-1):\n    e = (x - x.amax(dim, keepdim=True)).exp()\n"
        "    return e / (e.sum(dim, keepdim=True) + 1e-3)\n",
    ),
    (
        "weight-transposed",
        "causal-conv3d",
        on_top(
            CONV,
            "causal_conv3d",
            "def causal_conv3d(x, weight, bias=None):\n    return right(x, weight.transpose(3, 4), bias)",
        ),
    ),
    (
        "negatives-cut",
        "causal-conv3d",
        on_top(
            CONV, "causal_conv3d", "def causal_conv3d(x, weight, bias=None):\n    return right(x, weight, bias).relu()"
        ),
    ),
    (
        "dt-with-the-other-sign",
        "cfg-rectified",
        on_top(
            packaged_pages().as_answer("cfg-rectified"),
            "rectified_cfg_step",
            "def rectified_cfg_step(model, x, t, dt, c, lam):\n    return right(model, x, t, -dt, c, lam)",
        ),
    ),
    (
        "signs-ignored",
        "subarray-sum",
        on_top(
            packaged_pages().as_answer("subarray-sum"),
            "subarray_sum",
            "def subarray_sum(nums, k):\n    return right([abs(x) for x in nums], k)",
        ),
    ),
    ("other-axis", "attention", ATTENTION.replace("dim=-1", "dim=1")),
]


def test_an_argument_of_a_scenario_is_called_by_its_name(grader: GradingClient) -> None:
    """`args[0]` is nothing that the candidate wrote."""
    page = packaged_pages().as_answer("three-sum")
    sorting = on_top(page, "three_sum", "def three_sum(nums):\n    nums.sort()\n    return right(nums)")
    (found,) = grader.grade("three-sum", sorting, file="a.py", seed=3).diagnosis
    assert "its argument nums in place" in found.message


STEP_WITHOUT_ITS_COUNT = """
import torch

@torch.no_grad()
def adamw_step(param, grad, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01):
    t = state.get("t", 0) + 1
    m = betas[0] * state.get("m", 0) + (1 - betas[0]) * grad
    v = betas[1] * state.get("v", 0) + (1 - betas[1]) * grad**2
    state.update(t=t, m=m, v=v)
    new = param * (1 - lr * weight_decay)
    return new - lr * (m / (1 - betas[0] ** t)) / ((v / (1 - betas[1] ** t)).sqrt() + eps)
"""


def test_what_lacks_one_entry_of_its_state_is_not_told_to_return_nothing(grader: GradingClient) -> None:
    verdict = grader.grade("adamw-step", STEP_WITHOUT_ITS_COUNT, file="a.py", seed=3)
    assert not verdict.ok
    assert all("returns None" not in found.message for found in verdict.diagnosis)


def test_float32_tensors_of_its_own_are_no_mistake(grader: GradingClient) -> None:
    """No statement asks for float64; a law that is checked in it is then checked in float32, and still fails."""
    right = packaged_pages().as_answer("rf-loss").replace("(1 - s) * x0 + s * x1", "torch.lerp(x0, x1, s.float())")
    verdict = grader.grade("rf-loss", right, file="a.py", seed=3)
    assert verdict.ok
    assert "float64 not checked: your code mixes it with float32 tensors of its own" in verdict.notes
    wrong = grader.grade("rf-loss", right.replace(".mean()", ".sum()"), file="a.py", seed=3)
    assert not wrong.ok
    assert all("dtype" not in check.message for check in wrong.checks)


@pytest.mark.parametrize(("name", "problem", "source"), GENERAL, ids=[f"{p}-{n}" for n, p, _ in GENERAL])
def test_what_any_answer_can_do_is_named(name: str, problem: str, source: str) -> None:
    """Without a slip of the problem's own."""
    assert [found["slip"] for found in explained(problem, source, 3)] == [name]


def test_chance_is_not_taken_for_something_kept(grader: GradingClient) -> None:
    """In a fresh start the same random numbers are drawn."""
    wrong = "import random\n\n\ndef kth_smallest(nums, k):\n    return right(nums, k) + (random.random() < 0.5)"
    for seed in range(8):
        verdict = grader.grade("kth-smallest", on_top(KTH, "kth_smallest", wrong), file="a.py", seed=seed)
        assert "kept-between-calls" not in [found.slip for found in verdict.diagnosis]


def test_a_change_of_the_page_is_quoted() -> None:
    found = explained("attention", ATTENTION.replace("dim=-1", "dim=1"))
    assert "`scores.softmax(dim=1)`. It should have `scores.softmax(dim=-1)` there" in found[0]["message"]


def test_a_default_is_named_with_its_argument() -> None:
    source = packaged_pages().as_answer("cfg").replace("w: float = 7.5", "w: float = 15.0")
    assert "`w=15.0`. It should have `w=7.5` there" in explained("cfg", source)[0]["message"]


@pytest.mark.parametrize(
    ("ending", "words"),
    [("return s / s.sum(dim, keepdim=True),", "trailing comma?"), ("yield s / s.sum(dim, keepdim=True)", "a `yield`")],
)
def test_one_result_in_a_tuple_or_a_list_is_told_by_its_cause(ending: str, words: str) -> None:
    source = f"def softmax(x, dim=-1):\n    s = (x - x.amax(dim, keepdim=True)).exp()\n    {ending}\n"
    assert words in explained("softmax", source)[0]["message"]


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        ("(d + 3 * real.square().mean()) / 7", "one result; 2 are asked for."),
        (
            "d / 2",
            "one result; 2 are asked for. Taken as result 1, it is wrong, too. "
            "Your value is 0.5 times the right one (a factor 2).",
        ),
    ],
)
def test_another_number_of_results_is_told(returned: str, words: str) -> None:
    source = (
        "import torch\nfrom torch.nn.functional import softplus\n\ndef gan_losses(real, fake):\n"
        f"    d = softplus(-real).mean() + softplus(fake).mean()\n    return {returned}\n"
    )
    assert said("gan-losses", source) == f"Your code returns {words}"


def test_a_number_of_results_that_a_scenario_counts_is_told() -> None:
    source = "def ve_marginal(t, sigma_min=0.01, sigma_max=50.0):\n    return ((sigma_max ** (2 * t) - 1) / 7) ** 0.5\n"
    assert said("ve-marginal", source) == "Your code returns one result; 3 are asked for."


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        ("one, sigma, two", "returns 3 results. It should return only numbers 1 and 3 of them, which are right"),
        ("sigma, two, one", "returns 3 results. It should return only numbers 3 and 2 of them, in this order"),
        ("one, 2 * two, sigma", None),
    ],
)
def test_results_beside_those_asked_for_are_told_apart(returned: str, words: str | None) -> None:
    source = (
        "def consistency_scalings(sigma, sigma_data=0.5, sigma_min=0.002):\n"
        "    one = sigma_data**2 / ((sigma - sigma_min) ** 2 + sigma_data**2)\n"
        "    two = sigma_data * (sigma - sigma_min) / (sigma**2 + sigma_data**2) ** 0.5\n"
        f"    return {returned}\n"
    )
    said = " ".join(found["message"] for found in explained("consistency-boundary", source))
    assert "only numbers" not in said if words is None else words in said


def test_who_runs_out_of_time_hears_since_when() -> None:
    """Slow on a large input; never back from the smallest."""
    grader = GradingClient(packaged().problems, os.environ, Options(timeout=0.5))
    slow = on_top(
        KTH, "kth_smallest", "def kth_smallest(nums, k):\n    while len(nums) > 100: pass\n    return right(nums, k)"
    )
    never = "def kth_smallest(nums, k):\n    while True: pass\n"
    try:
        for source, name in ((slow, "too-slow"), (never, "never-returns")):
            verdict = grader.grade("kth-smallest", source, file="a.py", seed=3)
            assert verdict.outcome == "timeout"
            assert [found.slip for found in verdict.diagnosis] == [name]
    finally:
        grader.close()


def test_nan_everywhere_is_no_evidence_for_a_slip(grader: GradingClient) -> None:
    """(1 - mask) * -inf is NaN where the mask is 1; hiding too much is NaN in some rows: another mistake."""
    source = (
        "import torch\n"
        "def causal_attention(q, k, v):\n"
        "    s = q @ k.mT / q.shape[-1] ** 0.5\n"
        "    T, S = s.shape[-2:]\n"
        "    return (s + torch.ones(T, S).triu(S - T + 1) * float('-inf')).softmax(-1) @ v\n"
    )
    verdict = grader.grade("causal-attention", source, file="a.py", seed=3)
    assert {found.slip for found in verdict.diagnosis} <= {None, "mask-times-infinity"}


def test_a_slip_that_also_raises_somewhere_is_named(grader: GradingClient) -> None:
    """What the answer does elsewhere is the slip's, in two checks at least."""
    code = "def attention(q, k, v, mask=None):\n    assert q.shape[2] != 4\n    return right(q * q.shape[-1] ** 0.5, k, v, mask)"
    verdict = grader.grade("attention", on_top(ATTENTION, "attention", code), file="a.py", seed=3)
    assert [found.slip for found in verdict.diagnosis] == ["no-scale", None]
    assert "AssertionError" in verdict.diagnosis[1].message


def test_a_whole_number_of_any_length_is_explained(grader: GradingClient) -> None:
    source = on_top(CACHE, "kv_cache_bytes", "def kv_cache_bytes(*a, **k):\n    return right(*a, **k) + 10 ** 5000")
    verdict = grader.grade("kv-cache-bytes", source, file="a.py", seed=3)
    assert not verdict.ok
    assert not any("cannot be explained" in note for note in verdict.notes)


def test_errors_alone_are_no_evidence_for_a_slip_that_raises_elsewhere_too(grader: GradingClient) -> None:
    """A dict is refused everywhere; the slip that is refused for k = 1 alone is another mistake."""
    source = (
        "from collections import Counter\ndef top_k_frequent(nums, k):\n    return dict(Counter(nums).most_common(k))\n"
    )
    verdict = grader.grade("top-k-frequent", source, file="a.py", seed=3)
    assert "single-value-unpacked" not in [found.slip for found in verdict.diagnosis]


def test_noise_that_is_asked_for_is_no_change_from_call_to_call(grader: GradingClient) -> None:
    """A VAE's loss is another one each time; what is wrong here is that more comes back."""
    source = (
        packaged_pages().as_answer("vae")
        + "\n\nclass Two(VAE):\n    def forward(self, x):\n        return super().forward(x), x\nVAE = Two\n"
    )
    verdict = grader.grade("vae", source, file="a.py", seed=3)
    assert not verdict.ok
    assert "changes-from-call-to-call" not in [found.slip for found in verdict.diagnosis]


def test_a_law_that_is_broken_in_an_unknown_way_names_no_mistake(grader: GradingClient) -> None:
    """Half of the logarithm, and uniform noise: none of what is known of either mistake is seen of the two."""
    source = (
        "import torch\n\ndef reparameterize(mu, log_sigma):\n"
        "    return mu + (log_sigma / 2).exp() * torch.rand_like(mu)\n"
    )
    verdict = grader.grade("reparameterize", source, file="a.py", seed=3)
    assert not verdict.ok
    assert "exponentiated" not in [found.slip for found in verdict.diagnosis]


def test_a_result_in_another_form_is_told_as_that() -> None:
    """Not as an error that the code raised."""
    source = (
        "def midpoint_step(v, x, t, dt):\n    half = dt / 2\n    return {0: x + dt * v(x + half * v(x, t), t + half)}\n"
    )
    found = explained("midpoint-step", source)
    assert [one["message"] for one in found] == [
        "The problem can't use what your code returns. Is it in the form that the statement asks for?"
    ]


def test_what_two_known_mistakes_say_alike_is_said_once(grader: GradingClient) -> None:
    """The same mistake in two styles explains this one, which makes a second that neither knows."""
    source = """
def attention(q, k, v, mask=None):
    exps = (q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5).exp()
    exps = exps if mask is None else exps * (mask != 0)
    weights = exps / exps.sum(dim=-2, keepdim=True)
    return weights @ v, weights
"""
    verdict = grader.grade("attention", source, file="a.py", seed=4)
    messages = [found.message for found in verdict.diagnosis]
    assert messages and len(messages) == len(set(messages))


def test_a_mistake_in_gradients_is_named_beside_one_in_the_values(grader: GradingClient) -> None:
    source = (
        "import torch\ndef k3_kl(logp, logp_ref):\n    d = logp - logp_ref\n    return torch.expm1(d.detach()) - d\n"
    )
    found = grader.grade("k3-kl", source, file="a.py", seed=3).diagnosis
    assert [one.together for one in found] == [1, 1]
    assert found[1].message.startswith("Your code detaches exp(d)")
