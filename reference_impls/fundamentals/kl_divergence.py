"""Kullback-Leibler divergence of discrete distributions (Cover and Thomas 2006, Elements of Information Theory, section 2.3).

    D(p ‖ q) = Σ_c p_c log(p_c / q_c),   0 log(0 / q) = 0

in nats. The sum is weighted with the first argument, and is not symmetric. A term with p_c = 0 counts 0, the limit of
p log p, which 0 · log 0 in floating point is not. Where q_c = 0 and p_c > 0 the divergence is infinite; a bound max(q_c, ε)
makes it large and finite. p has no bound.

Shapes: p, q (...,C), each row along the last axis a distribution.
Returns: (...).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def kl_divergence(p: Tensor, q: Tensor, eps: float = 1e-12) -> Tensor:
    """Expected log ratio under p, over the last axis."""
    log_p = torch.where(p > 0, p, 1.0).log()  # (...,C), 0 where p is 0: finite, also in the gradient
    log_q = q.clamp(min=eps).log()  # (...,C)
    return (p * (log_p - log_q)).sum(dim=-1)


# ----------------------------------------------------------------------------------------------------------------------


def distribution(draw: Draw, *shape: int, scale: float = 1.0) -> Tensor:
    """Positive entries that sum to one along the last axis."""
    return draw.floating(draw.normal(*shape, scale=scale).double().softmax(dim=-1))


def with_zeros(draw: Draw, *shape: int) -> Tensor:
    """The same with about a third of the entries 0, never all of a row."""
    kept = draw.booleans(*shape, p=0.65)
    kept[..., draw.integer(0, shape[-1] - 1)] = True
    weights = draw.normal(*shape).double().exp() * kept
    return draw.floating(weights / weights.sum(dim=-1, keepdim=True))


def peaked(draw: Draw, N: int, C: int, small: tuple[float, ...]) -> tuple[Tensor, Tensor]:
    """q with these small entries in each row, in another order for each, and p with at least a tenth on each of them."""
    places = torch.tensor([draw.permutation(C) for _ in range(N)])
    q = draw.normal(N, C).double().softmax(dim=-1)
    q = q.scatter(1, places[:, : len(small)], 0.0)
    q = q / q.sum(dim=-1, keepdim=True)
    q = q.scatter(1, places[:, : len(small)], torch.tensor(small, dtype=torch.float64).expand(N, -1))
    p = draw.normal(N, C, scale=0.3).double().softmax(dim=-1) * 0.5
    p = p.scatter_add(1, places[:, : len(small)], torch.full((N, len(small)), 0.5 / len(small), dtype=torch.float64))
    return draw.floating(p), draw.floating(q)


def between_0_and_a_bound(draw: Draw) -> tuple[Tensor, Tensor]:
    """Entries of p and of q on both sides of 0.1, and 0; each row's divergence from the bounded q is clearly positive."""
    p = [[0.6, 0.15, 0.05, 0.2], [0.04, 0.9, 0.06, 0.0], [0.03, 0.02, 0.15, 0.8]]
    q = [[0.02, 0.95, 0.03, 0.0], [0.7, 0.02, 0.08, 0.2], [0.5, 0.36, 0.06, 0.08]]
    order = draw.permutation(4)
    return draw.floating(torch.tensor(p, dtype=torch.float64)[:, order]), draw.floating(
        torch.tensor(q, dtype=torch.float64)[:, order]
    )


def one_row_alike(draw: Draw) -> tuple[Tensor, Tensor]:
    """Three rows, in the second of which p and q are the same."""
    p, q = distribution(draw, 3, 6).double(), distribution(draw, 3, 6).double()
    q[1] = p[1]
    return draw.floating(p), draw.floating(q)


