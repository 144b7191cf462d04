"""Log-probability of an answer given its prompt, the sum over its tokens (the log π(y|x) of DPO; Rafailov et al. 2023,
arXiv:2305.18290, eq. 7).

    log π(y | x) = Σ_{t≥1} m_t log p(y_t | y_<t),      p(· | y_<t) = softmax(logits[t-1])

A causal model's logits at position t-1 have read the tokens up to t-1: they predict token t, and nothing predicts token 0. The
mask says which *tokens* belong to the answer, so it is cut like the labels. A sum, no mean: a product of probabilities.

Shapes: logits (B,T,V), labels (B,T) int64, mask (B,T), 1 = a token of the answer. Returns: (B,).
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def sequence_logprob(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    """Σ_t mask[t] log p(labels[t]), with p from the logits one position before."""
    log_probs = logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)
    targets = labels[:, 1:].unsqueeze(-1)  # (B,T-1,1)
    token_logp = log_probs.gather(dim=-1, index=targets).squeeze(-1)  # (B,T-1)
    return (token_logp * mask[:, 1:]).sum(dim=-1)


# ----------------------------------------------------------------------------------------------------------------------

MASK = ("mask",)
"""A right answer may make it boolean: no gradient is asked of it."""

ANSWERS = torch.tensor([[0, 0, 0, 1, 0, 0, 0], [0, 1, 1, 1, 1, 0, 1], [0, 0, 1, 1, 0, 0, 0]])
"""Answers of one, five and two tokens; prompts, a second turn and padding between and after them."""

FROM_THE_START = torch.tensor([[1, 1, 0, 0, 1], [0, 0, 1, 1, 1], [1, 0, 0, 1, 0], [1, 0, 1, 1, 0]])
"""Masks of which all but the second are 1 at t = 0, where no token is predicted."""

Batch = tuple[Tensor, Tensor, Tensor]


def batch(draw: Draw, mask: Tensor, V: int, scale: float = 2.0) -> Batch:
    """Logits, labels with token 0 in the first answer that has one (it is a token like any other), and the mask."""
    B, T = mask.shape
    labels = draw.integers(0, V, B, T)
    for row, t in mask[:, 1:].nonzero().tolist()[:1]:
        labels[row, t + 1] = 0
    return draw.normal(B, T, V, scale=scale), labels, draw.floating(mask)


def far_apart(draw: Draw, mask: Tensor, V: int) -> Batch:
    """Logits up to 1e4 of both signs, a row's entries at least 800 apart: exact in float32, one token wins."""
    B, T = mask.shape
    levels = torch.tensor([8000.0, -8000.0, 0.0])[torch.arange(B * T) % 3].reshape(B, T, 1)
    order = torch.tensor([draw.permutation(V) for _ in range(B * T)], dtype=torch.float64).reshape(B, T, V)
    return draw.floating(levels + 800 * (order - V // 2)), draw.integers(0, V, B, T), draw.floating(mask)


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("two tokens, the second counts", batch(draw, torch.tensor([[0, 1]]), 3), constant=MASK)
    yield Case("one answer after a prompt", batch(draw, torch.tensor([[0, 0, 1, 1, 1]]), 4), constant=MASK)
    yield Case("answers of different lengths", batch(draw, ANSWERS, 5), constant=MASK)
    yield Case("mask from the first token", batch(draw, FROM_THE_START, 3), constant=MASK)
    yield Case("every token counts", batch(draw, torch.ones(2, 4), 6), constant=MASK)
    yield Case("a row without an answer", batch(draw, torch.tensor([[0, 0, 0, 0], [0, 1, 1, 0]]), 7), constant=MASK)
    yield Case("as many predictions as tokens of the vocabulary", batch(draw, FROM_THE_START[1:3], 4), constant=MASK)
    yield Case("as many answers as predictions", batch(draw, FROM_THE_START, 6), constant=MASK)
    first = torch.tensor([[1, 0, 0], [1, 0, 1]])
    yield Case("only the first token of a row counts", batch(draw, first, 4), constant=MASK)
    yield Case("sequences of one token", batch(draw, torch.ones(3, 1), 4), constant=MASK, grad=False)
    uniform = draw.floating(torch.zeros(2, 7, 8)), draw.integers(0, 8, 2, 7), draw.floating(ANSWERS[1:])
    yield Case("a model that knows nothing", uniform, constant=MASK)
    yield Case("long answers", batch(draw, draw.booleans(2, 30, p=0.7), 3), constant=MASK)
    yield Case("tokens of small probability", batch(draw, ANSWERS[:2], 4, scale=12.0), constant=MASK)
    logits, labels, mask = batch(draw, ANSWERS, 4, scale=4.0)
    level = torch.tensor([750.0, -750.0, 750.0]).reshape(3, 1, 1)  # exp overflows; a right logsumexp loses four digits
    close = draw.floating(logits.double() + level), labels, mask
    yield Case("logits near 750, close together", close, constant=MASK, grad=False)
    yield Case("logits near 1e4", far_apart(draw, ANSWERS, 5), constant=MASK)


def wraps_around(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    index = labels.roll(-1, dims=1).unsqueeze(-1)
    token_logp = logits.log_softmax(dim=-1).gather(dim=-1, index=index).squeeze(-1)
    return (token_logp * mask.roll(-1, dims=1)).sum(dim=-1)


def flattened_before_the_shift(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    log_probs = logits.flatten(0, 1)[:-1].log_softmax(dim=-1)
    token_logp = log_probs.gather(dim=-1, index=labels.flatten()[1:].unsqueeze(-1)).squeeze(-1)
    counted = torch.cat([torch.zeros_like(token_logp[:1]), token_logp * mask.flatten()[1:]])
    return counted.view(labels.shape).sum(dim=-1)


def axes_mixed(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    cut = logits[:, :-1]
    log_probs = cut.reshape(len(cut), cut.shape[2], cut.shape[1]).log_softmax(dim=1).transpose(1, 2)
    token_logp = log_probs.gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return (token_logp * mask[:, 1:]).sum(dim=-1)


def labels_times_mask(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    targets = (labels * mask).long()[:, 1:].unsqueeze(-1)
    return logits[:, :-1].log_softmax(dim=-1).gather(dim=-1, index=targets).squeeze(-1).sum(dim=-1)


def mask_on_the_logits(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    log_probs = (logits[:, :-1] * mask[:, 1:, None]).log_softmax(dim=-1)
    return log_probs.gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1).sum(dim=-1)


def label_after_next(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    token_logp = logits[:, :-2].log_softmax(dim=-1).gather(dim=-1, index=labels[:, 2:].unsqueeze(-1)).squeeze(-1)
    return (token_logp * mask[:, 2:]).sum(dim=-1)


def log_of_the_product(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    p = logits[:, :-1].softmax(dim=-1).gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return p.masked_fill(mask[:, 1:] == 0, 1.0).prod(dim=-1).log()


def log_of_the_sum(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    p = logits[:, :-1].softmax(dim=-1).gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return (p * mask[:, 1:]).sum(dim=-1).log()


def logits_masked_with_infinity(logits: Tensor, labels: Tensor, mask: Tensor) -> Tensor:
    hidden = logits[:, :-1].masked_fill(mask[:, 1:, None] == 0, float("-inf"))
    token_logp = hidden.log_softmax(dim=-1).gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return (token_logp * mask[:, 1:]).sum(dim=-1)


LOG_PROBS = "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)"
GATHERED = "log_probs.gather(dim=-1, index=targets).squeeze(-1)"
REDUCED = "(token_logp * mask[:, 1:]).sum(dim=-1)"

PROBLEM = Problem(
    id="sequence-logprob",
    entries=(sequence_logprob,),
    cases=cases,
    slips=(
        Slip(
            "gaps-filled",
            "return (token_logp * mask[:, 1:])",
            "ones = mask[:, 1:] > 0\n    ones = (ones.cumsum(dim=1) > 0) & (ones.flip(1).cumsum(dim=1).flip(1) > 0)\n"
            "    return (token_logp * ones)",
            "All tokens from the first 1 of the mask to the last one count; those between with mask 0 do not.",
        ),
        Slip(
            "no-shift",
            "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)\n    targets = labels[:, 1:]",
            "logits[:, 1:].log_softmax(dim=-1)\n    targets = labels[:, 1:]",
            "Nothing is shifted: token t is looked up in the logits at t, which have read it already. They stand one position "
            "before, logits[:, :-1] with labels[:, 1:].",
        ),
        Slip(
            "no-shift-and-first-token",
            "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)\n    targets = labels[:, 1:].unsqueeze(-1)  # (B,T-1,1)\n"
            f"    token_logp = {GATHERED}  # (B,T-1)\n    return (token_logp * mask[:, 1:])",
            "logits.log_softmax(dim=-1)\n    targets = labels.unsqueeze(-1)\n"
            f"    token_logp = {GATHERED}\n    return (token_logp * mask)",
            "Nothing is shifted: token t is looked up in the logits at t, which have read it already. Pair logits[:, :-1] with "
            "labels[:, 1:] and mask[:, 1:].",
        ),
        Slip(
            "shifted-backwards",
            "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)\n    targets = labels[:, 1:].unsqueeze(-1)  # (B,T-1,1)\n"
            f"    token_logp = {GATHERED}  # (B,T-1)\n    return (token_logp * mask[:, 1:])",
            "logits[:, 1:].log_softmax(dim=-1)\n    targets = labels[:, :-1].unsqueeze(-1)\n"
            f"    token_logp = {GATHERED}\n    return (token_logp * mask[:, :-1])",
            "The shift goes the wrong way, so that each position predicts the token before it: logits[:, :-1] predict "
            "labels[:, 1:].",
        ),
        FunctionSlip(
            "shifted-twice",
            {"sequence_logprob": label_after_next},
            "Logits and labels are two tokens apart, or the first prediction is dropped as well: shift once.",
        ),
        Slip(
            "mask-not-shifted",
            "mask[:, 1:]",
            "mask[:, :-1]",
            "The mask is cut like the logits; it describes the predicted token, so cut it like the labels: mask[:, 1:].",
        ),
        Slip(
            "mask-ignored",
            REDUCED,
            "token_logp.sum(dim=-1)",
            "The mask has no effect: the prompt's tokens and the padding are added, too.",
        ),
        Slip(
            "mask-inverted",
            "mask[:, 1:]",
            "(1 - mask[:, 1:])",
            "The mask is read the other way round: 1 marks the tokens that count.",
        ),
        Slip(
            "mean-over-the-answer",
            REDUCED,
            f"{REDUCED} / mask[:, 1:].sum(dim=-1).clamp(min=1)",
            "The sum is divided by the number of answer tokens, as SimPO does; the log-probability of a sequence is the sum.",
        ),
        Slip(
            "mean-over-the-answer-or-nan",
            REDUCED,
            f"{REDUCED} / mask[:, 1:].sum(dim=-1)",
            "The sum is divided by the number of answer tokens, which is 0/0 where there are none: the sum itself is "
            "asked for.",
        ),
        Slip(
            "divided-by-the-whole-mask",
            REDUCED,
            f"{REDUCED} / mask.sum(dim=-1).clamp(min=1)",
            "The sum is divided by the sum of the mask, token 0 included; it is not divided at all.",
        ),
        Slip(
            "mean-over-all-positions",
            "* mask[:, 1:]).sum(dim=-1)",
            "* mask[:, 1:]).mean(dim=-1)",
            "The masked values are averaged over all T-1 positions; the log-probability of a sequence is their sum.",
        ),
        Slip(
            "divided-by-T",
            REDUCED,
            f"{REDUCED} / labels.shape[1]",
            "The sum is divided by T; the log-probability of a sequence is the sum itself.",
        ),
        Slip(
            "not-summed",
            REDUCED,
            "token_logp * mask[:, 1:]",
            "The tokens' log-probabilities are returned, (B,T-1); their sum over the tokens is asked for, (B,).",
        ),
        Slip(
            "summed-over-the-batch",
            "* mask[:, 1:]).sum(dim=-1)",
            "* mask[:, 1:]).sum()",
            "Everything is summed to one number; each sequence has its own, (B,).",
        ),
        Slip(
            "averaged-over-the-batch",
            REDUCED,
            f"{REDUCED}.mean()",
            "The mean over the batch is returned; each sequence has its own value, (B,).",
        ),
        Slip(
            "summed-over-the-wrong-axis",
            "* mask[:, 1:]).sum(dim=-1)",
            "* mask[:, 1:]).sum(dim=0)",
            "The sum runs over the batch, position by position; sum over the tokens, the last axis.",
        ),
        Slip(
            "axis-kept",
            "* mask[:, 1:]).sum(dim=-1)",
            "* mask[:, 1:]).sum(dim=-1, keepdim=True)",
            "The result keeps the summed axis, (B,1); (B,) is asked for.",
        ),
        Slip(
            "negative-log-likelihood",
            REDUCED,
            f"-{REDUCED}",
            "The sign is that of a loss: cross_entropy gives -log p, the log-probability is never positive.",
        ),
        Slip(
            "mean-negative-log-likelihood",
            REDUCED,
            f"-{REDUCED} / mask[:, 1:].sum(dim=-1).clamp(min=1)",
            "This is each sequence's mean cross-entropy; the sum of the log-probabilities is asked for, without minus.",
        ),
        Slip(
            "no-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1)",
            "Probabilities are added; the product of probabilities is a sum of their logarithms: log_softmax.",
        ),
        Slip(
            "probability",
            REDUCED,
            f"{REDUCED}.exp()",
            "This is the probability of the answer, which underflows after a few hundred tokens; its logarithm is asked for.",
        ),
        Slip(
            "logits-summed",
            "logits[:, :-1].log_softmax(dim=-1)",
            "logits[:, :-1]",
            "The labels' raw logits are added; without log_softmax they are no log-probabilities.",
        ),
        Slip(
            "softmax-over-time",
            "log_softmax(dim=-1)",
            "log_softmax(dim=1)",
            "The softmax runs over the positions; each position has a distribution over the vocabulary (the last axis).",
        ),
        Slip(
            "softmax-over-the-batch",
            "log_softmax(dim=-1)",
            "log_softmax(dim=0)",
            "The softmax runs over the batch; each position has a distribution over the vocabulary (the last axis).",
        ),
        Slip(
            "softmax-twice",
            "logits[:, :-1].log_softmax",
            "logits[:, :-1].softmax(dim=-1).log_softmax",
            "The softmax is applied twice: log_softmax and cross_entropy want logits.",
        ),
        Slip(
            "log-of-softmax",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).log()",
            "The probability of an unlikely token underflows to 0 and its logarithm is -inf: use log_softmax.",
        ),
        Slip(
            "no-maximum",
            LOG_PROBS,
            "logits[:, :-1] - logits[:, :-1].exp().sum(dim=-1, keepdim=True).log()",
            "exp of a large logit overflows: use log_softmax, or logsumexp, which subtract the maximum.",
        ),
        *(
            Slip(
                f"{eps}-in-the-log",
                "log_softmax(dim=-1)",
                f"softmax(dim=-1).add({eps}).log()",
                f"{eps} in the logarithm bounds a token's log-probability from below and kills its gradient: use log_softmax.",
            )
            for eps in ("1e-6", "1e-8", "1e-9", "1e-10", "1e-12", "1e-20")
        ),
        Slip(
            "log2",
            REDUCED,
            f"{REDUCED} / 0.6931471805599453",
            "The logarithm has base 2; log-probabilities are natural logarithms.",
        ),
        Slip(
            "likeliest-token",
            GATHERED,
            "log_probs.amax(dim=-1)",
            "The log-probability of the likeliest token is taken; that of the label is asked for.",
        ),
        Slip(
            "whole-distribution-summed",
            GATHERED,
            "log_probs.sum(dim=-1)",
            "The log-probabilities of the whole vocabulary are added; pick that of the label, with gather.",
        ),
        Slip(
            "token-0-ignored",
            "mask[:, 1:]",
            "mask[:, 1:] * (labels[:, 1:] != 0)",
            "Tokens with the id 0 do not count; 0 is a token like any other, the mask alone says what counts.",
        ),
        Slip(
            "first-answer-token-lost",
            "mask[:, 1:]",
            "mask[:, 1:] * mask[:, :-1]",
            "The first token of each answer is lost, since the one before it is no answer: only the token's own mask counts.",
        ),
        Slip(
            "stops-at-the-first-gap",
            "mask[:, 1:]",
            "mask[:, 1:] * (mask.diff(dim=1).clamp(max=0).cumsum(dim=1) == 0)",
            "Only the first stretch of ones counts; a second turn after it belongs to the sum as well.",
        ),
        Slip(
            "last-token-alone",
            REDUCED,
            "token_logp[:, -1:].sum(dim=-1)",
            "Only the last token's log-probability is returned; add those of all tokens with mask 1.",
        ),
        FunctionSlip(
            "wraps-around",
            {"sequence_logprob": wraps_around},
            "The last position predicts the first token, which comes round to the end, as with roll: cut instead, "
            "labels[:, 1:].",
        ),
        FunctionSlip(
            "flattened-before-the-shift",
            {"sequence_logprob": flattened_before_the_shift},
            "Batch and time are flattened before the shift, so that the last position of a sequence predicts the first token of "
            "the next one: shift along time first.",
        ),
        FunctionSlip(
            "axes-mixed",
            {"sequence_logprob": axes_mixed},
            "view or reshape to (B,V,T) does not move axes, it reads the same memory with other borders: transpose(1, 2), or "
            "flatten B and T.",
        ),
        FunctionSlip(
            "labels-times-mask",
            {"sequence_logprob": labels_times_mask},
            "The labels are multiplied by the mask, so that hidden tokens become token 0 and still count: mask the "
            "log-probabilities.",
        ),
        FunctionSlip(
            "mask-on-the-logits",
            {"sequence_logprob": mask_on_the_logits},
            "The mask multiplies the logits, so that a hidden token still costs log V: mask the log-probabilities.",
        ),
        Slip(
            "detached",
            REDUCED,
            f"{REDUCED}.detach()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...), no_grad or detach cut it off.",
        ),
        Slip(
            "normaliser-detached",
            LOG_PROBS,
            "logits[:, :-1] - logits[:, :-1].logsumexp(dim=-1, keepdim=True).detach()",
            "The log of the normaliser is detached, so that no other token is pushed down: its gradient is the softmax.",
        ),
        Slip(
            "labels-not-shifted",
            "labels[:, 1:].unsqueeze",
            "labels[:, :-1].unsqueeze",
            "Logits and labels are cut alike, so that the model is asked for the token that it has just read: "
            "logits[:, :-1] predict labels[:, 1:].",
        ),
        Slip(
            "labels-and-mask-not-shifted",
            "labels[:, 1:].unsqueeze(-1)  # (B,T-1,1)\n"
            f"    token_logp = {GATHERED}  # (B,T-1)\n    return (token_logp * mask[:, 1:])",
            f"labels[:, :-1].unsqueeze(-1)\n    token_logp = {GATHERED}\n    return (token_logp * mask[:, :-1])",
            "All three are cut alike, [:, :-1], so that the model is asked for the token that it has just read: logits[:, :-1] "
            "predict labels[:, 1:].",
        ),
        Slip(
            "shifted-backwards-but-not-the-mask",
            "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)\n    targets = labels[:, 1:]",
            "logits[:, 1:].log_softmax(dim=-1)\n    targets = labels[:, :-1]",
            "Logits and labels are shifted against each other the wrong way: logits[:, :-1] predict labels[:, 1:].",
        ),
        FunctionSlip(
            "log-of-the-product",
            {"sequence_logprob": log_of_the_product},
            "The probabilities are multiplied and the logarithm is taken at the end: the product underflows to 0. Add "
            "logarithms.",
        ),
        FunctionSlip(
            "log-of-the-sum",
            {"sequence_logprob": log_of_the_sum},
            "The probabilities are added before the logarithm: it is the logarithms that are added.",
        ),
        FunctionSlip(
            "logits-masked-with-infinity",
            {"sequence_logprob": logits_masked_with_infinity},
            "Whole rows of logits are set to -inf, whose log_softmax is NaN, and 0 * NaN is NaN: mask the log-probabilities.",
        ),
        Slip(
            "maximum-of-all-rows",
            LOG_PROBS,
            "logits[:, :-1] - logits[:, :-1].max()\n    log_probs = log_probs - log_probs.exp().sum(dim=-1, "
            "keepdim=True).log()",
            "One maximum is subtracted from all rows: a row far below it underflows, and the log of its sum is -inf. "
            "Subtract each row's own, or use log_softmax.",
        ),
    ),
)
