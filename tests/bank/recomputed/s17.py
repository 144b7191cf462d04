"""Section 17."""

from __future__ import annotations

import math
from fractions import Fraction

import torch

from tests.bank.recomputing import (
    crossing,
    exact,
    linear,
    nbytes,
    numel,
    recomputes,
    slope,
    weights,
)


@recomputes("q17-logits-memory")
def bytes_of_logits(B: int, T: int, V: int) -> float:
    return nbytes(torch.float32, B, T, V)


@recomputes("q17-moe-share")
def share_in_use(S: float, E: int, x: float, k: int) -> float:
    experts = [x] * E
    return (S + sum(experts[:k])) / (S + sum(experts))


@recomputes("q17-nucleus-size")
def tokens_of_a_nucleus(rho: float, p: float) -> float:
    mass, tokens = Fraction(0), 0
    while mass < exact(p):
        mass += (1 - exact(rho)) * exact(rho) ** tokens
        tokens += 1
    return tokens


@recomputes("q17-residual-init")
def deviation_of_a_branch(L: int) -> float:
    """All branches together have the variance of one with deviation 0.02."""
    branches = [branch for _ in range(L) for branch in ("attention", "mlp")]
    return crossing(lambda deviation: sum(deviation**2 for _ in branches) - 0.02**2, 0, 1)


@recomputes("q17-temperature-odds")
def odds_at_a_temperature(a: float, b: float, T: float) -> float:
    logits = torch.tensor([a, b, 1 - a - b], dtype=torch.float64).log()
    probabilities = (logits / T).softmax(0)
    return (probabilities[0] / probabilities[1]).item()


@recomputes("q17-tied-head-share")
def growth_by_a_head(d: int, L: int) -> float:
    blocks = [linear(d, 3 * d), linear(d, d), linear(d, 4 * d), linear(4 * d, d)] * L
    embedding = torch.nn.Embedding(50257, d, device="meta")
    return weights(linear(d, 50257)) / weights(embedding, *blocks)


@recomputes("q17-training-days")
def seconds_of_a_training(n: int, D: int, G: int, mfu: int) -> float:
    flop_of_a_token = 6 * n * 10**9
    tokens_a_second = G * 989 * 10**12 * Fraction(mfu, 100) / flop_of_a_token
    return float(D * 10**12 / tokens_a_second)


@recomputes("q17-gpt2-size")
def millions_of_gpt2(L: int, d: int) -> float:
    block = [
        torch.nn.LayerNorm(d, device="meta"),
        torch.nn.Linear(d, 3 * d, device="meta"),
        torch.nn.Linear(d, d, device="meta"),
        torch.nn.LayerNorm(d, device="meta"),
        torch.nn.Linear(d, 4 * d, device="meta"),
        torch.nn.Linear(4 * d, d, device="meta"),
    ]
    tables = [torch.nn.Embedding(entries, d, device="meta") for entries in (50257, 1024)]
    return (L * weights(*block) + weights(*tables, torch.nn.LayerNorm(d, device="meta"))) / 1e6


@recomputes("q17-forward-flops")
def flops_of_a_token(L: int, d: int) -> float:
    block = [linear(d, 3 * d), linear(d, d), linear(d, 4 * d), linear(4 * d, d)]
    return sum(2 * weights(*block) for _ in range(L))


@recomputes("q17-attention-share")
def context_where_products_cost_as_much(d: int) -> float:
    block = 2 * weights(linear(d, 3 * d), linear(d, d), linear(d, 4 * d), linear(4 * d, d))

    def products(context: float) -> float:
        scores = values = 2 * context * d
        return scores + values

    return crossing(lambda context: products(context) - block, 1, 1e9)


@recomputes("q17-moe-capacity")
def slots_of_an_expert(T: int, E: int, k: int, c: float) -> float:
    return float(exact(c) * Fraction(numel(T, k), E))


@recomputes("q17-moe-balance-loss")
def loss_of_two_experts(f: float, P: float) -> float:
    shares, probabilities = torch.tensor([f, 1 - f]).double(), torch.tensor([P, 1 - P]).double()
    return float(len(shares) * torch.dot(shares, probabilities))


@recomputes("q17-moe-traffic")
def bytes_there_and_back(d: int, k: int) -> float:
    return sum(nbytes(torch.float8_e4m3fn, d) + nbytes(torch.bfloat16, d) for _ in range(k))


@recomputes("q17-moe-tokens")
def tokens_of_an_expert(T: int, k: int, E: int) -> float:
    return numel(T, k) / E


@recomputes("q17-rrf-score")
def fused_score(r: int, s: int) -> float:
    return float(sum(Fraction(1, 60 + rank) for rank in (r, s)))


@recomputes("q17-ndcg")
def gain_of_two_documents(a: int, b: int) -> float:
    def gain(relevances: list[int]) -> float:
        return sum(relevance / math.log2(rank + 1) for rank, relevance in enumerate(relevances, 1))

    found = [int(rank in (a, b)) for rank in range(1, 21)]
    return gain(found) / gain(sorted(found, reverse=True))


@recomputes("q17-agent-reliability")
def success_of_all_steps(n: int, p: int) -> float:
    return float(math.prod([Fraction(p, 100)] * n))


@recomputes("q17-injection-attempts")
def one_attempt_gets_through(p: int, n: int) -> float:
    """The first that gets through is the first, the second, ... attempt."""
    return sum((p / 100) ** stopped * (1 - p / 100) for stopped in range(n))


@recomputes("q17-min-p")
def tokens_above_the_share(rho: float, m: float) -> float:
    return sum(exact(rho) ** rank >= exact(m) for rank in range(1000))


@recomputes("q17-optimal-size")
def billions_of_parameters(A: int, B: int) -> float:
    def loss(log_size: float) -> float:
        size = math.exp(log_size)
        return float(A / size**0.35 + B / (1e22 / size) ** 0.35)

    return math.exp(crossing(lambda log_size: slope(loss, log_size), math.log(1e7), math.log(1e14))) / 1e9


@recomputes("q17-break-even-tokens")
def days_until_serving_costs_as_much(D: int, s: int) -> float:
    """With one parameter: 6 FLOPs a training token, 2 a served one."""
    return crossing(lambda days: 2 * s * 1e9 * days - 6 * D * 1e12, 0, 1e6)


@recomputes("q17-state-vs-cache")
def length_of_an_equal_cache(d: int, N: int, kv: int) -> float:
    return crossing(lambda length: length * numel(2, kv, 128) - numel(d, N), 0, 1e7)


@recomputes("q17-local-global")
def share_of_a_full_cache(r: int, w: int) -> float:
    context = 131072
    kept = [min(w, context)] * r + [context]
    return sum(kept) / sum(context for _ in kept)
