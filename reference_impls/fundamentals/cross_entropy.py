"""Cross-entropy of class indices under a softmax (Goodfellow et al. 2016, Deep Learning, section 6.2.2.3, eq. 6.30).

    loss = -1/N Σ_n log softmax(z_n)[y_n],   log softmax(z)_y = (z_y - m) - log Σ_c exp(z_c - m),   m = max_c z_c

Subtracting each row's maximum changes nothing in exact arithmetic; without it exp overflows (beyond 88 in float32), and
the logarithm of an underflown probability is -inf. Hence never log(softmax(z)) in two steps. ∂loss/∂z = (softmax(z) -
onehot(y)) / N.

Shapes: logits (N,C), targets (N,) int64.
Returns: a scalar.
"""

from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, Problem, Slip


def cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Mean negative log-likelihood of the targets."""
    shifted = logits - logits.amax(dim=1, keepdim=True)  # (N,C), at most 0
    log_z = shifted.exp().sum(dim=1).log()  # (N,)
    picked = shifted[torch.arange(len(targets), device=logits.device), targets]  # (N,)
    return (log_z - picked).mean()


# ----------------------------------------------------------------------------------------------------------------------


def far_apart(draw: Draw, N: int, C: int) -> Tensor:
    """Logits up to 1e4 in both directions, a row's entries at least 400 apart: exact in float32, one class wins.

    Rows lie around different levels, so that the maximum of one is far from that of another.
    """
    levels = torch.tensor([[8000.0, -8000.0, 0.0][n % 3] for n in range(N)])[:, None]
    order = torch.tensor([draw.permutation(C) for _ in range(N)], dtype=torch.float64)
    return draw.floating(levels + 400 * (order - C // 2))


def close_together(draw: Draw, N: int, C: int) -> Tensor:
    """Logits of 1e4 in size, a row's entries at most 2 apart in steps of 1/16, which float32 has there: several count."""
    levels = torch.tensor([[1e4, -1e4][n % 2] for n in range(N)], dtype=torch.float64)[:, None]
    return draw.floating(levels + draw.integers(0, 33, N, C).double() / 16)


def as_near_as_float32_allows(got: Any, want: Tensor) -> str | None:
    """The log-sum-exp of logits of 1e4, from which the target's is taken, is rounded to a thousandth in float32."""
    value = torch.as_tensor(got).detach().double()
    if value.ndim == 0 and bool((value - want).abs() < 5e-3):
        return None
    shown = f"{float(value):.6g}" if value.numel() == 1 else f"of shape {tuple(value.shape)}"
    return f"the result is {shown}, expected {float(want):.6g}"


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row, two classes", (draw.normal(1, 2), draw.integers(0, 2, 1)))
    yield Case("five rows, three classes", (draw.normal(5, 3, scale=2.0), torch.tensor([2, 0, 1, 0, 2])))
    yield Case("more classes than rows", (draw.normal(4, 9), draw.integers(0, 9, 4)))
    yield Case("as many rows as classes", (draw.normal(4, 4, scale=2.0), torch.tensor([3, 1, 1, 0])))
    yield Case("negative logits", (draw.normal(6, 5, mean=-20.0), draw.integers(0, 5, 6)))
    yield Case("one class", (draw.normal(3, 1), torch.zeros(3, dtype=torch.int64)))
    yield Case("1,500 rows", (draw.normal(1500, 3, scale=2.0), draw.integers(0, 3, 1500)), grad=False)
    logits = far_apart(draw, 6, 5)
    yield Case("logits near 1e4", (logits, draw.integers(0, 5, 6)))
    several = close_together(draw, 4, 5), draw.integers(0, 5, 4)
    yield Case("logits near 1e4, several that count", several, accept=as_near_as_float32_allows, grad=False)
    yield Case("logits near 1e4, all predictions right", (logits, logits.argmax(dim=1)))
    yield Case("logits near 1e4, all predictions wrong", (logits, logits.argmin(dim=1)))