def cases(draw: Draw) -> Iterator[Case]:
    coins = torch.tensor([0.2, 0.8], dtype=torch.float64), torch.tensor([0.6, 0.4], dtype=torch.float64)
    yield Case("two coins", (draw.floating(coins[0]), draw.floating(coins[1])))
    yield Case("one pair", (distribution(draw, 5), distribution(draw, 5)))
    yield Case("rows", (distribution(draw, 3, 4), distribution(draw, 3, 4, scale=1.5)))
    yield Case("as many rows as classes", (distribution(draw, 4, 4), distribution(draw, 4, 4)))
    yield Case("two leading axes", (distribution(draw, 2, 3, 5, scale=1.5), distribution(draw, 2, 3, 5)))
    yield Case("a row of equals", one_row_alike(draw))
    yield Case(
        "eps below all of q", (distribution(draw, 2, 3), draw.floating([[0.5, 0.25, 0.25], [0.3, 0.5, 0.2]]), 0.01)
    )
    yield Case("zeros in p", (with_zeros(draw, 5, 6), distribution(draw, 5, 6)), grad=False)
    one_hot = draw.floating(torch.eye(4, dtype=torch.float64)[[2, 0, 3]])
    yield Case("p of one class", (one_hot, distribution(draw, 3, 4)), grad=False)
    yield Case("q of 0 where p is not", peaked(draw, 4, 6, (0.0, 0.0)), grad=False)
    yield Case("q of 0, another eps", (*peaked(draw, 2, 5, (0.0,)), 1e-4), grad=False)
    yield Case("q around the default eps", peaked(draw, 3, 7, (1e-14, 6e-13, 2e-12, 1e-9)), grad=False)
    yield Case("p and q around a large eps", between_0_and_a_bound(draw), {"eps": 0.1}, grad=False)
    p, q = with_zeros(draw, 2, 3, 7), with_zeros(draw, 2, 3, 7)
    yield Case("zeros in both", (p, q), {"eps": 1e-6}, grad=False)


TERMS = "(p * (log_p - log_q)).sum(dim=-1)"
LOG_P = "torch.where(p > 0, p, 1.0).log()"
LOG_Q = "q.clamp(min=eps).log()"

