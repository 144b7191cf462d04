"""The numbers and formulas that sections 16 to 23 teach, computed in another way than the bank states them."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction
from random import Random

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from tests.bank.truth import formula, numeric, wrong

# --- section 16: discrete diffusion


def uniform_kernel(states: int, beta: float) -> np.ndarray:
    return (1 - beta) * np.eye(states) + beta / states * np.ones((states, states))


def absorbing_kernel(states: int, beta: float) -> np.ndarray:
    kernel = (1 - beta) * np.eye(states)
    kernel[:, -1] += beta
    return kernel


def random_kernels(states: int, steps: int, seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [rng.dirichlet(np.ones(states), size=states) for _ in range(steps)]


def path_probabilities(kernels: Sequence[np.ndarray], start: int) -> dict[tuple[int, ...], float]:
    """The probability of every path x_1, ..., x_T from `start`, by enumeration."""
    states = range(len(kernels[0]))
    return {
        path: math.prod(Q[a, b] for Q, a, b in zip(kernels, (start, *path[:-1]), path, strict=True))
        for path in itertools.product(states, repeat=len(kernels))
    }


@pytest.mark.parametrize(("K", "b", "T"), [(3, 0.2, 4), (4, 0.3, 5), (5, 0.4, 6)])
def test_uniform_keep_is_the_diagonal_of_the_matrix_power(K: int, b: float, T: int) -> None:
    power = np.linalg.matrix_power(uniform_kernel(K, b), T)
    assert numeric("q16-uniform-keep", K=K, b=b, T=T) == pytest.approx(power[0, 0])


def test_a_row_vector_is_multiplied_by_the_first_kernel_first() -> None:
    kernels = random_kernels(3, 3, seed=1)
    paths = path_probabilities(kernels, start=1)
    end = [sum(p for path, p in paths.items() if path[-1] == j) for j in range(3)]
    forwards, backwards = kernels[0] @ kernels[1] @ kernels[2], kernels[2] @ kernels[1] @ kernels[0]
    assert np.eye(3)[1] @ forwards == pytest.approx(end)
    assert np.eye(3)[1] @ backwards != pytest.approx(end, abs=1e-3)


def test_posterior_entry_is_bayes_over_paths_and_sums_to_one() -> None:
    kernels = random_kernels(4, 3, seed=2)
    start, now = 2, 1
    before, after = kernels[0] @ kernels[1], kernels[0] @ kernels[1] @ kernels[2]
    paths = path_probabilities(kernels, start)
    arriving = sum(p for path, p in paths.items() if path[-1] == now)
    entries, with_vector_denominator = [], []
    for k in range(4):
        values = {
            "f": kernels[2][k, now],
            "g": kernels[2][now, k],
            "c": before[start, k],
            "m": after[start, now],
            "n": after[start, k],
        }
        through_k = sum(p for path, p in paths.items() if path[-2:] == (k, now))
        entries.append(formula("q16-posterior-entry", **values))
        with_vector_denominator.append(wrong("q16-posterior-entry", "vector-denominator", **values))
        assert entries[-1] == pytest.approx(through_k / arriving)
    assert sum(entries) == pytest.approx(1)
    assert sum(with_vector_denominator) != pytest.approx(1, abs=0.01)


def test_unmasking_probability_is_the_posterior_of_the_absorbing_kernel() -> None:
    kernels = [absorbing_kernel(3, beta) for beta in (0.1, 0.2, 0.3)]
    paths = path_probabilities(kernels, start=0)
    masked = sum(p for path, p in paths.items() if path[-1] == 2)
    revealed = sum(p for path, p in paths.items() if path[-2:] == (0, 2))
    answer = formula("q16-absorbing-unmask", abar_t=0.9 * 0.8 * 0.7, abar_prev=0.9 * 0.8)
    assert answer == pytest.approx(revealed / masked)


@pytest.mark.parametrize(("L", "t", "s"), [(256, 0.7, 0.4), (1024, 0.9, 0.6)])
def test_revealed_tokens_are_the_difference_of_the_masked_ones(L: int, t: float, s: float) -> None:
    unmask = formula("q16-absorbing-unmask", abar_t=1 - t, abar_prev=1 - s)
    assert numeric("q16-revealed-per-step", L=L, t=t, s=s) == pytest.approx(L * t * unmask)


def any_order_nll(table: dict[tuple[frozenset[int], int], float], length: int) -> float:
    """The mean over all orders of the summed negative log-probabilities; `table` is keyed by what is seen and position."""
    orders = list(itertools.permutations(range(length)))
    total = sum(table[frozenset(order[:n]), position] for order in orders for n, position in enumerate(order))
    return -total / len(orders)


def random_table(length: int, seed: int) -> dict[tuple[frozenset[int], int], float]:
    rng = Random(seed)
    seen = [frozenset(c) for n in range(length) for c in itertools.combinations(range(length), n)]
    return {(s, i): math.log(rng.uniform(0.05, 0.9)) for s in seen for i in range(length) if i not in s}


def test_masked_loss_averages_to_the_any_order_likelihood() -> None:
    """Integrated over t, with every mask weighted by its probability, for arbitrary predictions."""
    length, table = 3, random_table(3, seed=3)
    nodes, weights = np.polynomial.legendre.leggauss(8)
    integral = 0.0
    for t, weight in zip((nodes + 1) / 2, weights / 2, strict=True):
        for mask in itertools.product((0, 1), repeat=length):
            if not any(mask):
                continue
            seen = frozenset(i for i in range(length) if not mask[i])
            logs = [table[seen, i] if mask[i] else -1.0 for i in range(length)]
            chance = math.prod(t if m else 1 - t for m in mask)
            integral += weight * chance * formula("q16-masked-loss", m=mask, l=logs, t=t)
    assert integral == pytest.approx(any_order_nll(table, length))


def test_beta_integral_of_the_any_order_weight() -> None:
    m, length = 3, 7
    nodes, weights = np.polynomial.legendre.leggauss(10)
    t = (nodes + 1) / 2
    integral = float((weights / 2 * t ** (m - 1) * (1 - t) ** (length - m)).sum())
    assert integral == pytest.approx(math.factorial(m - 1) * math.factorial(length - m) / math.factorial(length))


@pytest.mark.parametrize(("t", "n"), [(0.3, 1.0), (0.6, 2.0), (0.8, 0.5)])
def test_mdlm_weight_is_minus_the_slope_over_the_masked_share(t: float, n: float) -> None:
    step = 1e-6
    slope = ((1 - (t + step) ** n) - (1 - (t - step) ** n)) / (2 * step)
    assert formula("q16-mdlm-weight", t=t, n=n) == pytest.approx(-slope / t**n, rel=1e-6)


@pytest.mark.parametrize("k", [4, 10])
def test_parallel_filling_hits_a_name_as_often_as_pairs_match(k: int) -> None:
    pairs = itertools.product(range(k), repeat=2)
    assert numeric("q16-parallel-clash", k=k) == pytest.approx(sum(a == b for a, b in pairs) / k**2)


# --- section 17: language models


@pytest.mark.parametrize("L", [12, 48])
def test_residual_branches_add_up_to_the_variance_of_one(L: int) -> None:
    std = numeric("q17-residual-init", L=L)
    assert sum(std**2 for _ in range(L) for _branch in ("attention", "mlp")) == pytest.approx(0.02**2)


class Gpt2Block(nn.Module):
    def __init__(self, d: int) -> None:
        super().__init__()
        self.norms = nn.ModuleList([nn.LayerNorm(d), nn.LayerNorm(d)])
        self.attention = nn.ModuleList([nn.Linear(d, 3 * d), nn.Linear(d, d)])
        self.mlp = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))


@pytest.mark.parametrize("d", [16, 40])
def test_block_parameters_are_those_of_a_module(d: int) -> None:
    block = Gpt2Block(d)
    assert formula("q17-block-params", d=d) == sum(p.numel() for p in block.parameters())


@pytest.mark.parametrize("V", [32000, 50257])
def test_initial_loss_is_the_cross_entropy_of_equal_logits(V: int) -> None:
    loss = F.cross_entropy(torch.zeros(1, V, dtype=torch.float64), torch.tensor([7]))
    assert numeric("q17-initial-loss", V=V) == pytest.approx(loss.item())


def test_a_common_shift_never_reaches_attention_behind_a_layer_norm() -> None:
    generator = torch.Generator().manual_seed(0)
    x = torch.randn(5, 8, generator=generator, dtype=torch.float64)
    shifted, perturbed = x.clone(), x.clone()
    shifted[-1] += 1.0
    perturbed[-1] += torch.randn(8, generator=generator, dtype=torch.float64)
    normed = F.layer_norm(x, (8,))
    assert torch.allclose(F.layer_norm(shifted, (8,)), normed)
    assert not torch.allclose(F.layer_norm(perturbed, (8,)), normed)


@pytest.mark.parametrize(("d", "L"), [(768, 12), (1280, 36)])
def test_untied_head_share_is_growth_over_the_tied_total(d: int, L: int) -> None:
    blocks, vocabulary = L * 12 * d * d, 50257 * d
    tied, untied = blocks + vocabulary, blocks + 2 * vocabulary
    assert numeric("q17-tied-head-share", d=d, L=L) == pytest.approx(untied / tied - 1)


def test_gpt2_small_has_its_published_size_and_vocabulary() -> None:
    small = 50257 * 768 + 1024 * 768 + 12 * formula("q17-block-params", d=768) + 2 * 768
    assert small == 124_439_808
    assert 256 + 50000 + 1 == 50257


@pytest.mark.parametrize(("B", "T", "V"), [(4, 2048, 32000), (16, 8192, 151936)])
def test_logits_memory_is_what_torch_would_allocate(B: int, T: int, V: int) -> None:
    logits = torch.empty(B, T, V, dtype=torch.float32, device="meta")
    assert numeric("q17-logits-memory", B=B, T=T, V=V) == logits.numel() * logits.element_size()


def test_training_time_by_tokens_per_second() -> None:
    """7B, 1T tokens, 256 H100s at 40 %: a token costs 42 GFLOP, so that 2.4M tokens are done in a second."""
    tokens_per_second = 256 * 989e12 * 0.40 / 42e9
    assert numeric("q17-training-days", n=7, D=1, G=256, mfu=40) == pytest.approx(1e12 / tokens_per_second)
    assert 1e12 / tokens_per_second / 86400 == pytest.approx(4.8, abs=0.01)


@pytest.mark.parametrize(("rho", "p"), list(itertools.product([0.4, 0.6, 0.7, 0.8], [0.9, 0.95])))
def test_nucleus_size_by_adding_probabilities(rho: float, p: float) -> None:
    mass, kept = 0.0, 0
    while mass < p:
        mass += (1 - rho) * rho**kept
        kept += 1
    assert numeric("q17-nucleus-size", rho=rho, p=p) == kept


@pytest.mark.parametrize(("a", "b", "T"), [(0.45, 0.05, 0.5), (0.6, 0.08, 2.0)])
def test_temperature_odds_from_a_softmax(a: float, b: float, T: float) -> None:
    logits = torch.tensor([a, b, 1 - a - b], dtype=torch.float64).log()
    hot = (logits / T).softmax(0)
    assert numeric("q17-temperature-odds", a=a, b=b, T=T) == pytest.approx((hot[0] / hot[1]).item())


def test_temperature_grows_the_nucleus_and_keeps_the_ranking() -> None:
    logits = torch.tensor([3.0, 2.0, 1.0, 0.5, 0.0])

    def nucleus(temperature: float) -> int:
        probabilities = (logits / temperature).softmax(0)
        return int((probabilities.cumsum(0) - probabilities < 0.9).sum())

    assert nucleus(0.7) < nucleus(1.2)
    assert torch.equal((logits / 0.7).argsort(), (logits / 1.2).argsort())


def test_dropping_the_crossing_token_leaves_one_where_two_belong() -> None:
    probabilities = torch.tensor([0.5, 0.3, 0.15, 0.05], dtype=torch.float64)
    up_to = probabilities.cumsum(0)
    assert (up_to - probabilities < 0.7).tolist() == [True, True, False, False]
    assert (up_to <= 0.7).tolist() == [True, False, False, False]


def test_bits_per_byte_from_the_probability_of_the_whole_text() -> None:
    token_nats = [2.0, 3.5, 1.5, 4.0]
    text = b"twelve bytes"
    bits_of_text = -math.log2(math.exp(-sum(token_nats)))
    answer = formula("q17-bits-per-byte", l=float(np.mean(token_nats)), m=4, n=len(text))
    assert answer == pytest.approx(bits_of_text / len(text))


def test_active_share_of_a_mixture_by_summing_what_one_token_reads() -> None:
    shared, experts = 3.0, [0.5] * 64
    read = shared + sum(experts[:4])
    assert numeric("q17-moe-share", S=3, E=64, x=0.5, k=4) == pytest.approx(read / (shared + sum(experts)))


# --- section 18: evaluation


def test_isotropic_frechet_distance_by_the_general_formula() -> None:
    a, b, shift = 0.7, 1.9, np.array([1.0, -2.0, 0.5])
    real, generated = a**2 * np.eye(3), b**2 * np.eye(3)
    eigenvalues = np.linalg.eigvals(real @ generated)
    general = shift @ shift + np.trace(real + generated) - 2 * np.sqrt(eigenvalues).sum()
    answer = formula("q18-fid-isotropic", d=3, a=a, b=b, m=float(np.linalg.norm(shift)))
    assert answer == pytest.approx(float(general.real))


def test_frechet_distance_of_two_samples_of_one_distribution_is_above_zero_and_falls_with_n() -> None:
    rng = np.random.default_rng(0)

    def distance(n: int) -> float:
        one, other = rng.standard_normal((n, 8)), rng.standard_normal((n, 8))
        product = np.cov(one.T) @ np.cov(other.T)
        trace = np.trace(np.cov(one.T) + np.cov(other.T)) - 2 * np.sqrt(np.linalg.eigvals(product)).real.sum()
        return float(((one.mean(0) - other.mean(0)) ** 2).sum() + trace)

    few, many = np.mean([distance(100) for _ in range(5)]), np.mean([distance(2000) for _ in range(5)])
    assert few > 5 * many > 0


@pytest.mark.parametrize(("w", "about"), [(52, 2401), (55, 384), (60, 96)])
def test_votes_put_half_below_the_interval_exactly(w: int, about: int) -> None:
    votes = numeric("q18-votes", w=w)
    half_width = 1.96 * math.sqrt(0.25 / votes)
    assert w / 100 - half_width == pytest.approx(0.5)
    assert votes == pytest.approx(about, rel=0.005)


@pytest.mark.parametrize(("a", "b", "n", "m"), [(2.0, 3.6, 1000, 300), (2.4, 4.0, 2000, 500)])
def test_corpus_perplexity_token_by_token(a: float, b: float, n: int, m: int) -> None:
    losses = [a] * n + [b] * m
    assert numeric("q18-corpus-perplexity", a=a, b=b, n=n, m=m) == pytest.approx(math.exp(np.mean(losses)))


@pytest.mark.parametrize(("n", "c"), [(8, 2), (10, 3), (12, 4)])
def test_pass_at_three_by_counting_triples(n: int, c: int) -> None:
    triples = list(itertools.combinations(range(n), 3))
    hits = Fraction(sum(any(i < c for i in triple) for triple in triples), len(triples))
    assert numeric("q18-pass-at-k", n=n, c=c) == pytest.approx(float(hits))


def test_elo_odds_multiply_by_ten_for_400_points() -> None:
    p = formula("q18-elo-win", Ra=1500, Rb=1100)
    assert p / (1 - p) == pytest.approx(10)
    assert formula("q18-elo-win", Ra=1300, Rb=1200) == pytest.approx(0.64, abs=0.001)
    assert formula("q18-elo-win", Ra=1220, Rb=1200) == pytest.approx(0.53, abs=0.002)


@pytest.mark.parametrize("a", [40, 70, 85])
def test_known_share_reproduces_the_accuracy(a: int) -> None:
    known = numeric("q18-guessing", a=a)
    assert known + (1 - known) / 4 == pytest.approx(a / 100)


# --- section 19: the training lifecycle


@pytest.mark.parametrize(("b", "r", "s"), [(10, 6, 0.6), (20, 8, 0.7)])
def test_minhash_candidates_band_by_band(b: int, r: int, s: float) -> None:
    no_band = 1.0
    for _band in range(b):
        all_rows = math.prod(s for _row in range(r))
        no_band *= 1 - all_rows
    assert numeric("q19-minhash", b=b, r=r, s=s) == pytest.approx(1 - no_band)


@pytest.mark.parametrize(("w", "M", "T", "t"), [(5000, 3e-4, 60000, 45000), (10000, 6e-4, 70000, 50000)])
def test_cosine_rate_as_torch_computes_it(w: int, M: float, T: int, t: int) -> None:
    parameter = nn.Parameter(torch.zeros(1))
    optimizer = torch.optim.SGD([parameter], lr=M)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=(T - w) // 1000, eta_min=M / 10)
    for _ in range((t - w) // 1000):
        optimizer.step()
        schedule.step()
    assert numeric("q19-cosine-lr", w=w, M=M, T=T, t=t) == pytest.approx(schedule.get_last_lr()[0])


@pytest.mark.parametrize(("M", "T", "b", "G"), [(4, 8192, 2, 64), (16, 4096, 1, 128)])
def test_accumulated_micro_batches_make_up_the_batch(M: int, T: int, b: int, G: int) -> None:
    steps = numeric("q19-accumulation-steps", M=M, T=T, b=b, G=G)
    assert steps == int(steps) >= 1
    assert int(steps) * T * b * G == M * 1024 * 1024


def test_every_draw_of_the_accumulation_question_is_whole() -> None:
    for M, T, b, G in itertools.product([4, 8, 16], [4096, 8192], [1, 2], [64, 128]):
        assert M * 2**20 % (T * b * G) == 0


@pytest.mark.parametrize(("D", "f", "S"), [(200, 25, 15), (500, 30, 30)])
def test_epochs_of_a_source_reading_it_again_and_again(D: int, f: int, S: int) -> None:
    drawn = Fraction(D * f, 100)
    whole_passes, rest = divmod(drawn, S)
    assert numeric("q19-epochs-of-a-source", D=D, f=f, S=S) == pytest.approx(float(whole_passes + rest / S))


def test_ntk_base_stretches_the_slowest_pair_only() -> None:
    b, s, d = 10000.0, 4.0, 128
    scaled = formula("q19-ntk-base", b=b, s=s, d=d)
    old, new = [[base ** (-2 * i / d) for i in range(d // 2)] for base in (b, scaled)]
    assert new[0] == old[0] == 1
    assert new[-1] == pytest.approx(old[-1] / s)
    assert scaled == pytest.approx(40890, abs=1)


def sft_loss_by_product(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    losses = F.cross_entropy(logits[:-1], labels[1:], reduction="none")
    return (losses * mask[1:]).sum() / mask[1:].sum()


def test_the_answer_of_positions_5_to_8_is_scored_by_logits_4_to_7() -> None:
    logits = torch.randn(9, 11, generator=torch.Generator().manual_seed(0), requires_grad=True)
    mask = torch.tensor([0.0] * 5 + [1.0] * 4)
    sft_loss_by_product(logits, torch.arange(9), mask).backward()
    assert logits.grad is not None
    assert logits.grad.abs().sum(1).nonzero().flatten().tolist() == [4, 5, 6, 7]


def test_a_masked_nan_survives_a_product_and_a_where_but_not_a_selection() -> None:
    mask = torch.tensor([0.0, 0.0, 0.0, 1.0, 1.0])
    labels = torch.arange(5)

    def broken_logits() -> Tensor:
        logits = torch.ones(5, 7)
        logits[1] = float("nan")
        return logits.requires_grad_()

    assert sft_loss_by_product(broken_logits(), labels, mask).isnan()

    logits = broken_logits()
    losses = F.cross_entropy(logits[:-1], labels[1:], reduction="none")
    repaired = torch.where(mask[1:] > 0, losses, 0.0).sum()
    repaired.backward()
    assert repaired.isfinite()
    assert logits.grad is not None
    assert logits.grad.isnan().any()

    logits = broken_logits()
    keep = mask[1:] > 0
    F.cross_entropy(logits[:-1][keep], labels[1:][keep]).backward()
    assert logits.grad is not None
    assert logits.grad.isfinite().all()


@pytest.mark.parametrize(("n", "m", "a", "b"), [(20, 200, 1.0, 2.0), (60, 400, 1.2, 2.4)])
def test_token_mean_token_by_token(n: int, m: int, a: float, b: float) -> None:
    tokens = [a] * n + [b] * m
    assert numeric("q19-sft-token-mean", n=n, m=m, a=a, b=b) == pytest.approx(np.mean(tokens))


def gradient(of: Tensor, by: Tensor) -> float:
    (result,) = torch.autograd.grad(of, by)
    return float(result)


def double(value: float) -> Tensor:
    return torch.tensor(value, dtype=torch.float64, requires_grad=True)


@pytest.mark.parametrize(("r_w", "r_l"), [(1.3, -0.2), (-2.0, 0.5)])
def test_reward_model_gradient_by_autograd(r_w: float, r_l: float) -> None:
    chosen = double(r_w)
    assert formula("q19-rm-gradient", r_w=r_w, r_l=r_l) == pytest.approx(gradient(-F.logsigmoid(chosen - r_l), chosen))


def test_odds_of_a_reward_difference() -> None:
    p = torch.tensor(4.1, dtype=torch.float64).sigmoid().item()
    assert p / (1 - p) == pytest.approx(math.exp(4.1))


def test_kl_shaped_return_token_by_token() -> None:
    rng = Random(4)
    policy, reference = ([rng.uniform(-4, 0) for _ in range(6)] for _ in range(2))
    score, beta = 1.7, 0.05
    rewards = [-beta * (p - q) for p, q in zip(policy, reference, strict=True)]
    rewards[-1] += score
    answer = formula("q19-kl-return", R=score, beta=beta, p=policy, q=reference, T=6)
    assert answer == pytest.approx(sum(rewards))


@pytest.mark.parametrize(("p", "N"), [(0.01, 64), (0.05, 16)])
def test_at_least_one_success_summed_over_the_first_one(p: float, N: int) -> None:
    assert numeric("q19-rft-at-least-one", p=p, N=N) == pytest.approx(sum(p * (1 - p) ** i for i in range(N)))


def test_gold_reward_peaks_at_the_stated_divergence() -> None:
    alpha, beta = 0.6, 0.05
    divergences = np.linspace(0.01, 100, 100_000)
    distance = np.sqrt(divergences)
    best = divergences[np.argmax(distance * (alpha - beta * distance))]
    assert formula("q19-bon-peak", alpha=alpha, beta=beta) == pytest.approx(float(best), rel=1e-3)


def test_diffusion_dpo_loss_through_logsigmoid() -> None:
    a, b, c, d, beta = (torch.tensor(x, dtype=torch.float64) for x in (0.9, 1.4, 1.1, 1.2, 3.0))
    loss = -F.logsigmoid(-beta * ((a - c) - (b - d)))
    assert formula("q19-diffusion-dpo", a=0.9, b=1.4, c=1.1, d=1.2, beta=3.0) == pytest.approx(loss.item())
    assert formula("q19-diffusion-dpo", a=0.9, b=1.4, c=0.9, d=1.4, beta=3.0) == pytest.approx(math.log(2))


def test_log_ratio_of_two_gaussians_by_torch() -> None:
    x = torch.tensor(0.4, dtype=torch.float64)
    old, new = (torch.distributions.Normal(torch.tensor(m, dtype=torch.float64), 0.3) for m in (0.1, 0.25))
    answer = formula("q19-gaussian-log-ratio", x=0.4, m=0.1, n=0.25, s=0.3)
    assert answer == pytest.approx((new.log_prob(x) - old.log_prob(x)).item())


# --- section 20: training

ADAM_BUFFERS = {"weights": 2, "gradients": 2, "master": 4, "first moment": 4, "second moment": 4}
SHARDED_AT = {
    0: set(),
    1: {"master", "first moment", "second moment"},
    2: {"master", "first moment", "second moment", "gradients"},
    3: set(ADAM_BUFFERS),
}


def state_bytes(parameters: float, stage: int, ranks: int) -> float:
    shards = {name: ranks if name in SHARDED_AT[stage] else 1 for name in ADAM_BUFFERS}
    return sum(size * parameters / shards[name] for name, size in ADAM_BUFFERS.items())


@pytest.mark.parametrize("P", [1.5, 7, 70])
def test_training_memory_buffer_by_buffer(P: float) -> None:
    assert numeric("q20-train-memory", P=P) == pytest.approx(state_bytes(P * 1e9, stage=0, ranks=1))


def test_seven_billion_parameters_need_112_gb_or_104_gib() -> None:
    assert numeric("q20-train-memory", P=7) == 112e9
    assert numeric("q20-train-memory", P=7) / 2**30 == pytest.approx(104, abs=0.5)
    assert wrong("q20-train-memory", "no-master", P=7) == 84e9


@pytest.mark.parametrize(("stage", "gigabytes"), [(0, 120), (1, 31.4), (2, 16.6), (3, 1.9)])
def test_zero_example_of_the_paper(stage: int, gigabytes: float) -> None:
    assert state_bytes(7.5e9, stage, ranks=64) / 1e9 == pytest.approx(gigabytes, abs=0.05)


@pytest.mark.parametrize(("P", "N"), [(7.5e9, 64), (13e9, 8)])
def test_zero_stage_2_buffer_by_buffer(P: float, N: int) -> None:
    assert formula("q20-zero2-formula", P=P, N=N) == pytest.approx(state_bytes(P, 2, N))
    assert wrong("q20-zero2-formula", "stage-1", P=P, N=N) == pytest.approx(state_bytes(P, 1, N))
    assert wrong("q20-zero2-formula", "stage-3", P=P, N=N) == pytest.approx(state_bytes(P, 3, N))


@pytest.mark.parametrize(("stage", "bytes_left"), [(0, 16), (1, 4), (2, 2), (3, 0)])
def test_bytes_that_stay_on_a_rank_as_ranks_grow(stage: int, bytes_left: int) -> None:
    assert state_bytes(1, stage, ranks=10**9) == pytest.approx(bytes_left, abs=1e-6)


@pytest.mark.parametrize(("P", "f"), [(13, 25), (34, 40), (70, 50)])
def test_smallest_number_of_gpus_by_trying(P: int, f: int) -> None:
    gpus = 1
    while state_bytes(P * 1e9, 3, gpus) > 80e9 * (100 - f) / 100:
        gpus += 1
    assert numeric("q20-zero3-gpus", P=P, f=f) == gpus


def test_thirteen_billion_on_eight_gpus() -> None:
    assert state_bytes(13, 0, 1) == 208
    assert state_bytes(13, 3, 8) == 26


@pytest.mark.parametrize(("n", "P"), [(4, 1), (16, 7)])
def test_ring_all_reduce_by_counting_chunks(n: int, P: int) -> None:
    chunk = Fraction(P * 10**9 * 2, n)
    sent = sum(chunk for _phase in ("reduce-scatter", "all-gather") for _hop in range(n - 1))
    assert numeric("q20-allreduce-bytes", n=n, P=P) == pytest.approx(float(sent))


@pytest.mark.parametrize("k", [64, 128])
def test_activation_terms_are_equal_at_the_crossover(k: int) -> None:
    heads, batch = 16, 2
    length, width = numeric("q20-attention-activation-crossover", k=k), heads * k
    linear = length * batch * width * 34
    quadratic = length * batch * width * 5 * heads * length / width
    assert linear == pytest.approx(quadratic)
    assert length < 1000


def test_recomputing_everything_costs_a_third() -> None:
    forward, backward = 1, 2
    assert Fraction(forward + backward + forward, forward + backward) == Fraction(4, 3)


@pytest.mark.parametrize(("p", "m"), [(4, 8), (8, 32)])
def test_pipeline_bubble_by_simulation(p: int, m: int) -> None:
    """Forward passes on a grid of time slots: stage s works on micro-batch t - s at time t."""
    slots = range(p + m - 1)
    idle = sum(not 0 <= t - (p - 1) < m for t in slots)
    assert formula("q20-pipeline-bubble", p=p, m=m) == pytest.approx(idle / len(slots))


def test_mfu_by_the_time_of_one_token() -> None:
    flops_of_a_token, seconds_for_a_token = 6 * 8e9, 1 / 500e3
    achieved = flops_of_a_token / seconds_for_a_token / 64
    assert numeric("q20-mfu", n=8, k=500, G=64) == pytest.approx(achieved / 989e12)


FORMATS = {
    "FP16": (torch.float16, 10, 65504),
    "BF16": (torch.bfloat16, 7, 3.39e38),
    "FP8 E4M3": (torch.float8_e4m3fn, 3, 448),
    "FP8 E5M2": (torch.float8_e5m2, 2, 57344),
}


@pytest.mark.parametrize("name", FORMATS)
def test_number_formats_as_torch_has_them(name: str) -> None:
    dtype, fraction_bits, largest = FORMATS[name]
    assert torch.finfo(dtype).max == pytest.approx(largest, rel=2e-3)
    assert torch.finfo(dtype).eps == 2**-fraction_bits


@pytest.mark.parametrize(("m", "dtype"), [(7, torch.bfloat16), (10, torch.float16), (3, torch.float8_e4m3fn)])
def test_largest_lost_update_by_rounding(m: int, dtype: torch.dtype) -> None:
    lost = numeric("q20-lost-update", m=m)

    def rounded(x: float) -> float:
        return torch.tensor(x, dtype=torch.float32).to(dtype).float().item()

    assert rounded(1.0 + lost) == 1.0
    assert rounded(1.0 + lost * 1.01) > 1.0


def test_smallest_half_precision_number() -> None:
    assert torch.finfo(torch.float16).smallest_normal * 2**-10 == pytest.approx(6e-8, rel=0.01)


@pytest.mark.parametrize(("a", "about"), [(0.999, 693), (0.9999, 6931)])
def test_half_life_by_stepping(a: float, about: int) -> None:
    weight, steps = 1.0, 0
    while weight > 0.5:
        weight *= a
        steps += 1
    assert numeric("q20-ema-half-life", a=a) == pytest.approx(steps, abs=1)
    assert steps == pytest.approx(about, abs=1)


def test_ema_start_by_stepping() -> None:
    average = 2.0
    for _ in range(25):
        average = 0.9 * average + 0.1 * -1.0
    assert formula("q20-ema-start", alpha=0.9, n=25, c=2.0, w=-1.0) == pytest.approx(average)


def test_ema_texts() -> None:
    left_after_thousand, left_after_twenty_thousand = 0.9999**1000, 0.9999**20000
    assert left_after_thousand == pytest.approx(0.905, abs=0.001)
    assert left_after_twenty_thousand == pytest.approx(1 - 0.86, abs=0.005)


def test_a_bfloat16_average_never_moves() -> None:
    shadow = torch.ones(1, dtype=torch.bfloat16)
    for _ in range(1000):
        shadow.mul_(0.9999).add_(torch.full((1,), 2.0, dtype=torch.bfloat16), alpha=1 - 0.9999)
    assert shadow.item() == 1.0


def first_adam_step(gradient: float, correct_m: bool, correct_v: bool) -> float:
    beta1, beta2 = 0.9, 0.999
    m = (1 - beta1) * gradient / (1 - beta1 if correct_m else 1)
    v = (1 - beta2) * gradient**2 / (1 - beta2 if correct_v else 1)
    return m / math.sqrt(v)


def test_the_first_adam_step_without_corrections() -> None:
    right = first_adam_step(0.3, correct_m=True, correct_v=True)
    assert right == pytest.approx(1)
    assert first_adam_step(0.3, correct_m=False, correct_v=False) == pytest.approx(3.2, abs=0.05)
    assert first_adam_step(0.3, correct_m=True, correct_v=False) == pytest.approx(32, abs=0.5)


def test_an_average_of_aliased_tensors_starts_from_the_first_step() -> None:
    parameter = torch.zeros(1)
    shadow = parameter.detach()
    parameter += 1.0
    shadow = 0.9 * shadow + 0.1 * parameter
    assert shadow.item() == 1.0
    parameter += 1.0
    assert shadow.item() == 1.0


# --- section 21: inference


@pytest.mark.parametrize(("m", "b"), [(5.0, 8), (3.0, 4)])
def test_absmax_scale_reaches_the_largest_code_with_a_counterpart(m: float, b: int) -> None:
    codes = range(-(2 ** (b - 1)), 2 ** (b - 1))
    symmetric = [q for q in codes if -q in codes]
    assert formula("q21-absmax-scale", m=m, b=b) * max(symmetric) == pytest.approx(m)


def test_absmax_codes_never_reach_minus_128_and_the_clamp_never_binds() -> None:
    x = torch.randn(4000, generator=torch.Generator().manual_seed(1)) - 1.0
    codes = (x / (x.abs().max() / 127)).round()
    assert codes.min() == -127
    assert torch.equal(codes, codes.clamp(-128, 127))


@pytest.mark.parametrize("m", [30, 40, 50, 65, 80])
def test_codes_that_an_outlier_leaves(m: int) -> None:
    values = torch.linspace(-3, 3, 100_001, dtype=torch.float64)
    assert numeric("q21-outlier-error", m=m) == (values / (m / 127)).round().unique().numel()


@pytest.mark.parametrize(("lo", "hi"), list(itertools.product([-1.5, -0.9, -0.6], [2.6, 4.2, 6.0])))
def test_zero_point_is_the_code_nearest_to_zero(lo: float, hi: float) -> None:
    scale = (hi - lo) / 255
    nearest = min(range(256), key=lambda code: abs(lo + scale * code))
    assert numeric("q21-zero-point", lo=lo, hi=hi) == nearest


def test_expanding_an_asymmetric_product_needs_the_sum_of_activations_unless_weights_are_symmetric() -> None:
    rng = np.random.default_rng(5)
    x, w, zx, zw = rng.integers(0, 255, 9), rng.integers(0, 255, 9), 7, 130
    expanded = x @ w - zw * x.sum() - zx * w.sum() + 9 * zx * zw
    assert (x - zx) @ (w - zw) == expanded


@pytest.mark.parametrize(("P", "b", "g"), [(7, 4, 128), (13, 3, 64)])
def test_model_bytes_group_by_group(P: int, b: int, g: int) -> None:
    groups = P * 10**9 / g
    bits_of_a_group = g * b + 16 + b
    assert numeric("q21-model-bytes", P=P, b=b, g=g) == pytest.approx(groups * bits_of_a_group / 8)


def test_four_bits_in_groups_of_128() -> None:
    bits = numeric("q21-model-bytes", P=7, b=4, g=128) * 8 / 7e9
    assert bits == pytest.approx(4.16, abs=0.005)
    assert 3.8 < 16 / bits < 4


@pytest.mark.parametrize(("p", "q", "T"), [(0.8, 0.5, 2.0), (0.3, 0.6, 4.0)])
def test_distillation_term_by_torch(p: float, q: float, T: float) -> None:
    teacher, student = (torch.tensor([[x, 1 - x]], dtype=torch.float64) for x in (p, q))
    term = T**2 * F.kl_div(student.log(), teacher, reduction="batchmean")
    assert formula("q21-kd-loss", p=p, q=q, T=T) == pytest.approx(term.item())


def test_softened_gradients_shrink_with_the_square_of_the_temperature() -> None:
    teacher = torch.tensor([2.0, -1.0, 0.5], dtype=torch.float64)

    def gradient_norm(temperature: float) -> float:
        student = torch.zeros(3, dtype=torch.float64, requires_grad=True)
        loss = F.kl_div((student / temperature).log_softmax(0), (teacher / temperature).softmax(0), reduction="sum")
        (result,) = torch.autograd.grad(loss, student)
        return float(result.norm())

    assert gradient_norm(8.0) * 64 == pytest.approx(gradient_norm(16.0) * 256, rel=0.02)


def test_forward_kl_covers_two_modes_and_reverse_kl_picks_one() -> None:
    x = np.linspace(-12, 12, 2401)

    def normal(mean: float, std: float) -> np.ndarray:
        return np.exp(-0.5 * ((x - mean) / std) ** 2) / (std * math.sqrt(2 * math.pi)) + 1e-300

    teacher = 0.5 * normal(-3, 0.5) + 0.5 * normal(3, 0.5)
    grid = list(itertools.product(np.arange(-4, 4.5, 0.5), np.arange(0.5, 4.5, 0.5)))

    def best(forward: int) -> tuple[float, float]:
        def divergence(fit: tuple[float, float]) -> float:
            p, q = (teacher, normal(*fit)) if forward else (normal(*fit), teacher)
            return float((p * np.log(p / q)).sum())

        return min(grid, key=divergence)

    assert best(forward=1) == (0.0, 3.0)
    assert abs(best(forward=0)[0]) == 3.0
    assert best(forward=0)[1] == 0.5


@pytest.mark.parametrize(("a", "w"), [(64.0, 0.25), (10.0, 2.0)])
def test_smoothquant_moves_the_range_and_keeps_the_product(a: float, w: float) -> None:
    halfway, fully = (formula("q21-smoothquant", a=a, w=w, alpha=alpha) for alpha in (0.5, 1.0))
    assert a / halfway == pytest.approx(w * halfway)
    assert a / fully == pytest.approx(1)
    assert (a / halfway) * (w * halfway) == pytest.approx(a * w)


@pytest.mark.parametrize(("g", "M", "K"), [(8, 2, 256), (16, 4, 65536)])
def test_codebook_bits_by_writing_codes_down(g: int, M: int, K: int) -> None:
    longest_code = f"{K - 1:b}"
    assert numeric("q21-codebook-bits", g=g, M=M, K=K) == pytest.approx(M * len(longest_code) / g)


@pytest.mark.parametrize(("L", "B"), list(itertools.product([777, 1001, 1234, 2050, 3005], [16, 32])))
def test_empty_slots_by_allocating_block_by_block(L: int, B: int) -> None:
    slots = 0
    while slots < L:
        slots += B
    assert numeric("q21-paged-waste", L=L, B=B) == slots - L


@pytest.mark.parametrize(("a", "b", "c", "d"), [(50, 100, 150, 500), (80, 120, 200, 800)])
def test_static_utilisation_by_simulation(a: int, b: int, c: int, d: int) -> None:
    lengths = [a, b, c, d]
    steps = max(lengths)
    useful = sum(step < length for step in range(steps) for length in lengths)
    assert numeric("q21-static-utilisation", a=a, b=b, c=c, d=d) == pytest.approx(useful / (4 * steps))


def test_harmonic_gains() -> None:
    assert sum(1 / i for i in range(1, 9)) == pytest.approx(2.7, abs=0.05)
    assert sum(1 / i for i in range(1, 129)) == pytest.approx(5.4, abs=0.05)


@pytest.mark.parametrize(("a", "g"), [(0.8, 4), (0.5, 7)])
def test_speculative_tokens_as_an_expectation(a: float, g: int) -> None:
    expected = sum((accepted + 1) * a**accepted * (1 - a) for accepted in range(g)) + (g + 1) * a**g
    assert formula("q21-speculative-tokens", a=a, g=g) == pytest.approx(expected)


@pytest.mark.parametrize(("P", "G"), [(8, 2), (70, 8)])
def test_decode_bound_by_reading_the_shard_of_one_gpu(P: int, G: int) -> None:
    shard_bytes = P * 1e9 / G * torch.bfloat16.itemsize
    assert numeric("q21-decode-bound", P=P, G=G) == pytest.approx(shard_bytes / 3.35e12)


def test_serving_design_numbers() -> None:
    layers, heads, channels, value_bytes = 80, 8, 128, 2
    cache_bytes = 2 * layers * heads * channels * value_bytes
    requests_a_second, seconds_of_decoding = 2000 / 60, 400 / 20
    prefill_flops, ridge = 2 * 70e9 * 2000, 989e12 / 3.35e12
    assert cache_bytes == 327_680
    assert cache_bytes * 2400 / 1e9 == pytest.approx(0.8, abs=0.02)
    assert requests_a_second * seconds_of_decoding == pytest.approx(670, abs=5)
    assert prefill_flops == pytest.approx(2.8e14)
    assert ridge == pytest.approx(295, abs=1)


# --- section 22: alignment


def test_clipped_objective_by_torch() -> None:
    for r, A, eps in itertools.product([0.5, 0.9, 1.1, 1.5], [-2.0, 1.0], [0.1, 0.2]):
        ratio = torch.tensor(r, dtype=torch.float64)
        objective = torch.minimum(ratio * A, ratio.clamp(1 - eps, 1 + eps) * A)
        assert formula("q22-ppo-clip", r=r, A=A, eps=eps) == pytest.approx(objective.item())


@pytest.mark.parametrize(("r", "A", "is_zero"), [(0.7, -1, True), (1.3, -1, False), (0.7, 1, False), (1.1, 1, False)])
def test_where_the_gradient_of_the_clipped_objective_is_zero(r: float, A: float, is_zero: bool) -> None:
    ratio = double(r)
    objective = torch.minimum(ratio * A, ratio.clamp(0.8, 1.2) * A)
    assert (gradient(objective, ratio) == 0) is is_zero


def bandit_after_training(denominator: str) -> float:
    """Probability of the good arm of two; every batch updates ten times, with exact expectations and clip range 0.2."""
    logit = torch.tensor(math.log(0.3 / 0.7), dtype=torch.float64, requires_grad=True)
    reference = torch.tensor([0.3, 0.7], dtype=torch.float64)
    advantages = torch.tensor([1.0, -1.0], dtype=torch.float64)
    for _batch in range(60):
        p = logit.sigmoid()
        old = torch.stack([p, 1 - p]).detach()
        below = old if denominator == "old" else reference
        for _epoch in range(10):
            p = logit.sigmoid()
            ratio = torch.stack([p, 1 - p]) / below
            objective = (below * torch.minimum(ratio * advantages, ratio.clamp(0.8, 1.2) * advantages)).sum()
            (slope,) = torch.autograd.grad(objective, logit)
            logit = (logit + 0.5 * slope).detach().requires_grad_()
    return logit.sigmoid().item()


def test_the_reference_in_the_denominator_stalls_near_the_clip_bound() -> None:
    assert bandit_after_training("old") > 0.98
    assert bandit_after_training("reference") < 0.5


@pytest.mark.parametrize("P", [1.5, 13])
def test_ppo_memory_network_by_network(P: float) -> None:
    networks = {"policy": 16, "critic": 16, "reward model": 2, "reference": 2}
    assert numeric("q22-ppo-memory", P=P) == pytest.approx(sum(networks.values()) * P * 1e9)


def test_gae_of_two_tokens_by_the_exponential_average_of_returns() -> None:
    """The definition of GAE as (1 - lambda)-weighted n-step advantages, not the recursion."""
    R, v0, v1, gamma, lam = 1.5, 0.4, 0.9, 0.95, 0.8
    one_step = gamma * v1 - v0
    to_the_end = gamma * R - v0
    average = (1 - lam) * one_step + lam * to_the_end
    assert formula("q22-gae-two-steps", R=R, v0=v0, v1=v1, gamma=gamma, lam=lam) == pytest.approx(average)


def test_kl_regularised_optimum_by_search() -> None:
    p, u, v, beta = 0.3, 1.0, -0.5, 0.7
    x = np.linspace(1e-5, 1 - 1e-5, 400_001)
    divergence = x * np.log(x / p) + (1 - x) * np.log((1 - x) / (1 - p))
    best = x[np.argmax(x * u + (1 - x) * v - beta * divergence)]
    assert formula("q22-kl-optimum", p=p, u=u, v=v, beta=beta) == pytest.approx(float(best), abs=1e-4)


def test_k3_is_unbiased_and_never_negative() -> None:
    policy, reference = [0.5, 0.3, 0.2], [0.2, 0.5, 0.3]
    pairs = list(zip(policy, reference, strict=True))
    estimates = [formula("q22-k3", l=math.log(p), m=math.log(q)) for p, q in pairs]
    exact = sum(p * math.log(p / q) for p, q in pairs)
    assert sum(p * k for p, k in zip(policy, estimates, strict=True)) == pytest.approx(exact)
    assert min(estimates) >= 0
    inverted = [wrong("q22-k3", "inverted", l=math.log(p), m=math.log(q)) for p, q in pairs]
    assert sum(p * k for p, k in zip(policy, inverted, strict=True)) != pytest.approx(exact, abs=1e-3)


@pytest.mark.parametrize("n", [4, 16, 64])
def test_best_of_n_divergence_by_integration(n: int) -> None:
    """The best rank has density n u^(n-1) with respect to the policy's uniform rank u."""
    nodes, weights = np.polynomial.legendre.leggauss(200)
    u = (nodes + 1) / 2
    density = n * u ** (n - 1)
    divergence = float((weights / 2 * density * np.log(density)).sum())
    assert numeric("q22-bon-kl", n=n) == pytest.approx(divergence, rel=1e-5)


