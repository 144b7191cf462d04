"""Next-token loss on the response alone (Touvron et al. 2023, Llama 2, arXiv:2307.09288, section 3.1).

    L = Σ_{b, t>=1} m_{b,t} · -log softmax(z_{b,t-1})[y_{b,t}]  /  Σ_{b, t>=1} m_{b,t}

The logits at position t-1 have seen the tokens up to t-1 and predict token t. The mask says which *tokens* are the response,
so it is cut like the labels, not like the logits. Both sums run over the whole batch: a mean of the sequences' means would
weigh a token of a short response more.

Shapes: logits (B,T,V), labels (B,T) int64, response_mask (B,T), 1 or True = a token of the response.
Returns: a scalar; 0 where nothing is to be predicted.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def sft_loss(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    """Mean negative log-likelihood of the response tokens of the batch."""
    log_probs = logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)
    targets = labels[:, 1:]  # (B,T-1)
    mask = response_mask[:, 1:].to(logits.dtype)  # (B,T-1)
    nll = -log_probs.gather(dim=-1, index=targets.unsqueeze(-1)).squeeze(-1)  # (B,T-1)
    return (nll * mask).sum() / mask.sum().clamp(min=1)


# ----------------------------------------------------------------------------------------------------------------------

TURNS = torch.tensor([[0, 0, 0, 0, 1, 0, 0], [0, 1, 1, 1, 1, 0, 1], [0, 0, 1, 1, 0, 0, 0]])
"""Responses of one, five and two tokens; prompts, a second turn and padding between and after them."""

FROM_THE_START = torch.tensor([[1, 1, 0, 0, 1], [0, 0, 1, 1, 1], [1, 0, 0, 0, 0], [1, 0, 0, 1, 0]])
"""Masks of which all but the second are 1 at t = 0, where no token is predicted; one of them nowhere else."""


def tokens(draw: Draw, mask: Tensor, V: int) -> Tensor:
    """Labels with token 0 among the responses: it is a token like any other."""
    labels = draw.integers(0, V, *mask.shape)
    row, t = draw.choice(mask[:, 1:].nonzero().tolist())
    labels[row, t + 1] = 0
    return labels


def far_apart(draw: Draw, B: int, T: int, V: int) -> Tensor:
    """Logits up to 1e4 of both signs, a row's entries at least 800 apart: exact in float32, one class wins."""
    levels = torch.tensor([8000.0, -8000.0, 0.0])[torch.arange(B * T) % 3].reshape(B, T, 1)
    order = torch.tensor([draw.permutation(V) for _ in range(B * T)], dtype=torch.float64).reshape(B, T, V)
    return draw.floating(levels + 800 * (order - V // 2))


def cases(draw: Draw) -> Iterator[Case]:
    last = torch.tensor([[0, 0, 1]])
    yield Case("one sequence, one response token", (draw.normal(1, 3, 4), tokens(draw, last, 4), last))
    yield Case("responses of different lengths", (draw.normal(3, 7, 5, scale=2.0), tokens(draw, TURNS, 5), TURNS))
    boolean = TURNS[:2].bool()
    yield Case("boolean mask", (draw.normal(2, 7, 4, scale=2.0), tokens(draw, boolean, 4)), {"response_mask": boolean})
    floating = draw.floating(TURNS)
    yield Case("float mask", (draw.normal(3, 7, 6), tokens(draw, TURNS, 6), floating), constant=("response_mask",))
    yield Case("mask from the first token", (draw.normal(4, 5, 3), tokens(draw, FROM_THE_START, 3), FROM_THE_START))
    square = FROM_THE_START[1:3]
    yield Case("as many predictions as classes", (draw.normal(2, 5, 4, scale=2.0), tokens(draw, square, 4), square))
    whole = torch.ones(2, 4, dtype=torch.int64)
    yield Case("everything is a response", (draw.normal(2, 4, 6), tokens(draw, whole, 6), whole))
    yield Case("no response", (draw.normal(2, 4, 3), draw.integers(0, 3, 2, 4), torch.zeros_like(whole)))
    first = torch.tensor([[1, 0, 0, 0], [0, 0, 0, 0]])
    yield Case("only the first token is a response", (draw.normal(2, 4, 3), draw.integers(0, 3, 2, 4), first))
    yield Case("sequences of one token", (draw.normal(2, 1, 3), draw.integers(0, 3, 2, 1), torch.ones(2, 1).long()))
    yield Case("logits near 1e4", (far_apart(draw, 3, 7, 5), tokens(draw, TURNS, 5), TURNS))


def mask_on_the_logits(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    mask = response_mask[:, 1:].to(logits.dtype)
    log_probs = (logits[:, :-1] * mask.unsqueeze(-1)).log_softmax(dim=-1)
    return -log_probs.gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).mean()


def mask_as_an_index(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    log_probs = logits[:, :-1].log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return nll[response_mask[:, 1:]].mean()


def flattened_before_the_shift(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    log_probs = logits.flatten(0, 1)[:-1].log_softmax(dim=-1)
    mask = response_mask.flatten()[1:].to(logits.dtype)
    nll = -log_probs.gather(dim=-1, index=labels.flatten()[1:].unsqueeze(-1)).squeeze(-1)
    return (nll * mask).sum() / mask.sum().clamp(min=1)


def wraps_around(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    mask = response_mask.roll(-1, dims=1).to(logits.dtype)
    index = labels.roll(-1, dims=1).unsqueeze(-1)
    nll = -logits.log_softmax(dim=-1).gather(dim=-1, index=index).squeeze(-1)
    return (nll * mask).sum() / mask.sum().clamp(min=1)


def labels_times_mask(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    log_probs = logits[:, :-1].log_softmax(dim=-1)
    targets = (labels * response_mask).long()[:, 1:]
    return -log_probs.gather(dim=-1, index=targets.unsqueeze(-1)).mean()


def tilde_of_integers(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    targets = labels.clone()
    targets[~response_mask] = -100
    targets = targets[:, 1:]
    kept = targets != -100
    log_probs = logits[:, :-1].log_softmax(dim=-1)
    nll = -log_probs.gather(dim=-1, index=targets.masked_fill(~kept, 0).unsqueeze(-1)).squeeze(-1)
    return (nll * kept).sum() / kept.sum().clamp(min=1)


def axes_mixed(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    cut = logits[:, :-1]
    log_probs = cut.reshape(len(cut), cut.shape[2], cut.shape[1]).log_softmax(dim=1).transpose(1, 2)
    mask = response_mask[:, 1:].to(logits.dtype)
    nll = -log_probs.gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return (nll * mask).sum() / mask.sum().clamp(min=1)


def mask_on_the_logits_divided_by_the_count(logits: Tensor, labels: Tensor, response_mask: Tensor) -> Tensor:
    mask = response_mask[:, 1:].to(logits.dtype)
    log_probs = (logits[:, :-1] * mask.unsqueeze(-1)).log_softmax(dim=-1)
    return -log_probs.gather(dim=-1, index=labels[:, 1:].unsqueeze(-1)).sum() / mask.sum().clamp(min=1)


SHIFTED = (
    "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)\n"
    "    targets = labels[:, 1:]  # (B,T-1)\n"
    "    mask = response_mask[:, 1:]"
)
REDUCED = "(nll * mask).sum() / mask.sum().clamp(min=1)"

PROBLEM = Problem(
    id="sft-loss",
    entries=(sft_loss,),
    cases=cases,
    slips=(
        Slip(
            "no-shift",
            SHIFTED,
            "logits.log_softmax(dim=-1)\n    targets = labels\n    mask = response_mask",
            "Nothing is shifted: the model is asked for the token that it has just read. Pair logits[:, :-1] with "
            "labels[:, 1:] and response_mask[:, 1:].",
        ),
        Slip(
            "shifted-backwards",
            SHIFTED,
            "logits[:, 1:].log_softmax(dim=-1)\n    targets = labels[:, :-1]\n    mask = response_mask[:, :-1]",
            "The shift goes the wrong way, so that each position predicts the token before it: drop the last logits and the "
            "first label.",
        ),
        Slip(
            "shifted-twice",
            SHIFTED,
            "logits[:, :-2].log_softmax(dim=-1)\n    targets = labels[:, 2:]\n    mask = response_mask[:, 2:]",
            "Logits and labels are two tokens apart: they are shifted twice. Shift once.",
        ),
        Slip(
            "mask-not-shifted",
            "response_mask[:, 1:]",
            "response_mask[:, :-1]",
            "The mask is cut like the logits; it belongs to the predicted token, so cut it like the labels: [:, 1:].",
        ),
        Slip(
            "mask-ignored",
            REDUCED,
            "nll.mean()",
            "The prompt is trained on, too: your loss is the mean over all predicted tokens, without the mask.",
        ),
        Slip(
            "mask-inverted",
            "(logits.dtype)",
            "(logits.dtype)\n    mask = 1 - mask",
            "The mask is read the other way round: 1 marks the tokens of the response, which are the ones that count.",
        ),
        Slip(
            "divided-by-all-tokens",
            REDUCED,
            "(nll * mask).mean()",
            "The masked sum is divided by all B*(T-1) positions, so that long prompts shrink the loss: divide by the number "
            "of response tokens.",
        ),
        Slip(
            "divided-by-batch",
            REDUCED,
            "(nll * mask).sum() / len(labels)",
            "The sum is divided by the number of sequences; divide by the number of response tokens in the batch.",
        ),
        Slip(
            "not-divided",
            REDUCED,
            "(nll * mask).sum()",
            "The losses are only summed; divide by the number of response tokens in the batch.",
        ),
        Slip(
            "mean-of-sequences",
            REDUCED,
            "((nll * mask).sum(dim=1) / mask.sum(dim=1).clamp(min=1)).mean()",
            "Each sequence is averaged first, which weighs a token of a short response more: one sum over the batch, divided "
            "by one count.",
        ),
        Slip(
            "first-token-counted",
            "mask.sum().clamp",
            "response_mask.sum().clamp",
            "The count includes masks at t = 0, where nothing is predicted: count response_mask[:, 1:].",
        ),
        Slip(
            "none-gives-nan",
            "mask.sum().clamp(min=1)",
            "mask.sum()",
            "A batch without a response gives 0/0 = NaN, which spoils the weights; the loss is 0 there: clamp the count at 1.",
        ),
        FunctionSlip(
            "mask-on-the-logits",
            {"sft_loss": mask_on_the_logits},
            "The mask multiplies the logits, so that prompt tokens still cost log V each: mask the losses and divide by the "
            "number of those that are left.",
        ),
        FunctionSlip(
            "mask-as-an-index",
            {"sft_loss": mask_as_an_index},
            "A mask of integers in brackets picks rows 0 and 1 instead of selecting: convert it with .bool() first.",
        ),
        Slip(
            "token-0-ignored",
            "(logits.dtype)",
            "(logits.dtype) * (targets != 0)",
            "Response tokens with the id 0 do not count: 0 is a token like any other, so mark what is ignored with -100.",
        ),
        Slip(
            "log-of-softmax",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).log()",
            "The logarithm is taken after the softmax, of a probability that has underflown to 0 (or, without subtracting the "
            "maximum, of inf/inf): use log_softmax or cross_entropy.",
        ),
        Slip(
            "eps-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-9).log()",
            "A small constant inside the logarithm bounds the loss of a token at 20.7 and kills its gradient: use log_softmax.",
        ),
        Slip(
            "no-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1)",
            "The probability of the token is averaged, not its logarithm: use log_softmax.",
        ),
        Slip("sign", "nll = -log_probs", "nll = log_probs", "The minus is missing: this is the log-likelihood."),
        Slip(
            "softmax-over-time",
            "log_softmax(dim=-1)",
            "log_softmax(dim=1)",
            "The softmax runs over the positions; each position needs a distribution over the vocabulary (the last axis).",
        ),
        Slip(
            "detached",
            REDUCED,
            "((nll * mask).sum() / mask.sum().clamp(min=1)).detach()",
            "The value is right, but no gradient can flow: .item(), torch.tensor(...) or no_grad cut it off.",
        ),
        Slip(
            "first-response-token-lost",
            "response_mask[:, 1:].to(",
            "(response_mask[:, 1:] * response_mask[:, :-1]).to(",
            "The first token of each response does not count, since the token before it is no response; only the predicted "
            "token has to be one.",
        ),
        Slip(
            "softmax-twice",
            "logits[:, :-1].log_softmax",
            "logits[:, :-1].softmax(dim=-1).log_softmax",
            "The softmax is applied twice: cross_entropy and log_softmax want logits, not probabilities.",
        ),
        Slip(
            "one-added-to-the-count",
            "mask.sum().clamp(min=1)",
            "(mask.sum() + 1)",
            "1 is added to the count against a division by 0, which changes every loss: clamp the count at 1 instead.",
        ),
        Slip(
            "perplexity",
            REDUCED,
            f"({REDUCED}).exp()",
            "This is the exponential of the loss, the perplexity; the loss itself is asked for.",
        ),
        FunctionSlip(
            "flattened-before-the-shift",
            {"sft_loss": flattened_before_the_shift},
            "Batch and time are flattened before the shift, so that the last position of a sequence predicts the first token of "
            "the next one: shift along time first.",
        ),
        FunctionSlip(
            "wraps-around",
            {"sft_loss": wraps_around},
            "The last position predicts the first token, which comes round to the end, as with roll: cut instead, "
            "labels[:, 1:].",
        ),
        FunctionSlip(
            "labels-times-mask",
            {"sft_loss": labels_times_mask},
            "The labels are multiplied by the mask, so that prompt tokens become token 0 and still count: mask the losses, or "
            "set these labels to -100 (in a copy).",
        ),
        FunctionSlip(
            "tilde-of-integers",
            {"sft_loss": tilde_of_integers},
            "~ of the integers 0 and 1 is -1 and -2, which pick rows from the end: convert the mask with .bool() first.",
        ),
        FunctionSlip(
            "axes-mixed",
            {"sft_loss": axes_mixed},
            "view or reshape to (B,V,T) does not move axes, it reads the same memory with other borders: transpose(1, 2), or "
            "flatten B and T.",
        ),
        FunctionSlip(
            "mask-on-the-logits-divided-by-the-count",
            {"sft_loss": mask_on_the_logits_divided_by_the_count},
            "The mask multiplies the logits, so that prompt tokens still cost log V each: mask the losses.",
        ),
        Slip(
            "1e-10-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-10).log()",
            "1e-10 inside the logarithm bounds the loss of a token at 23.0 and kills its gradient: use log_softmax.",
        ),
        Slip(
            "1e-8-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-8).log()",
            "1e-8 inside the logarithm bounds the loss of a token at 18.4 and kills its gradient: use log_softmax.",
        ),
        Slip(
            "1e-12-in-the-log",
            "log_softmax(dim=-1)",
            "softmax(dim=-1).add(1e-12).log()",
            "1e-12 inside the logarithm bounds the loss of a token at 27.6 and kills its gradient: use log_softmax.",
        ),
        Slip(
            "first-token-predicted-by-itself",
            "logits[:, :-1].log_softmax(dim=-1)  # (B,T-1,V)\n"
            "    targets = labels[:, 1:]  # (B,T-1)\n"
            "    mask = response_mask[:, 1:]",
            "torch.cat([logits[:, :1], logits[:, :-1]], dim=1).log_softmax(dim=-1)\n"
            "    targets = labels\n"
            "    mask = response_mask",
            "The token at position 0 is predicted, too, by the logits that have read it; it is never predicted.",
        ),
        Slip(
            "mean-of-sequences-with-a-response",
            REDUCED,
            "((nll * mask).sum(dim=1) / mask.sum(dim=1).clamp(min=1)).sum() / (mask.sum(dim=1) > 0).sum().clamp(min=1)",
            "Each sequence is averaged first, then those with a response, which weighs a token of a short response more: one "
            "sum over the batch, divided by one count.",
        ),
        Slip(
            "no-shift-but-the-first-left-out",
            SHIFTED,
            "logits.log_softmax(dim=-1)\n    targets = labels\n    mask = (response_mask * (torch.arange(labels.shape[1]) > 0))",
            "Position t is scored on token t itself, which the model has just read: pair logits[:, :-1] with labels[:, 1:]. (To "
            "leave out t = 0 is right: nothing predicts it.)",
        ),
    ),
)
