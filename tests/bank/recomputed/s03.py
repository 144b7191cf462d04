"""Section 3."""

from __future__ import annotations

import cmath
import math
from statistics import fmean, geometric_mean

import numpy as np
import torch

from tests.bank.recomputing import (
    integral,
    lowest,
    numel,
    recomputes,
)


@recomputes("q03-nucleus-probability")
def first_of_the_nucleus(a: float, b: float) -> float:
    rest = 1 - a - b
    kept: list[float] = []
    for probability in [a, b, *[rest / 50] * 50]:
        if sum(kept) >= 0.6:
            break
        kept.append(probability)
    return kept[0] / sum(kept)


@recomputes("q03-bayes-classifier")
def posterior_of_the_class(p: float, a: float, b: float) -> float:
    """Both likelihoods times the same factor, so that neither underflows."""
    joint = [p * math.exp(a - b), (1 - p) * math.exp(b - b)]
    return joint[0] / sum(joint)


@recomputes("q03-bits-per-dimension")
def bits_of_a_pixel_value(n: int, l: float) -> float:
    """A pixel level is a cell of width 1/256 per value; its probability is the density times the volume."""
    nats = l - sum(math.log(1 / 256) for _ in range(n))
    return nats / n / math.log(2)


@recomputes("q03-energy-distance")
def energy_distance_by_distributions(a: float) -> float:
    """Twice the integral of the squared difference of the distribution functions."""
    return 2 * integral(lambda x: (np.ones_like(x) - 0.5 * np.ones_like(x)) ** 2, 0, a)


@recomputes("q03-game-value")
def value_of_the_best_discriminator(a: float, b: float) -> float:
    """Searches the best discriminator at each of the two outcomes."""

    def loss(data: float, generated: float) -> float:
        def at(d: float) -> float:
            return -(data * math.log(d) + generated * math.log(1 - d))

        return at(lowest(at, 1e-9, 1 - 1e-9))

    return -loss(a, b) - loss(1 - a, 1 - b)


@recomputes("q03-glow-mixing")
def log_determinant_of_a_layer(h: int, d: float) -> float:
    """The layer as one matrix over all positions has a block on its diagonal for each."""
    block = torch.tensor([[d, 0.3], [0.0, 1.0]], dtype=torch.float64)
    layer = torch.block_diag(*[block] * (h * h))
    return torch.linalg.slogdet(layer).logabsdet.item()


@recomputes("q03-maskgit-masked")
def masked_after_a_step(n: int, T: int, k: int) -> float:
    """The real part of a quarter turn, taken in T equal turns."""
    turn = cmath.exp(1j * math.pi / 2 / T)
    return n * math.prod([turn] * k).real


@recomputes("q03-perplexity")
def perplexity_of_a_text(n: int, l: float) -> float:
    """The inverse of the geometric mean of the tokens' probabilities."""
    per_token = math.exp(l / n)
    return 1 / geometric_mean([per_token] * n)


@recomputes("q03-token-weight")
def weight_of_a_token_in_a_mean_of_means(a: int, b: int) -> float:
    """By how much the loss moves when one token of either sequence costs 1."""

    def loss(short: float, long: float) -> float:
        return fmean([fmean([short] + [0.0] * (a - 1)), fmean([long] + [0.0] * (b - 1))])

    return loss(1, 0) / loss(0, 1)


@recomputes("q03-top-k-probability")
def most_likely_of_three(a: float) -> float:
    """Renormalized by masking the rest out of the logits."""
    rest = 1 - a - 0.2 - 0.15 - 0.1
    probabilities = torch.tensor([a, 0.2, 0.15, 0.1] + [rest / 10] * 10, dtype=torch.float64)
    logits = probabilities.log()
    kept = logits.topk(3).indices
    masked = torch.full_like(logits, -math.inf).index_copy(0, kept, logits[kept])
    return masked.softmax(0).max().item()


@recomputes("q03-var-tokens")
def tokens_of_all_maps(a: int, b: int) -> float:
    return sum(numel(side, side) for side in (1, 2, 3, 4, a, b))