def dpo(w: float | Tensor, l: float, u: float, v: float, beta: float) -> Tensor:
    margin = torch.as_tensor(beta * ((w - u) - (l - v)), dtype=torch.float64)
    return -F.logsigmoid(margin)


def test_dpo_loss_by_torch_and_at_the_start() -> None:
    values = {"w": -20.0, "l": -25.0, "u": -10.0, "v": -12.0, "beta": 0.1}
    assert formula("q22-dpo-loss", **values) == pytest.approx(dpo(**values).item())
    start = formula("q22-dpo-loss", w=-20.0, l=-25.0, u=-20.0, v=-25.0, beta=0.1)
    assert start == pytest.approx(math.log(2))


def test_dpo_gradient_by_autograd() -> None:
    w, l, u, v, beta = double(-20.0), -25.0, -21.5, -24.0, 0.3
    margin = beta * ((w.item() - u) - (l - v))
    assert formula("q22-dpo-gradient", beta=beta, h=margin) == pytest.approx(gradient(dpo(w, l, u, v, beta), w))
    assert formula("q22-dpo-gradient", beta=beta, h=0.0) == pytest.approx(-beta / 2)


def test_dpo_recovers_bradley_terry_whatever_the_normaliser_is() -> None:
    """Implicit rewards of the exact optimum differ from the true ones by one constant for each prompt."""
    reference, reward, beta = np.array([0.5, 0.3, 0.2]), np.array([1.0, -0.5, 0.3]), 0.7
    tilted = reference * np.exp(reward / beta)
    implicit = beta * np.log(tilted / tilted.sum() / reference)
    assert implicit - reward == pytest.approx((implicit - reward)[0])
    assert tilted.sum() != pytest.approx(1, abs=0.01)


