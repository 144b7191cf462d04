"""What section 17 (language models) teaches in numbers and formulas, found in another way: modules, search, integration."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import nn

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric


def smallest(enough: Callable[[int], bool]) -> int:
    return next(count for count in itertools.count(1) if enough(count))


def test_no_wrong_number_and_no_zero_is_within_the_tolerance() -> None:
    assert mistaken_for_right(section=17) == []


# --- the decoder


def parameters_of(*layers: nn.Module) -> int:
    return sum(parameter.numel() for layer in layers for parameter in layer.parameters())


def linear(inputs: int, outputs: int, bias: bool) -> nn.Linear:
    return nn.Linear(inputs, outputs, bias=bias, device="meta")


def gpt2(L: int, d: int) -> list[nn.Module]:
    """All modules with parameters; the head is tied and so not listed."""
    block: list[nn.Module] = [nn.LayerNorm(d, device="meta"), nn.LayerNorm(d, device="meta")]
    block += [linear(d, 3 * d, True), linear(d, d, True), linear(d, 4 * d, True), linear(4 * d, d, True)]
    return [nn.Embedding(50257, d, device="meta"), nn.Embedding(1024, d, device="meta"), *block * L, nn.LayerNorm(d)]


@pytest.mark.parametrize(("L", "d"), [(12, 768), (36, 1280)])
def test_gpt2_size_by_its_modules(L: int, d: int) -> None:
    assert numeric("q17-gpt2-size", L=L, d=d) * 1e6 == pytest.approx(parameters_of(*gpt2(L, d)))


def product_flops(rows: int, inner: int, columns: int) -> int:
    """By definition: a multiplication and an addition for each term of each entry."""
    return 2 * torch.empty(rows, columns, device="meta").numel() * inner


def layer_weight_flops(d: int) -> int:
    shapes = [(d, 3 * d), (d, d), (d, 4 * d), (4 * d, d)]
    return sum(product_flops(1, inner, outer) for inner, outer in shapes)


@pytest.mark.parametrize(("L", "d"), [(24, 2048), (48, 6144)])
def test_forward_flops_by_products(L: int, d: int) -> None:
    assert numeric("q17-forward-flops", L=L, d=d) == L * layer_weight_flops(d)


@pytest.mark.parametrize("d", [2048, 8192])
def test_length_at_which_attention_costs_as_much(d: int) -> None:
    length, heads = int(numeric("q17-attention-share", d=d)), 16
    per_head = product_flops(1, d // heads, length) + product_flops(1, length, d // heads)
    assert heads * per_head == layer_weight_flops(d)


def test_bpe_by_replaying_the_merges() -> None:
    """The example of the choice on encoding; and no text has the last pair left, so training would not find it."""

    def merged(pieces: list[str], left: str, right: str) -> list[str]:
        at = 0
        while at < len(pieces) - 1:
            if (pieces[at], pieces[at + 1]) == (left, right):
                pieces[at : at + 2] = [left + right]
            at += 1
        return pieces

    assert merged(merged(merged(list("abc"), "b", "c"), "a", "b"), "ab", "c") == ["a", "bc"]
    for text in itertools.product("abc", repeat=7):
        pieces = merged(merged(list(text), "b", "c"), "a", "b")
        assert ("ab", "c") not in itertools.pairwise(pieces)


# --- mixtures of experts


@pytest.mark.parametrize(("a", "b"), [(0.3, -1.0), (2.0, 2.5)])
def test_gate_of_two_experts_is_a_masked_softmax(a: float, b: float) -> None:
    logits = torch.tensor([a, b, -torch.inf, -torch.inf], dtype=torch.float64)
    assert formula("q17-moe-gate", a=a, b=b) == pytest.approx(logits.softmax(0)[0].item())


def test_a_normalized_top1_gate_has_no_gradient() -> None:
    logits = torch.tensor([1.0, 0.5], requires_grad=True)
    top = logits.softmax(0).topk(1).values
    (normalized,) = torch.autograd.grad((top / top.sum()).sum(), logits, retain_graph=True)
    (full,) = torch.autograd.grad(top.sum(), logits)
    assert normalized.abs().max().item() == pytest.approx(0, abs=1e-7)
    assert full.abs().max().item() > 0.1


@pytest.mark.parametrize(("T", "E", "k", "c"), [(4096, 16, 2, 1.25), (8192, 64, 4, 1.5)])
def test_capacity_by_dealing_out_tokens(T: int, E: int, k: int, c: float) -> None:
    loads = np.bincount([copy % E for copy in range(k * T)], minlength=E)
    assert numeric("q17-moe-capacity", T=T, E=E, k=k, c=c) == pytest.approx(c * loads.max())
    assert numeric("q17-moe-tokens", T=T, E=E, k=k) == loads.mean()


@pytest.mark.parametrize(("f", "P"), [(0.7, 0.4), (0.8, 0.5)])
def test_balancing_loss_from_routed_tokens(f: float, P: float) -> None:
    """Ten tokens: shares counted from the choices, probabilities averaged over the tokens."""
    chosen = torch.tensor([0] * round(10 * f) + [1] * round(10 * (1 - f)))
    probabilities = torch.tensor([[P, 1 - P]] * 10, dtype=torch.float64)
    shares = F.one_hot(chosen, 2).double().mean(0)
    assert numeric("q17-moe-balance-loss", f=f, P=P) == pytest.approx((2 * shares @ probabilities.mean(0)).item())


@pytest.mark.parametrize(("d", "k"), [(7168, 8), (4096, 4)])
def test_bytes_of_a_routed_token(d: int, k: int) -> None:
    out = torch.empty(k, d, dtype=torch.float8_e4m3fn, device="meta")
    back = torch.empty(k, d, dtype=torch.bfloat16, device="meta")
    assert numeric("q17-moe-traffic", d=d, k=k) == out.nbytes + back.nbytes


# --- sampling and perplexity


@pytest.mark.parametrize(("D", "T"), [(1.5, 0.5), (0.2, 2.0)])
def test_two_tokens_at_a_temperature(D: float, T: float) -> None:
    probabilities = torch.softmax(torch.tensor([D + 3.0, 3.0], dtype=torch.float64) / T, 0)
    assert formula("q17-two-token-temperature", D=D, T=T) == pytest.approx(probabilities[0].item())


@pytest.mark.parametrize(("rho", "m"), [(0.5, 0.03), (0.8, 0.15), (0.7, 0.07)])
def test_min_p_by_filtering(rho: float, m: float) -> None:
    probabilities = rho ** np.arange(200)
    probabilities /= probabilities.sum()
    assert numeric("q17-min-p", rho=rho, m=m) == (probabilities >= m * probabilities.max()).sum()


# --- scaling


def best_size(compute: float, A: float, B: float, alpha: float, beta: float) -> float:
    """By search over sizes, on a fine grid of logarithms."""
    sizes = np.exp(np.linspace(np.log(1e6), np.log(1e13), 200_001))
    losses = A / sizes**alpha + B / (compute / 6 / sizes) ** beta
    return float(sizes[losses.argmin()])


@pytest.mark.parametrize(("alpha", "beta"), [(0.34, 0.28), (0.5, 0.3)])
def test_exponent_of_the_best_size_by_search(alpha: float, beta: float) -> None:
    small, large = (best_size(compute, 400, 800, alpha, beta) for compute in (1e20, 1e22))
    assert formula("q17-optimal-exponent", alpha=alpha, beta=beta) == pytest.approx(
        math.log10(large / small) / 2, abs=1e-3
    )


@pytest.mark.parametrize(("A", "B"), [(400, 2000), (480, 1000)])
def test_best_size_by_search(A: float, B: float) -> None:
    assert numeric("q17-optimal-size", A=A, B=B) * 1e9 == pytest.approx(best_size(6e22, A, B, 0.35, 0.35), rel=1e-3)


@pytest.mark.parametrize(
    ("A", "B", "alpha", "beta", "tokens_per_parameter"),
    [(406.4, 410.7, 0.34, 0.28, 93), (482.01, 2085.43, 0.3478, 0.3658, 18)],
)
def test_tokens_per_parameter_of_two_fits(
    A: float, B: float, alpha: float, beta: float, tokens_per_parameter: float
) -> None:
    size = best_size(5.76e23, A, B, alpha, beta)
    assert 5.76e23 / 6 / size**2 == pytest.approx(tokens_per_parameter, rel=0.03)


def test_lifetime_compute_by_passes() -> None:
    forward = 2 * 5.0
    training, serving = sum([forward + 2 * forward] * 30), sum([forward] * 70)
    assert formula("q17-lifetime-compute", N=5.0, D=30, S=70) == pytest.approx(training + serving)


@pytest.mark.parametrize(("D", "s"), [(15, 400), (2, 50)])
def test_day_on_which_serving_has_cost_as_much(D: float, s: float) -> None:
    days = numeric("q17-break-even-tokens", D=D, s=s)
    size = 8e9
    training = formula("q17-lifetime-compute", N=size, D=D * 1e12, S=0)
    serving = formula("q17-lifetime-compute", N=size, D=0, S=days * s * 1e9)
    assert serving == pytest.approx(training)


def test_tokens_for_a_loss_put_back_into_the_law() -> None:
    tokens = formula("q17-tokens-for-loss", B=2085.0, beta=0.366, g=0.12)
    assert 2085.0 / tokens**0.366 == pytest.approx(0.12)


# --- recurrent layers and long contexts


def integrated(a: float, step: float, start: float, value: float, pieces: int = 20_000) -> float:
    """h' = a h + x by the midpoint method."""
    h, dt = start, step / pieces
    for _ in range(pieces):
        half = h + dt / 2 * (a * h + value)
        h += dt * (a * half + value)
    return h


