"""InfoNCE with explicit negatives (van den Oord et al. 2018, arXiv:1807.03748; in this form He et al. 2020, MoCo, 1911.05722).

    L = - log( exp(q·k⁺/τ) / ( exp(q·k⁺/τ) + Σ_j exp(q·k_j⁻/τ) ) )        (MoCo, eq. 1), mean over the batch

Cross-entropy for picking the positive among K + 1 candidates: the positive stands in the denominator too, so L > 0, and
log(K + 1) is a guess. Logits reach 1/τ, and exp overflows where τ is small; logsumexp subtracts the largest first.

Shapes: q (B,d), k_pos (B,d), k_neg (B,K,d), normalised by the caller. Returns: a scalar; gradients reach all three.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def info_nce(q: Tensor, k_pos: Tensor, k_neg: Tensor, tau: float = 0.07) -> Tensor:
    """Mean over the batch of log Σ exp(logits) - positive logit."""
    pos = (q * k_pos).sum(dim=-1, keepdim=True)  # (B,1)
    neg = torch.einsum("bd,bkd->bk", q, k_neg)  # (B,K)
    logits = torch.cat([pos, neg], dim=1) / tau  # (B,1+K)
    return (logits.logsumexp(dim=1) - logits[:, 0]).mean()


# ----------------------------------------------------------------------------------------------------------------------


def unit(draw: Draw, *shape: int) -> Tensor:
    """Random vectors of length one."""
    vectors = draw.normal(*shape).double()
    return draw.floating(vectors / vectors.norm(dim=-1, keepdim=True))


def with_cosines(draw: Draw, cosines: Tensor, d: int) -> tuple[Tensor, Tensor, Tensor]:
    """Unit queries and keys: cosines (B,1+K), the positive's first."""
    B, n = cosines.shape
    q = unit(draw, B, 1, d).double()
    across = draw.normal(B, n, d).double()
    across = across - (across * q).sum(-1, keepdim=True) * q
    across = across / across.norm(dim=-1, keepdim=True)
    keys = cosines[..., None] * q + (1 - cosines[..., None] ** 2).sqrt() * across
    return draw.floating(q[:, 0]), draw.floating(keys[:, 0]), draw.floating(keys[:, 1:])


def cases(draw: Draw) -> Iterator[Case]:
    """Where tau is small the cosines are far apart: near ties would turn the rounding of a logit into another softmax."""
    yield Case("one query, two negatives", (unit(draw, 1, 3), unit(draw, 1, 3), unit(draw, 1, 2, 3)), {"tau": 0.5})
    q, k_pos, k_neg = unit(draw, 4, 6), unit(draw, 4, 6), unit(draw, 4, 5, 6)
    yield Case("tau left out", (q, k_pos, k_neg))
    yield Case("tau = 0.2", (q, k_pos, k_neg, 0.2))
    yield Case("tau above 1", (q, k_pos, k_neg), {"tau": 3.0})
    close = torch.tensor([[0.9, 0.8, 0.7, 0.2], [0.6, 0.7, 0.5, -0.4]], dtype=torch.float64)
    yield Case("hard negatives", (*with_cosines(draw, close, 7), 0.1))
    yield Case("one negative", (unit(draw, 3, 5), unit(draw, 3, 5), unit(draw, 3, 1, 5)), {"tau": 0.3})
    yield Case("as many negatives as queries", (unit(draw, 3, 4), unit(draw, 3, 4), unit(draw, 3, 3, 4)), {"tau": 0.4})
    yield Case(
        "vectors of other lengths",
        (draw.normal(3, 4, scale=0.7), draw.normal(3, 4, scale=1.5), draw.normal(3, 6, 4, scale=0.4)),
        {"tau": 0.8},
    )
    mixed = torch.tensor([[0.95, 0.5, 0.1, -0.6, 0.3], [0.05, 0.5, 0.8, -0.9, 0.2]], dtype=torch.float64)
    yield Case("tau = 0.001, the positive nearest once", (*with_cosines(draw, mixed, 8), 1e-3))
    hard = torch.tensor([[0.05, 0.5, 0.95, -0.6, 0.3], [-0.3, 0.9, 0.4, 0.0, 0.6]], dtype=torch.float64)
    yield Case("tau = 0.001, a negative nearest", (*with_cosines(draw, hard, 8), 1e-3))
    far = torch.tensor([[-0.95, -0.85, -0.9], [-0.8, -0.98, -0.87]], dtype=torch.float64)
    yield Case("tau = 0.001, all of them far", (*with_cosines(draw, far, 6), 1e-3))