def group(G: int, k: int) -> Tensor:
    return torch.tensor([1.0] * k + [0.0] * (G - k), dtype=torch.float64)


@pytest.mark.parametrize(("G", "k"), [(8, 1), (12, 2), (16, 3)])
def test_grpo_advantage_of_a_group(G: int, k: int) -> None:
    rewards = group(G, k)
    centred = rewards - rewards.mean()
    biased, unbiased = (centred / rewards.std(correction=c) for c in (0, 1))
    assert numeric("q22-grpo-advantage", G=G, k=k) == pytest.approx(biased[0].item())
    assert wrong("q22-grpo-advantage", "unbiased-std", G=G, k=k) == pytest.approx(unbiased[0].item())
    assert wrong("q22-grpo-advantage", "wrong-answer", G=G, k=k) == pytest.approx(-biased[-1].item())


def test_one_success_in_eight_under_both_conventions() -> None:
    rewards = group(8, 1)
    biased, unbiased = ((1 - rewards.mean()) / rewards.std(correction=c) for c in (0, 1))
    assert biased.item() == pytest.approx(2.646, abs=0.001)
    assert unbiased.item() == pytest.approx(2.475, abs=0.001)


def test_equal_rewards_need_not_average_to_themselves_in_single_precision() -> None:
    def naive_advantage(size: int, eps: float = 1e-6) -> float:
        rewards = torch.full((size,), 0.7)
        return float(((rewards - rewards.mean()) / (rewards.std() + eps)).abs().max())

    assert max(naive_advantage(size) for size in range(7, 17)) > 0.01
    assert max(naive_advantage(size, 1e-8) for size in range(7, 17)) > 0.5