@pytest.mark.parametrize(("a", "D"), [(-1.0, 0.1), (-4.0, 0.8)])
def test_zero_order_hold_by_integration(a: float, D: float) -> None:
    assert formula("q17-zoh-factor", a=a, D=D) == pytest.approx(integrated(a, D, 0.0, 1.0), rel=1e-6)


@pytest.mark.parametrize(("z", "h", "x"), [(0.4, 1.5, -2.0), (-2.0, 0.3, 1.0)])
def test_mamba_gate_by_integration(z: float, h: float, x: float) -> None:
    step = F.softplus(torch.tensor(z, dtype=torch.float64)).item()
    assert formula("q17-mamba-gate", z=z, h=h, x=x) == pytest.approx(integrated(-1.0, step, h, x), rel=1e-6)


def test_scan_operator_by_two_steps() -> None:
    a1, b1, a2, b2, h = 0.5, -1.0, 1.5, 0.25, 3.0
    after = a2 * (a1 * h + b1) + b2
    assert a1 * a2 * h + formula("q17-scan-operator", a1=a1, b1=b1, a2=a2, b2=b2) == pytest.approx(after)


@pytest.mark.parametrize(("d", "N", "kv"), [(8192, 128, 8), (4096, 64, 4)])
def test_length_at_which_the_cache_passes_the_state(d: int, N: int, kv: int) -> None:
    state = torch.empty(d, N, device="meta").numel()
    length = smallest(lambda tokens: torch.empty(2, kv, tokens, 128, device="meta").numel() >= state)
    assert numeric("q17-state-vs-cache", d=d, N=N, kv=kv) == length