PROBLEM = Problem(
    id="info-nce",
    entries=(info_nce,),
    cases=cases,
    slips=(
        Slip(
            "positive-left-out",
            "logits.logsumexp(dim=1)",
            "logits[:, 1:].logsumexp(dim=1)",
            "The denominator holds the negatives only, so the loss can be negative; the positive belongs in it too.",
        ),
        Slip("no-tau", "dim=1) / tau", "dim=1)", "The temperature is not used: divide the similarities by tau."),
        Slip(
            "times-tau",
            "dim=1) / tau",
            "dim=1) * tau",
            "You multiply by tau; a low temperature sharpens, so divide by it.",
        ),
        Slip("default-tau", "tau: float = 0.07", "tau: float = 0.1", "The default of tau is 0.07; yours is 0.1."),
        Slip(
            "tau-below-only",
            "- logits[:, 0]).mean()",
            "- pos[:, 0]).mean()",
            "The positive logit in the numerator is not divided by tau; all logits are.",
        ),
        Slip(
            "negatives-averaged",
            'neg = torch.einsum("bd,bkd->bk", q, k_neg)  # (B,K)',
            'neg = torch.einsum("bd,bkd->bk", q, k_neg) - tau * torch.tensor(float(k_neg.shape[1])).log()',
            "The negatives enter the denominator as a mean; they are summed: exp(pos) + sum of exp(neg).",
        ),
        Slip(
            "in-batch-negatives",
            "logits = torch.cat([pos, neg], dim=1) / tau  # (B,1+K)\n"
            "    return (logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "logits = q @ k_pos.T / tau\n    return (logits.logsumexp(dim=1) - logits.diagonal()).mean()",
            "The other positives of the batch are the negatives, as in SimCLR and CLIP; here k_neg holds them.",
        ),
        Slip(
            "sum-over-batch",
            ").mean()",
            ").sum()",
            "The loss is summed over the batch; the spec wants the mean.",
        ),
        Slip(
            "normalised-again",
            "pos = (q",
            "q, k_pos, k_neg = (x / x.norm(dim=-1, keepdim=True) for x in (q, k_pos, k_neg))\n    pos = (q",
            "You normalise the vectors, which the caller has done: the value stays for unit vectors, but the gradient "
            "loses its part along each of them.",
        ),
        Slip(
            "exp-overflows",
            "(logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "-(logits[:, 0].exp() / logits.exp().sum(dim=1)).log().mean()",
            "exp of logits near 1/tau overflows, or underflows to log 0, as where no maximum is subtracted, or 1/tau in its "
            "place: use logsumexp, log_softmax or cross_entropy.",
        ),
        Slip(
            "positive-is-last",
            "torch.cat([pos, neg], dim=1)",
            "torch.cat([neg, pos], dim=1)",
            "You cross the order: the target class is 0 but the positive logit stands last.",
        ),
        Slip(
            "target-is-the-row",
            "logits[:, 0]",
            "logits[torch.arange(len(q)), torch.arange(len(q))]",
            "The target is the row's number, as for in-batch negatives; here the positive is class 0 in every row.",
        ),
        Slip(
            "negatives-of-all",
            'torch.einsum("bd,bkd->bk", q, k_neg)',
            "q @ k_neg.flatten(0, 1).T",
            "Each query meets the negatives of the whole batch; it has K of its own: einsum('bd,bkd->bk').",
        ),
        Slip(
            "keys-detached",
            "pos = (q",
            "k_pos, k_neg = k_pos.detach(), k_neg.detach()\n    pos = (q",
            "The keys are detached, as MoCo's come from another encoder; here gradients flow to all three inputs.",
        ),
        Slip(
            "only-negatives-detached",
            'torch.einsum("bd,bkd->bk", q, k_neg)',
            'torch.einsum("bd,bkd->bk", q, k_neg.detach())',
            "The negatives are detached; gradients flow to all three inputs.",
        ),
        Slip(
            "tau-fixed",
            "dim=1) / tau",
            "dim=1) / 0.07",
            "The argument tau has no effect: 0.07 is written in its place.",
        ),
        Slip(
            "only-the-positive-detached",
            "(q * k_pos)",
            "(q * k_pos.detach())",
            "The positive key is detached; gradients flow to all three inputs.",
        ),
        Slip(
            "query-detached",
            "pos = (q",
            "q = q.detach()\n    pos = (q",
            "The query is detached; gradients flow to all three inputs.",
        ),
        Slip(
            "detached",
            "- logits[:, 0]).mean()",
            "- logits[:, 0]).mean().detach()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...) or no_grad cut it off.",
        ),
        Slip(
            "mean-in-the-denominator",
            "logits.logsumexp(dim=1)",
            "logits.softmax(dim=1).amax(dim=1).log().neg().add(logits.amax(dim=1)).sub(torch.tensor(float(logits.shape[1])).log())",
            "The denominator is the mean of the K + 1 exponentials; it is their sum.",
        ),
        Slip(
            "one-denominator-for-the-batch",
            "logits.logsumexp(dim=1)",
            "logits.flatten().logsumexp(dim=0)",
            "One denominator runs over the whole batch; each query has its own K + 1 candidates, dim=1.",
        ),
        Slip(
            "each-pair-alone",
            "(logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "(torch.zeros_like(logits).logaddexp(logits).sum(dim=1) - logits[:, 0]).mean()",
            "Each candidate has a sigmoid of its own, as in negative sampling; InfoNCE has one softmax over all K + 1.",
        ),
        Slip(
            "both-ways",
            "logits = torch.cat([pos, neg], dim=1) / tau  # (B,1+K)\n"
            "    return (logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "logits = q @ k_pos.T / tau\n"
            "    return ((logits.logsumexp(dim=1) + logits.logsumexp(dim=0)) / 2 - logits.diagonal()).mean()",
            "This is the symmetric loss of CLIP, with the other pairs of the batch as negatives; here k_neg "
            "holds them.",
        ),
        Slip(
            "tau-squared",
            "dim=1) / tau",
            "dim=1) / tau**2",
            "The similarities are divided by tau twice (or by its square); once is right.",
        ),
        Slip(
            "root-of-tau",
            "dim=1) / tau",
            "dim=1) / tau**0.5",
            "The similarities are divided by the root of tau; divide by tau itself.",
        ),
        Slip(
            "loss-times-tau",
            "- logits[:, 0]).mean()",
            "- logits[:, 0]).mean() * tau",
            "The loss is multiplied by tau once more, as some codes do; the spec has the plain cross-entropy.",
        ),
        Slip(
            "margin",
            "return (logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "return (neg - pos + tau).relu().mean()",
            "This is a hinge with tau as its margin (triplet loss); InfoNCE is a cross-entropy over the K + 1 "
            "candidates, at temperature tau.",
        ),
        Slip(
            "label-of-the-last",
            "logits[:, 0]",
            "logits[:, -1]",
            "The positive stands first but the last class is taken as the target: the label is 0.",
        ),
        Slip(
            "positive-twice",
            "logits.logsumexp(dim=1)",
            "torch.cat([logits[:, :1], logits], dim=1).logsumexp(dim=1)",
            "The positive stands twice in the denominator; it is one of the K + 1 candidates, once.",
        ),
        Slip(
            "softmax-twice",
            "dim=1) / tau  # (B,1+K)",
            "dim=1) / tau\n    logits = logits.softmax(dim=1)",
            "The softmax is applied twice: cross_entropy and log_softmax want logits, not probabilities.",
        ),
        Slip(
            "tau-on-the-positive-alone",
            "torch.cat([pos, neg], dim=1) / tau",
            "torch.cat([pos / tau, neg], dim=1)",
            "Only the positive is divided by tau; all K + 1 similarities are.",
        ),
        Slip(
            "tau-on-the-negatives-alone",
            "torch.cat([pos, neg], dim=1) / tau",
            "torch.cat([pos, neg / tau], dim=1)",
            "Only the negatives are divided by tau; all K + 1 similarities are.",
        ),
        Slip(
            "sign",
            "(logits.logsumexp(dim=1) - logits[:, 0])",
            "(logits[:, 0] - logits.logsumexp(dim=1))",
            "The minus is missing: this is the log-likelihood, which is to be maximised.",
        ),
        Slip(
            "eps-in-the-log",
            "(logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "-(logits.softmax(dim=1)[:, 0] + 1e-8).log().mean()",
            "A small constant inside the logarithm bounds the loss at 18.4 and kills the gradient of the "
            "hardest queries: use log_softmax or logsumexp.",
        ),
        Slip(
            "squared-distances",
            'pos = (q * k_pos).sum(dim=-1, keepdim=True)  # (B,1)\n    neg = torch.einsum("bd,bkd->bk", q, k_neg)',
            "pos = -(q - k_pos).square().sum(dim=-1, keepdim=True)\n"
            "    neg = -(q[:, None] - k_neg).square().sum(dim=-1)",
            "Candidates are compared by minus the squared distance, which for unit vectors is twice the dot product "
            "minus 2, so that the logits are twice too large: use the dot product.",
        ),
        Slip(
            "probability-for-its-log",
            "(logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "-logits.softmax(dim=1)[:, 0].mean()",
            "The probability of the positive is averaged; the loss takes its negative logarithm.",
        ),
        Slip(
            "not-reduced",
            "- logits[:, 0]).mean()",
            "- logits[:, 0])",
            "One loss for each query is returned; the mean over the batch is asked for.",
        ),
        Slip(
            "in-batch-negatives-too",
            "logits = torch.cat([pos, neg], dim=1) / tau",
            "others = (q @ k_pos.T)[~torch.eye(len(q), dtype=torch.bool)].reshape(len(q), -1)\n"
            "    logits = torch.cat([pos, neg, others], dim=1) / tau",
            "The positives of the other samples count as negatives too, as in SimCLR and CLIP; here k_neg holds them all.",
        ),
        Slip(
            "pairs-averaged",
            "return (logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "return torch.zeros_like(neg).logaddexp((neg - pos) / tau).mean()",
            "The positive is compared with one negative at a time and the K losses are averaged; InfoNCE is one choice among "
            "all K + 1, with one denominator.",
        ),
        Slip(
            "pairs-summed",
            "return (logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "return torch.zeros_like(neg).logaddexp((neg - pos) / tau).sum(dim=1).mean()",
            "The positive is compared with one negative at a time and the K losses are added up; InfoNCE is one choice among "
            "all K + 1, with one denominator.",
        ),
        Slip(
            "query-normalised-again",
            "pos = (q",
            "q = q / q.norm(dim=-1, keepdim=True)\n    pos = (q",
            "You normalise the query, which the caller has done: the value stays for unit vectors, but its gradient loses the "
            "part along it.",
        ),
        Slip(
            "keys-normalised-again",
            "pos = (q",
            "k_pos, k_neg = (x / x.norm(dim=-1, keepdim=True) for x in (k_pos, k_neg))\n    pos = (q",
            "You normalise the keys, which the caller has done: the value stays for unit vectors, but their gradients lose the "
            "part along each of them.",
        ),
        *(
            Slip(
                f"{eps}-in-the-log",
                "(logits.logsumexp(dim=1) - logits[:, 0]).mean()",
                f"-(logits.softmax(dim=1)[:, 0] + {eps}).log().mean()",
                f"{eps} is added to the probability inside the logarithm, or bounds it, so that the loss stops growing and the "
                "hardest queries get no gradient: use log_softmax or logsumexp.",
            )
            for eps in ("1e-6", "1e-7", "1e-10", "1e-12", "1e-20")
        ),
        Slip(
            "shifted-by-the-bound-and-clamped",
            "return (logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "e, tiny = (logits - 1 / tau).exp(), torch.finfo(logits.dtype).tiny\n"
            "    return (e.sum(dim=1).clamp_min(tiny).log() - e[:, 0].clamp_min(tiny).log()).mean()",
            "The logits are shifted by their bound 1/tau, not by the row's maximum: where no similarity is near 1, every "
            "exponential underflows to what bounds it. Use logsumexp.",
        ),
        Slip(
            "positive-logit-detached",
            "pos = (q * k_pos).sum(dim=-1, keepdim=True)",
            "pos = (q * k_pos).sum(dim=-1, keepdim=True).detach()",
            "The value is right, but the positive logit is a constant, as where 0 stands in its place and its detached value is "
            "subtracted from the others: k_pos gets no gradient, and q only that of the negatives.",
        ),
        Slip(
            "numerator-detached",
            "- logits[:, 0]).mean()",
            "- logits[:, 0].detach()).mean()",
            "The value is right, but the positive logit in the numerator is detached: what remains pushes the positive away. "
            "Detach nothing, or the same shift above and below.",
        ),
        Slip(
            "denominator-detached",
            "(logits.logsumexp(dim=1) -",
            "(logits.logsumexp(dim=1).detach() -",
            "The value is right, but the denominator is detached, so that the negatives get no gradient: gradients flow to all "
            "three inputs.",
        ),
        Slip(
            "mean-before-the-log",
            "(logits.logsumexp(dim=1) - logits[:, 0]).mean()",
            "torch.tensor(float(len(q))).log() - (logits[:, 0] - logits.logsumexp(dim=1)).logsumexp(dim=0)",
            "The probabilities are averaged over the batch before the logarithm: take the logarithm of each, then the mean.",
        ),
    ),
)