@pytest.mark.parametrize(("p", "G"), [(0.9, 8), (0.3, 5)])
def test_useful_share_by_enumeration(p: float, G: int) -> None:
    mixed = 0.0
    for answers in itertools.product((0, 1), repeat=G):
        if len(set(answers)) == 2:
            mixed += math.prod(p if answer else 1 - p for answer in answers)
    assert formula("q22-useful-share", p=p, G=G) == pytest.approx(mixed)


def test_useful_share_of_the_text() -> None:
    assert formula("q22-useful-share", p=0.9, G=8) == pytest.approx(0.57, abs=0.001)


@pytest.mark.parametrize(("B", "G", "p"), [(128, 4, 0.8), (512, 8, 0.95)])
def test_prompts_to_draw_as_a_sum_of_waiting_times(B: int, G: int, p: float) -> None:
    share = sum(math.comb(G, k) * p**k * (1 - p) ** (G - k) for k in range(1, G))
    waiting_time = sum(n * share * (1 - share) ** (n - 1) for n in range(1, 2000))
    assert numeric("q22-dynamic-cost", B=B, G=G, p=p) == pytest.approx(B * waiting_time)


@pytest.mark.parametrize(("a", "b"), [(100, 600), (200, 1800)])
def test_token_weights_by_autograd(a: int, b: int) -> None:
    """The gradient of each average with respect to one token of the long answer."""
    short, long = torch.zeros(a, dtype=torch.float64), torch.zeros(b, dtype=torch.float64, requires_grad=True)
    (sample_level,) = torch.autograd.grad((short.mean() + long.mean()) / 2, long)
    (token_level,) = torch.autograd.grad(torch.cat([short, long]).mean(), long)
    ratio = (token_level[0] / sample_level[0]).item()
    assert numeric("q22-token-weight", a=a, b=b) == pytest.approx(ratio)