def test_delta_rule_on_matrices() -> None:
    generator = torch.Generator().manual_seed(0)
    state = torch.randn(3, 4, generator=generator, dtype=torch.float64)
    key = F.normalize(torch.randn(4, generator=generator, dtype=torch.float64), dim=0)
    value, beta = torch.randn(3, generator=generator, dtype=torch.float64), 0.3
    eye = torch.eye(4, dtype=torch.float64)
    after = state @ (eye - beta * torch.outer(key, key)) + beta * torch.outer(value, key)
    read, expected = state @ key, after @ key
    assert formula("q17-delta-readout", s=read[1].item(), v=value[1].item(), beta=beta) == pytest.approx(
        expected[1].item()
    )


def test_sink_logit_in_a_softmax() -> None:
    scores, sink = torch.tensor([0.5, -1.0, 2.0], dtype=torch.float64), 1.2
    weights = torch.softmax(torch.cat([scores, torch.tensor([sink], dtype=torch.float64)]), 0)
    assert formula("q17-sink-logit", Z=scores.exp().sum().item(), b=sink) == pytest.approx(weights[:3].sum().item())


@pytest.mark.parametrize(("r", "w"), [(5, 1024), (3, 4096)])
def test_cache_of_local_and_global_layers(r: int, w: int) -> None:
    cached = [min(w, 131072)] * r + [131072]
    assert numeric("q17-local-global", r=r, w=w) == pytest.approx(sum(cached) / (131072 * len(cached)))