PROBLEM = Problem(
    id="cross-entropy",
    entries=(cross_entropy,),
    cases=cases,
    slips=(
        Slip(
            "sum-over-rows",
            "(log_z - picked).mean()",
            "(log_z - picked).sum()",
            "The losses of the rows are summed; return their mean.",
        ),
        Slip(
            "mean-over-classes-too",
            "(log_z - picked).mean()",
            "(log_z - picked).mean() / logits.shape[1]",
            "The sum is divided by N*C: one term a row remains after the targets are picked, so divide by N.",
        ),
        Slip(
            "not-reduced",
            "(log_z - picked).mean()",
            "log_z - picked",
            "One loss for each row is returned; the mean over the rows is asked for.",
        ),
        Slip(
            "sign",
            "(log_z - picked).mean()",
            "(picked - log_z).mean()",
            "That is the mean log-likelihood; the loss is its negative.",
        ),
        Slip(
            "no-maximum",
            "logits - logits.amax(dim=1, keepdim=True)",
            "logits",
            "exp of a large logit overflows: subtract each row's maximum first.",
        ),
        Slip(
            "global-maximum",
            "logits.amax(dim=1, keepdim=True)",
            "logits.max()",
            "A row that lies far lower than another one underflows to log(0), as where one maximum is subtracted from all "
            "rows: take each row's own.",
        ),
        Slip(
            "log-of-softmax",
            "return (log_z - picked).mean()",
            "return -(picked.exp() / log_z.exp()).log().mean()",
            "The loss of large logits is not finite, as where the logarithm is taken of a probability that has underflown to 0: "
            "stay in logs, z_y - logsumexp(z), with the row's maximum subtracted before exp.",
        ),
        Slip(
            "clamped-probability",
            "return (log_z - picked).mean()",
            "return -((picked - log_z).exp() + 1e-9).log().mean()",
            "A small constant inside the logarithm bounds the loss at 20.7 and kills the gradient: stay in logs, "
            "z_y - logsumexp(z).",
        ),
        Slip(
            "softmax-twice",
            "shifted = logits -",
            "logits = logits.softmax(dim=1)\n    shifted = logits -",
            "The softmax is applied twice: probabilities go in where logits are expected.",
        ),
        Slip(
            "normalised-over-rows",
            "amax(dim=1, keepdim=True)  # (N,C), at most 0\n    log_z = shifted.exp().sum(dim=1).log()",
            "amax(dim=0, keepdim=True)\n    log_z = shifted.exp().sum(dim=0).log()[targets]",
            "The normaliser sums over the batch; it sums over the classes of one row.",
        ),
        Slip(
            "no-normaliser",
            "(log_z - picked).mean()",
            "-logits[torch.arange(len(targets)), targets].mean()",
            "The logit of the target is averaged as if it were a log-probability: the logsumexp of the row is missing.",
        ),
        Slip(
            "every-target-for-every-row",
            "picked = shifted[torch.arange(len(targets), device=logits.device), targets]  # (N,)\n"
            "    return (log_z - picked).mean()",
            "picked = shifted[:, targets]\n    return (log_z[:, None] - picked).mean()",
            "logits[:, targets] pairs every row with every target, an (N,N) array: index with arange(N) and targets.",
        ),
        Slip(
            "probability-clipped",
            "return (log_z - picked).mean()",
            "return -(picked - log_z).exp().clamp(min=1e-12).log().mean()",
            "The probability is kept from 0 by a small constant before the logarithm, which bounds the loss and kills the "
            "gradient: stay in logs, z_y - logsumexp(z).",
        ),
        Slip(
            "detached",
            "(log_z - picked).mean()",
            "(log_z - picked).mean().detach()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...) or no_grad cut it off.",
        ),
        Slip(
            "log2",
            "sum(dim=1).log()",
            "sum(dim=1).log2()",
            "The logarithm of the sum is to base 2; exp needs the natural one, as the loss does.",
        ),
        Slip(
            "bits",
            "(log_z - picked).mean()",
            "(log_z - picked).mean() / 0.6931471805599453",
            "The loss is divided by log 2, which gives bits; the spec asks for nats.",
        ),
        Slip(
            "normaliser-detached",
            "(log_z - picked).mean()",
            "(logits.detach().logsumexp(dim=1) - logits.gather(1, targets[:, None])[:, 0]).mean()",
            "The logsumexp is detached, so that the gradient is -onehot in place of softmax - onehot: only the "
            "subtracted maximum may be a constant.",
        ),
        Slip(
            "maximum-not-added-back",
            "(log_z - picked).mean()",
            "(log_z - logits.gather(1, targets[:, None])[:, 0]).mean()",
            "The maximum is subtracted in the logsumexp, but not from the target's logit: use the shifted "
            "logits for both, or add it back.",
        ),
        Slip(
            "one-against-the-rest",
            "return (log_z - picked).mean()",
            "hit = torch.arange(logits.shape[1], device=logits.device) == targets[:, None]\n"
            "    each = torch.where(hit, -logits, logits)\n"
            "    return torch.zeros_like(each).logaddexp(each).sum(dim=1).mean()",
            "Each class has a sigmoid of its own (binary cross-entropy); here one softmax runs over the classes.",
        ),
        Slip(
            "probability-for-its-log",
            "(log_z - picked).mean()",
            "-(picked - log_z).exp().mean()",
            "The probability of the target is averaged; the loss takes its logarithm.",
        ),
        Slip(
            "one-minus-probability",
            "(log_z - picked).mean()",
            "(1 - (picked - log_z).exp()).mean()",
            "1 - probability of the target is averaged; the loss takes the negative logarithm.",
        ),
        Slip(
            "log-of-the-mean",
            "(log_z - picked).mean()",
            "-(picked - log_z).exp().mean().log()",
            "The probabilities are averaged before the logarithm; take the logarithm of each, then the mean.",
        ),
        Slip(
            "most-likely-class",
            "(log_z - picked).mean()",
            "(log_z - shifted.amax(dim=1)).mean()",
            "The loss is that of the most likely class; it belongs to the target, logits[n, targets[n]].",
        ),
        Slip(
            "one-normaliser-for-all",
            "(log_z - picked).mean()",
            "(logits.flatten().logsumexp(dim=0) - logits.gather(1, targets[:, None])[:, 0]).mean()",
            "One softmax runs over all rows together; each row has its own, dim=1.",
        ),
        Slip(
            "divided-by-the-classes",
            "(log_z - picked).mean()",
            "(log_z - picked).sum() / logits.shape[1]",
            "The sum is divided by the number of classes; divide by the number of rows.",
        ),
        Slip(
            "label-smoothing",
            "(log_z - picked).mean()",
            "(log_z - 0.9 * picked - 0.1 * shifted.mean(dim=1)).mean()",
            "A tenth of the target is spread over all classes (label smoothing); the plain loss counts the "
            "target alone.",
        ),
        Slip(
            "focal",
            "(log_z - picked).mean()",
            "((1 - (picked - log_z).exp()).square() * (log_z - picked)).mean()",
            "Easy rows weigh less, (1 - p)^2, as in the focal loss; here all rows weigh the same.",
        ),
        Slip(
            "probability-clipped-on-both-sides",
            "return (log_z - picked).mean()",
            "return -(picked - log_z).exp().clamp(1e-7, 1 - 1e-7).log().mean()",
            "The probability is kept 1e-7 away from 0 before the logarithm, which bounds the loss at 16.1 and "
            "kills the gradient: stay in logs.",
        ),
        *(
            Slip(
                f"logits-clamped-at-{bound}",
                "shifted = logits -",
                f"logits = logits.clamp(-{bound}, {bound})\n    shifted = logits -",
                f"The logits are clamped to [-{bound}, {bound}], so that larger ones lose their differences and their "
                "gradient: subtract each row's maximum, then exp cannot overflow.",
            )
            for bound in (20, 30, 50, 80, 88, 100)
        ),
        Slip(
            "maximum-for-large-logits",
            "return (log_z - picked).mean()",
            "large = logits.abs().amax(dim=1) > 50\n    return (log_z.masked_fill(large, 0.0) - picked).mean()",
            "For large logits you take the row's maximum for its logsumexp, which loses what near ties add, up to log C: "
            "subtract the maximum and take the logsumexp of the rest.",
        ),
        *(
            Slip(
                f"probability-at-least-{eps}",
                "return (log_z - picked).mean()",
                f"return -(picked - log_z).exp().clamp(min={eps}).log().mean()",
                f"The probability is kept from 0 by {eps} before the logarithm, or {eps} is added to it, which bounds the loss "
                "and kills the gradient: stay in logs, z_y - logsumexp(z).",
            )
            for eps in ("1e-8", "1e-10", "1e-15", "1e-20", "1e-30")
        ),
        Slip(
            "probability-at-least-the-smallest-number",
            "return (log_z - picked).mean()",
            "return -(picked - log_z).exp().clamp(min=torch.finfo(logits.dtype).tiny).log().mean()",
            "The probability is kept from 0 by the smallest number of its type before the logarithm, which bounds the loss, "
            "at 87.3 in float32, and kills the gradient: stay in logs, z_y - logsumexp(z).",
        ),
        Slip(
            "probability-at-least-the-rounding",
            "return (log_z - picked).mean()",
            "return -(picked - log_z).exp().clamp(min=torch.finfo(logits.dtype).eps).log().mean()",
            "The probability is kept from 0 by finfo.eps before the logarithm, which bounds the loss, at 15.9 in float32, and "
            "kills the gradient: stay in logs, z_y - logsumexp(z).",
        ),
    ),
)