def test_overlong_penalty_is_the_line_from_zero_to_minus_one() -> None:
    L, c = 20480, 4096
    lengths = [L - c, L - c / 4, L]
    line = np.interp(lengths, [L - c, L], [0.0, -1.0])
    answers = [formula("q22-overlong-penalty", L=L, c=c, y=y) for y in lengths]
    assert answers == pytest.approx(list(line))
    assert L - c == 16384


def test_a_bound_on_the_ratio_is_tight_for_rare_tokens_only() -> None:
    rare, common, upper_bound = 0.01, 0.9, 1.2
    assert rare * upper_bound == pytest.approx(0.012)
    assert common * upper_bound > 1


def test_gspo_ratio_is_the_geometric_mean_of_token_ratios() -> None:
    current, sampling = [0.5, 0.2, 0.9, 0.4], [0.4, 0.25, 0.8, 0.5]
    ratios = [p / q for p, q in zip(current, sampling, strict=True)]
    sums = {"l": sum(map(math.log, current)), "m": sum(map(math.log, sampling)), "n": 4}
    assert formula("q22-gspo-ratio", **sums) == pytest.approx(math.prod(ratios) ** (1 / 4))


def test_rloo_leaves_the_own_reward_out() -> None:
    rewards = [0.3, 1.0, -0.5, 0.7]
    for i, r in enumerate(rewards):
        others = rewards[:i] + rewards[i + 1 :]
        answer = formula("q22-rloo", r=r, m=float(np.mean(rewards)), G=4)
        assert answer == pytest.approx(r - float(np.mean(others)))