# --- retrieval, agents, abstention


def test_bm25_factor_from_its_properties() -> None:
    """It saturates at k1 + 1, is 1 for one occurrence in a document of mean length, and b = 1 divides counts by length."""

    def factor(f: float, length: float, b: float) -> float:
        return formula("q17-bm25-factor", f=f, k1=1.5, b=b, l=length, m=100.0)

    assert factor(1.0, 100.0, 0.75) == pytest.approx(1)
    assert factor(1e9, 300.0, 0.75) == pytest.approx(2.5)
    assert factor(6.0, 300.0, 1.0) == pytest.approx(factor(2.0, 100.0, 1.0))
    assert factor(2.0, 300.0, 0.0) == pytest.approx(factor(2.0, 50.0, 0.0))


@pytest.mark.parametrize(("r", "s"), [(1, 3), (10, 40)])
def test_fused_score_from_two_lists(r: int, s: int) -> None:
    lists = [["other"] * (rank - 1) + ["wanted"] for rank in (r, s)]
    score = sum(1 / (60 + position) for ranked in lists for position, name in enumerate(ranked, 1) if name == "wanted")
    assert numeric("q17-rrf-score", r=r, s=s) == pytest.approx(score)


@pytest.mark.parametrize(("a", "b"), [(1, 4), (3, 10)])
def test_ndcg_from_a_ranked_list(a: int, b: int) -> None:
    def gain(relevances: list[int]) -> float:
        return sum((2.0**rel - 1) / math.log2(rank + 1) for rank, rel in enumerate(relevances, 1))

    relevances = [int(rank in (a, b)) for rank in range(1, 12)]
    assert numeric("q17-ndcg", a=a, b=b) == pytest.approx(gain(relevances) / gain(sorted(relevances, reverse=True)))


@pytest.mark.parametrize(("n", "p"), [(50, 98), (20, 95)])
def test_reliability_of_a_chain_by_multiplying(n: int, p: int) -> None:
    reached = math.prod([p / 100] * n)
    assert numeric("q17-agent-reliability", n=n, p=p) == pytest.approx(reached)
    stopped = sum((p / 100) ** attempt * (1 - p / 100) for attempt in range(n))
    assert numeric("q17-injection-attempts", n=n, p=p) == pytest.approx(stopped)


def test_input_tokens_turn_by_turn() -> None:
    history, sent = 5000, 0
    for _ in range(20):
        sent += history
        history += 1500
    assert formula("q17-agent-tokens", S=5000, t=1500, n=20) == sent


@pytest.mark.parametrize("t", [0.5, 0.75, 0.9])
def test_penalty_makes_the_threshold_break_even(t: float) -> None:
    penalty = formula("q17-abstain-penalty", t=t)

    def score(confidence: float) -> float:
        return float(np.average([1, -penalty], weights=[confidence, 1 - confidence]))

    assert score(t) == pytest.approx(0)
    assert score(t + 0.01) > 0 > score(t - 0.01)