PROBLEM = Problem(
    id="kl-divergence",
    entries=(kl_divergence,),
    cases=cases,
    slips=(
        Slip(
            "arguments-exchanged",
            "log_p = torch",
            "p, q = q, p\n    log_p = torch",
            "That is the divergence of q from p: the sum is weighted with p, the first argument, and q stands below.",
        ),
        Slip(
            "arguments-exchanged-and-p-bounded",
            TERMS,
            "torch.where(p > 0, q.clamp(min=eps) * (log_q - p.clamp(min=eps).log()), 0.0).sum(dim=-1)",
            "That is the divergence of q from p, with p bounded in it: the sum is weighted with p, the first argument, and q "
            "stands below, bounded at eps.",
        ),
        Slip(
            "ratio-turned-round",
            "log_p - log_q",
            "log_q - log_p",
            "The logarithm is that of q / p, which gives the negative: it is p / q.",
        ),
        Slip(
            "weighted-with-q",
            "(p * (log_p - log_q))",
            "(q * (log_p - log_q))",
            "The log ratio is weighted with q; its expectation is taken under p.",
        ),
        Slip(
            "not-weighted",
            "(p * (log_p - log_q))",
            "(log_p - log_q)",
            "The log ratios are summed without the weights p.",
        ),
        Slip(
            "cross-entropy",
            "log_p - log_q",
            "-log_q",
            "That is the cross-entropy: the entropy of p has to be subtracted, by log p in each term.",
        ),
        Slip("entropy", "log_p - log_q", "-log_p", "That is the entropy of p: q does not come in."),
        Slip(
            "zero-not-handled",
            LOG_P,
            "p.log()",
            "Where p is 0 the term is 0 * log 0, which is NaN; it counts 0.",
        ),
        Slip(
            "q-not-bounded",
            LOG_Q,
            "torch.where(p > 0, q, 1.0).log()",
            "q is not bounded from below: where it is 0 and p is not, the result is infinite. Clamp it at eps.",
        ),
        Slip(
            "q-not-bounded-where-both-are-0",
            LOG_Q,
            "q.log()",
            "q is not bounded from below: where it is 0 the result is infinite, or NaN where p is 0, too. Clamp it at eps.",
        ),
        Slip(
            "nothing-handled",
            LOG_P + "  # (...,C), 0 where p is 0: finite, also in the gradient\n    log_q = " + LOG_Q,
            "p.log()\n    log_q = q.log()",
            "Zeros are not handled: where p is 0 the term is 0 * log 0 = NaN and must count 0, and q has to be clamped at eps.",
        ),
        Slip(
            "rows-with-a-zero-become-0",
            LOG_P + "  # (...,C), 0 where p is 0: finite, also in the gradient\n    log_q = " + LOG_Q + "  # (...,C)\n"
            "    return " + TERMS,
            "p.log()\n    log_q = q.clamp(min=eps).log()\n    return (p * (log_p - log_q)).sum(dim=-1).nan_to_num(0.0)",
            "The NaN of a term with p = 0 is replaced after the sum, so that the whole row becomes 0: replace it in the term.",
        ),
        Slip(
            "infinite-terms-to-0",
            TERMS,
            "torch.where((p > 0) & (q > 0), p * (log_p - log_q), 0.0).sum(dim=-1)",
            "Terms with q = 0 are left out, where they are the largest: only those with p = 0 count 0, and q is clamped at eps.",
        ),
        Slip(
            "eps-added-to-q",
            "q.clamp(min=eps)",
            "(q + eps)",
            "eps is added to q; q is bounded from below by it, max(q, eps), so that larger entries stay as they are.",
        ),
        Slip(
            "eps-added-to-both",
            LOG_P + "  # (...,C), 0 where p is 0: finite, also in the gradient\n    log_q = q.clamp(min=eps)",
            "(p + eps).log()\n    log_q = (q + eps)",
            "eps is added to p and to q inside the logarithms: only q is bounded, as max(q, eps), and p is used as it is.",
        ),
        Slip(
            "eps-added-to-both-everywhere",
            "log_p = torch",
            "p, q, eps = p + eps, q + eps, 0.0\n    log_p = torch",
            "eps is added to p and to q, in front of the logarithm, too: q alone is bounded, as max(q, eps), and p has no bound.",
        ),
        Slip(
            "eps-added-to-both-and-normalised",
            "log_p = torch",
            "p, q = (p + eps) / (1 + p.shape[-1] * eps), (q + eps) / (1 + p.shape[-1] * eps)\n    eps = 0.0\n    log_p = torch",
            "eps is added to p and to q, and both are normalised again: only q is bounded, as max(q, eps), and stays like that.",
        ),
        Slip(
            "eps-added-to-the-denominator-and-the-ratio",
            "log_p - log_q",
            "(p / (q + eps) + eps).log()",
            "eps is added in the denominator and to the ratio: q is to be bounded, max(q, eps), and nothing else changed.",
        ),
        Slip(
            "eps-added-to-p-alone",
            LOG_P,
            "(p + eps).log()",
            "eps is added to p inside the logarithm; terms with p = 0 count 0, and all others use p as it is.",
        ),
        Slip(
            "ratio-bounded",
            "log_p - log_q",
            "(p / q).clamp(min=eps).log()",
            "The ratio p / q is bounded from below, which leaves it infinite where q is 0: clamp q.",
        ),
        Slip(
            "ratio-plus-eps",
            "log_p - log_q",
            "(p / q.clamp(min=eps) + eps).log()",
            "eps is added to the ratio: only q is bounded, terms with p = 0 count 0 and all others use p / q as it is.",
        ),
        Slip(
            "p-bounded-in-the-logarithm",
            "torch.where(p > 0, p, 1.0)",
            "p.clamp(min=eps)",
            "p is clamped at eps, too, inside the logarithm: p below eps would count otherwise. eps bounds q alone.",
        ),
        Slip(
            "p-bounded-everywhere",
            "log_p = torch.where(p > 0, p, 1.0)",
            "p = p.clamp(min=eps)\n    log_p = p",
            "p is clamped at eps, too, so that terms with p = 0 count eps * log(eps / q): they count 0, and eps bounds q alone.",
        ),
        Slip(
            "small-p-left-out",
            TERMS,
            "torch.where(p > eps, p * (log_p - log_q), 0.0).sum(dim=-1)",
            "Terms with p up to eps are left out; only those with p = 0 count 0.",
        ),
        Slip(
            "bounded-and-normalised-again",
            "log_q = q.clamp(min=eps)",
            "q = q.clamp(min=eps)\n    log_q = (q / q.sum(dim=-1, keepdim=True))",
            "After the clamp q is divided by its sum: it is used as clamped.",
        ),
        Slip(
            "bounded-from-above-too",
            "q.clamp(min=eps)",
            "q.clamp(eps, 1 - eps)",
            "q is clamped from above at 1 - eps, too, as for a sigmoid: only from below.",
        ),
        Slip(
            "logarithm-bounded-at-minus-100",
            LOG_Q,
            "q.log().clamp(min=-100)",
            "log q is bounded at -100, as in the library's binary cross-entropy; it is q that is bounded, at eps.",
        ),
        Slip(
            "eps-ignored",
            "clamp(min=eps)",
            "clamp(min=1e-12)",
            "The argument eps has no effect: q is always clamped at 1e-12.",
        ),
        *(
            Slip(
                f"default-eps-of-{eps}",
                "eps: float = 1e-12",
                f"eps: float = {eps}",
                f"The default of eps is 1e-12; yours is {eps}.",
            )
            for eps in ("1e-6", "1e-7", "1e-8", "1e-9", "1e-10", "1e-15", "1e-16")
        ),
        Slip(
            "mean-over-classes",
            ".sum(dim=-1)",
            ".mean(dim=-1)",
            "The terms are averaged over the classes; sum them: the weights are in p.",
        ),
        Slip("sum-of-all", ".sum(dim=-1)", ".sum()", "All rows are summed: return one divergence for each row."),
        Slip(
            "mean-over-the-rows",
            ".sum(dim=-1)",
            ".sum(dim=-1).mean()",
            "The divergences are averaged over the rows: return one for each.",
        ),
        Slip(
            "mean-of-all",
            ".sum(dim=-1)",
            ".mean()",
            "All terms are averaged: sum over the last axis, one value for each row.",
        ),
        Slip(
            "divided-by-the-first-axis",
            ".sum(dim=-1)",
            ".sum() / p.shape[0]",
            "The sum of all is divided by the length of the first axis (batchmean): return one divergence for each row.",
        ),
        Slip("not-summed", ".sum(dim=-1)", "", "The terms come back one by one: sum them over the last axis."),
        Slip(
            "first-axis",
            ".sum(dim=-1)",
            ".sum(dim=0)",
            "The sum runs over the first axis; the classes are the last one.",
        ),
        Slip(
            "second-axis",
            ".sum(dim=-1)",
            ".sum(dim=min(1, p.ndim - 1))",
            "The sum runs over axis 1, which is the last one for matrices only: use dim=-1.",
        ),
        Slip(
            "axis-kept",
            "sum(dim=-1)",
            "sum(dim=-1, keepdim=True)",
            "The result keeps an axis of length 1: its shape is (...).",
        ),
        Slip(
            "bits",
            TERMS,
            TERMS + " / 0.6931471805599453",
            "The logarithm is to base 2, which gives bits; the natural one is asked for.",
        ),
        Slip(
            "decimal-logarithm",
            TERMS,
            TERMS + " / 2.302585092994046",
            "The logarithm is to base 10; the natural one is asked for.",
        ),
        Slip(
            "absolute-terms",
            "(p * (log_p - log_q))",
            "(p * (log_p - log_q)).abs()",
            "The absolute values of the terms are summed; negative ones belong to the sum.",
        ),
        Slip(
            "negative-terms-cut",
            "(p * (log_p - log_q))",
            "(p * (log_p - log_q)).clamp(min=0)",
            "Negative terms are cut off; only the sum cannot be negative.",
        ),
        Slip(
            "extra-terms",
            "(p * (log_p - log_q))",
            "(p * (log_p - log_q) - p + q)",
            "q - p is added to each term, as in SciPy's kl_div: it vanishes in the sum of two distributions, but its gradient "
            "does not, and single terms differ.",
        ),
        Slip(
            "symmetric",
            "(p * (log_p - log_q))",
            "((p - q) * (log_p - log_q))",
            "Both directions are added up (Jeffreys); the divergence of p from q alone is asked for.",
        ),
        Slip(
            "symmetric-mean",
            "(p * (log_p - log_q))",
            "((p - q) / 2 * (log_p - log_q))",
            "Both directions are averaged; the divergence of p from q alone is asked for.",
        ),
        Slip(
            "jensen-shannon",
            "return " + TERMS,
            "log_m = ((p + q) / 2).clamp(min=eps).log()\n"
            "    return 0.5 * (p * (log_p - log_m) + q * (log_q - log_m)).sum(dim=-1)",
            "That is the Jensen-Shannon divergence, which compares both with their mean.",
        ),
        Slip(
            "from-the-mean",
            LOG_Q,
            "((p + q) / 2).clamp(min=eps).log()",
            "p is compared with the mean of p and q, which is one half of the Jensen-Shannon divergence; compare it with q.",
        ),
        Slip(
            "softmax-of-the-inputs",
            "log_p = torch",
            "p, q = p.softmax(dim=-1), q.softmax(dim=-1)\n    log_p = torch",
            "A softmax is applied to p and q, as if they were logits: they are distributions already.",
        ),
        Slip(
            "taken-for-logarithms",
            TERMS,
            "(p.exp() * (p - q)).sum(dim=-1)",
            "p and q are taken for log-probabilities: they are the probabilities.",
        ),
        Slip(
            "q-taken-for-its-logarithm",
            "log_p - log_q",
            "log_p - q",
            "q is used as if it were a log-probability, as the library's kl_div wants it: take its logarithm.",
        ),
        Slip(
            "squared-logarithm",
            "(p * (log_p - log_q))",
            "(p * (log_p - log_q).square() / 2)",
            "Half the squared log ratio is averaged, an estimator for sampled ratios; the exact sum is asked for.",
        ),
        Slip(
            "logarithm-of-the-sum",
            TERMS,
            "(p * p / q.clamp(min=eps)).sum(dim=-1).log()",
            "The ratios are averaged before the logarithm (Rényi, order 2): take the logarithm of each.",
        ),
        Slip(
            "total-variation",
            TERMS,
            "(p - q).abs().sum(dim=-1) / 2",
            "That is the total variation distance; weight the log ratios with p.",
        ),
    ),
)
