"""What section 22 teaches of alignment, computed again: by autograd, enumeration, quadrature and simulation."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from tests.bank.tolerances import mistaken_for_right
from tests.bank.truth import formula, numeric, wrong


def double(*values: float) -> Tensor:
    return torch.tensor(values, dtype=torch.float64)


def slope(of: Tensor, by: Tensor) -> Tensor:
    (gradient,) = torch.autograd.grad(of, by)
    return gradient


def k3(log_ratio: Tensor) -> Tensor:
    return log_ratio.exp() - log_ratio - 1


def test_no_number_is_mistaken() -> None:
    assert mistaken_for_right(22) == []


@pytest.mark.parametrize("tau", [0.1, 0.7])
def test_the_target_of_ipo_is_the_optimum_of_its_problem(tau: float) -> None:
    """Two answers, the first always preferred: win rate over uniform rivals minus tau times the KL, by search."""
    reference = 0.3
    pi = np.linspace(1e-7, 1 - 1e-7, 2_000_001)
    wins = pi * (0.5 * 0.5 + 0.5 * 1) + (1 - pi) * (0.5 * 0 + 0.5 * 0.5)
    divergence = pi * np.log(pi / reference) + (1 - pi) * np.log((1 - pi) / (1 - reference))
    best = pi[np.argmax(wins - tau * divergence)]
    h = math.log(best / (1 - best)) - math.log(reference / (1 - reference))
    assert formula("q22-ipo-loss", h=h, tau=tau) == pytest.approx(0, abs=2e-3 / tau)
    away = F.mse_loss(double(h + 0.5), double(h)).item()
    assert formula("q22-ipo-loss", h=h + 0.5, tau=tau) == pytest.approx(away, rel=0.02)


@pytest.mark.parametrize(("l", "m"), [(-2.0, -1.0), (-0.3, -4.0)])
def test_the_weight_of_k3_by_autograd(l: float, m: float) -> None:
    at = double(l).requires_grad_()
    assert formula("q22-k3-weight", l=l, m=m) == pytest.approx(slope(k3(m - at).sum(), at).item())


def test_which_gradient_each_place_of_the_kl_gives() -> None:
    """q22-kl-gradient-grid, q22-k3-loss-gradient: exact expectations over four actions."""
    logits = double(0.3, -0.8, 1.1, 0.0).requires_grad_()
    reference = double(0.1, 0.4, 0.2, 0.3)

    def expected(loss_of: str) -> Tensor:
        """Of the loss on fixed samples, so the probabilities that weigh them carry no gradient."""
        logp = logits.log_softmax(0)
        log_rho = reference.log() - logp
        per_sample = {
            "k1 loss": -log_rho,
            "k2 loss": log_rho**2 / 2,
            "k3 loss": k3(log_rho),
            "k1 reward": -log_rho.detach() * logp,
            "k3 reward": k3(log_rho).detach() * logp,
        }[loss_of]
        return slope((logp.exp().detach() * per_sample).sum(), logits)

    policy = logits.softmax(0)
    reverse = slope((policy * (policy / reference).log()).sum(), logits)
    forward = slope((reference * (reference / logits.softmax(0)).log()).sum(), logits)
    assert torch.allclose(expected("k1 reward"), reverse)
    assert torch.allclose(expected("k2 loss"), reverse)
    assert torch.allclose(expected("k3 loss"), forward)
    assert torch.allclose(expected("k1 loss"), torch.zeros_like(logits), atol=1e-12)
    assert not torch.allclose(expected("k3 reward"), reverse, atol=1e-3)
    assert not torch.allclose(forward, reverse, atol=1e-3)


def test_the_variance_of_two_estimators() -> None:
    """q22-estimator-grid: unit Gaussians half a unit apart, by quadrature."""
    nodes, weights = np.polynomial.hermite_e.hermegauss(80)
    weights = weights / weights.sum()
    log_rho = -((nodes - 0.5) ** 2) / 2 + nodes**2 / 2
    estimates = {"k1": -log_rho, "k2": log_rho**2 / 2, "k3": np.exp(log_rho) - 1 - log_rho}
    means = {name: float(weights @ values) for name, values in estimates.items()}
    variances = {name: float(weights @ (values - means[name]) ** 2) for name, values in estimates.items()}
    assert means["k1"] == pytest.approx(0.125) and means["k3"] == pytest.approx(0.125)
    assert means["k2"] != pytest.approx(0.125, rel=0.01)
    assert variances["k1"] == pytest.approx(0.25) and variances["k3"] == pytest.approx(0.034, abs=5e-4)


def test_k3_drifts_when_the_samples_are_old() -> None:
    """q22-kl-offpolicy: k3 under another sampler is not the KL, yet never negative; the weight repairs it."""
    policy, old, reference = double(0.5, 0.3, 0.2), double(0.3, 0.3, 0.4), double(0.2, 0.5, 0.3)
    estimate = k3((reference / policy).log())
    exact = (policy * (policy / reference).log()).sum().item()
    assert (old * estimate).sum().item() != pytest.approx(exact, rel=0.05)
    assert (old * (policy / old) * estimate).sum().item() == pytest.approx(exact)
    assert (estimate >= 0).all()


@pytest.mark.parametrize("p", [0.01, 0.5])
def test_where_the_gradient_of_a_rare_token_ends(p: float) -> None:
    """By the gradient of the clipped objective at a grid of probabilities."""
    grid = torch.linspace(p, 1.5 * p, 100_001, dtype=torch.float64).requires_grad_()
    ratio = grid / p
    objective = torch.minimum(ratio, ratio.clamp(1 - 0.2, 1 + 0.28)).sum()
    last = grid[slope(objective, grid) > 0].max().item()
    assert numeric("q22-clip-cap", p=p) == pytest.approx(last, rel=1e-4)


def test_whose_gradient_changes_with_the_upper_bound() -> None:
    """q22-upper-bound-who."""
    changed = []
    for advantage in (-1.0, 1.0):
        for r in (0.76, 1.1, 1.24, 1.4):
            slopes = []
            for upper in (1.2, 1.28):
                ratio = double(r).requires_grad_()
                slopes.append(slope(torch.minimum(ratio * advantage, ratio.clamp(0.8, upper) * advantage).sum(), ratio))
            if slopes[0] != slopes[1]:
                changed.append((advantage, r))
    assert changed == [(1.0, 1.24)]


def mixed_share(p: float, group: int) -> float:
    return sum(math.comb(group, k) * p**k * (1 - p) ** (group - k) for k in range(1, group))


@pytest.mark.parametrize("q", [0.01, 0.05])
def test_the_middle_third_after_the_filter(q: float) -> None:
    kept = [mixed_share(p, 8) for p in (q, 0.5, 1 - q)]
    assert numeric("q22-dynamic-mix", q=q) == pytest.approx(kept[1] / sum(kept))


@pytest.mark.parametrize("y", [17408, 19456])
def test_the_published_overlong_penalty(y: int) -> None:
    line = float(np.interp(y, [16384, 20480], [0.0, -1.0]))
    assert numeric("q22-overlong-value", y=y) == pytest.approx(line)


@pytest.mark.parametrize("G", [2, 8])
def test_the_scale_of_a_baseline_that_includes_the_answer(G: int) -> None:
    """Expected gradients of both baselines over all pairs of outcomes of a two-action policy, summed exactly."""
    p = 0.3
    gradients = {"group": 0.0, "others": 0.0}
    for others in range(G):
        share = math.comb(G - 1, others) * p**others * (1 - p) ** (G - 1 - others)
        for own, chance, score in ((1.0, p, 1 - p), (0.0, 1 - p, -p)):
            gradients["group"] += share * chance * score * (own - (others + own) / G)
            gradients["others"] += share * chance * score * (own - others / (G - 1))
    assert numeric("q22-dr-grpo-scale", G=G) == pytest.approx(gradients["group"] / gradients["others"])


@pytest.mark.parametrize("z", [-1.5, 2.0])
def test_the_slope_of_the_entropy(z: float) -> None:
    gap = double(z).requires_grad_()
    logp = torch.cat([gap, double(0.0)]).log_softmax(0)
    assert formula("q22-entropy-slope", z=z) == pytest.approx(slope(-(logp.exp() * logp).sum(), gap).item())


def test_which_updates_raise_the_entropy() -> None:
    """q22-entropy-update: one small policy-gradient step for one sampled action."""
    start = double(math.log(0.95), math.log(0.03), math.log(0.02))

    def change(action: int, advantage: float) -> float:
        logits = start.clone().requires_grad_()
        step = slope(advantage * logits.log_softmax(0)[action], logits)
        entropies = [-(x.softmax(0) * x.log_softmax(0)).sum().item() for x in (start, start + 1e-3 * step)]
        return entropies[1] - entropies[0]

    assert change(1, 1.0) > 0
    assert change(0, 1.0) < 0
    assert change(1, -1.0) < 0


@pytest.mark.parametrize(("l", "m"), [(-1.2, -2.4), (-3.0, -2.9)])
def test_the_truncated_weight(l: float, m: float) -> None:
    weight = (double(l).exp() / double(m).exp()).clamp(max=2.0)
    assert formula("q22-truncated-weight", l=l, m=m, C=2.0) == pytest.approx(weight.item())


@pytest.mark.parametrize(("n", "d"), [(1000, 0.0005), (2000, 0.002)])
def test_a_small_difference_per_token_compounds(n: int, d: float) -> None:
    rng = np.random.default_rng(0)
    engine = rng.uniform(0.05, 0.9, n)
    trainer = engine * math.exp(d)
    assert numeric("q22-mismatch-compound", n=n, d=d) == pytest.approx(float(np.prod(trainer / engine)))


def test_the_share_of_time_that_generators_work() -> None:
    lengths = [1000, 1500, 2500, 3000, 16000, 0]
    m, longest = float(np.mean(lengths)), max(lengths)
    idle = sum(longest - length for length in lengths)
    busy_share = 1 - idle / (len(lengths) * longest)
    assert numeric("q22-sync-utilization", m=m, M=longest) == pytest.approx(busy_share)


@pytest.mark.parametrize("s", [0.5, 1.0])
def test_the_effective_sample_of_log_normal_weights(s: float) -> None:
    nodes, weights = np.polynomial.hermite_e.hermegauss(100)
    weights = weights / weights.sum()
    w = np.exp(0.3 + s * nodes)
    assert formula("q22-ess", s=s) == pytest.approx(float((weights @ w) ** 2 / (weights @ w**2)))
    assert wrong("q22-ess", "half", s=s) > formula("q22-ess", s=s)


def test_advantages_of_texts() -> None:
    """q22-gae-whitening, q22-difficulty-bias, q22-epsilon-scale, q22-integer-rewards."""
    whitened = double(1.0, 2.0, 6.0)
    assert ((whitened - whitened.mean()) / whitened.std(correction=0))[0] < 0
    spreads = [double(*([1.0] * k + [0.0] * (8 - k))).std(correction=0).item() for k in (1, 4)]
    assert spreads == pytest.approx([0.33, 0.5], abs=2e-3)
    noise = torch.linspace(0.5, 0.50001, 8)
    assert ((noise - noise.mean()) / (noise.std() + 1e-6)).abs().max().item() == pytest.approx(1.1, abs=0.2)
    with pytest.raises(RuntimeError):
        torch.tensor([True, False]).mean(-1)


def test_gae_at_lambda_one_is_the_return_minus_the_value() -> None:
    """q22-gae-lambda."""
    rewards, values = [0.0, 0.0, 1.0], [0.2, 0.5, 0.7, 0.0]
    advantage, advantages = 0.0, []
    for t in reversed(range(3)):
        advantage = rewards[t] + values[t + 1] - values[t] + advantage
        advantages.append(advantage)
    assert advantages[::-1] == pytest.approx([1 - 0.2, 1 - 0.5, 1 - 0.7])


@pytest.mark.parametrize(("lam", "unbiased"), [(1.0, True), (0.95, False)])
def test_a_wrong_critic_leaves_the_gradient_alone_only_at_lambda_one(lam: float, unbiased: bool) -> None:
    """q22-gae-lambda: two binary actions, a reward of 1 if both are 1, and a critic that is wrong in every state."""
    logit = double(0.4).requires_grad_()
    p = logit.sigmoid()
    critic = {(): 0.9, (0,): 0.3, (1,): 0.1}
    estimate = double(0.0)
    for first, second in itertools.product((0, 1), repeat=2):
        log_probs = [torch.log(p if action else 1 - p) for action in (first, second)]
        last = first * second - critic[(first,)]
        advantages = [critic[(first,)] - critic[()] + lam * last, last]
        weight = torch.stack(log_probs).sum().exp().detach()
        for advantage, log_prob in zip(advantages, log_probs, strict=True):
            estimate = estimate + weight * advantage * log_prob
    (surrogate,) = torch.autograd.grad(estimate, logit)
    (exact,) = torch.autograd.grad(logit.sigmoid() ** 2, logit)
    assert (surrogate.item() == pytest.approx(exact.item())) is unbiased


def test_a_trained_reference_widens_the_margin_the_wrong_way() -> None:
    """q22-dpo-reference-trained: descent lowers its chosen and raises its rejected log-probability."""
    chosen, rejected = double(-5.0).requires_grad_(), double(-6.0).requires_grad_()
    loss = -F.logsigmoid(0.1 * ((double(-5.0) - chosen) - (double(-6.0) - rejected))).sum()
    by_chosen, by_rejected = torch.autograd.grad(loss, (chosen, rejected))
    assert by_chosen.item() > 0 > by_rejected.item()


def test_a_token_that_only_the_policy_counts_moves_the_loss_from_log_2() -> None:
    """q22-dpo-eos."""
    extra = double(-0.1, -2.3)
    loss = -F.logsigmoid(0.1 * (extra[0] - extra[1]))
    assert loss.item() != pytest.approx(math.log(2), abs=0.05)
