"""Nucleus filter (Holtzman et al. 2020, arXiv:1904.09751, section 3.1, eq. 2).

    V^(p) = the smallest set of most likely tokens with Σ_{x ∈ V^(p)} P(x) >= p

A token is outside when the *more likely ones alone* already reach p; so the token that crosses p stays, and the first one has
nothing before it. Drawing from softmax of the result renormalises by itself.

Shapes: logits (...,V), 0 <= p < 1. Returns: logits of the same shape, -inf outside the nucleus.
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def top_p_filter(logits: Tensor, p: float) -> Tensor:
    """The logits of the nucleus, -inf elsewhere."""
    z, tokens = logits.sort(dim=-1, descending=True)  # (...,V)
    probs = z.softmax(dim=-1)
    before = probs.cumsum(dim=-1) - probs  # mass of the more likely ones
    outside = before >= p
    outside[..., 0] = False  # p = 0
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)  # in the order of the vocabulary
    return logits.masked_fill(outside, float("-inf"))


# ----------------------------------------------------------------------------------------------------------------------


def steep_to_flat(draw: Draw, *shape: int) -> Tensor:
    """Logits without ties (0.15 apart at least), in random order; the rows run from steep to flat distributions."""
    *rows, V = shape
    count = torch.Size(rows).numel()
    order = torch.tensor([draw.permutation(V) for _ in range(count)], dtype=torch.float64)
    steepness = torch.linspace(0.9, 0.3, count, dtype=torch.float64)[:, None]
    level = draw.uniform(count, 1, low=-4, high=4).double()
    spread = order + draw.uniform(count, V, high=0.5).double()
    return draw.floating((level + steepness * spread).reshape(shape))


def between_the_sums(logits: Tensor, low: float, high: float) -> float:
    """The p in this range that is furthest from what any number of the most likely tokens of any row sums to."""
    sums = logits.double().softmax(dim=-1).sort(dim=-1, descending=True).values.cumsum(dim=-1).flatten()
    candidates = torch.linspace(low, high, 301, dtype=torch.float64)
    distances = (candidates[:, None] - sums).abs().amin(dim=1)
    return float(candidates[distances.argmax()])


def filtered(name: str, logits: Tensor, low: float, high: float) -> Case:
    """A case with a p in this range."""
    return Case(name, (logits, between_the_sums(logits, low, high)))


def one_above_many(draw: Draw) -> Tensor:
    """One token is at least 1.25 above nineteen that are close together: a threshold on each token drops all of them, or none."""
    order = torch.tensor([draw.permutation(20) for _ in range(2)], dtype=torch.float64)
    return draw.floating(draw.real(-1, 1) - torch.where(order == 0, 0.0, 1.25 + 0.02 * order))


def cases(draw: Draw) -> Iterator[Case]:
    yield filtered("one row", steep_to_flat(draw, 4), 0.7, 0.9)
    yield filtered("rows from steep to flat", steep_to_flat(draw, 5, 7), 0.6, 0.85)
    yield filtered("batch and time", steep_to_flat(draw, 2, 3, 6), 0.35, 0.65)
    yield filtered("as many rows as tokens", steep_to_flat(draw, 6, 6), 0.5, 0.8)
    yield filtered("p near 1", steep_to_flat(draw, 4, 5), 0.93, 0.99)
    yield filtered("one token above many alike", one_above_many(draw), 0.4, 0.5)
    yield Case("p of 0 keeps the most likely", (steep_to_flat(draw, 3, 5), 0.0))
    yield Case("p below every top probability", (steep_to_flat(draw, 3, 6),), {"p": 0.06})
    yield Case("a vocabulary of one", (steep_to_flat(draw, 3, 1), 0.5))
    yield filtered("fifty tokens", steep_to_flat(draw, 3, 50), 0.8, 0.95)
    order = torch.tensor([draw.permutation(6) for _ in range(3)], dtype=torch.float64)
    levels = torch.tensor([[9000.0], [-9000.0], [0.0]], dtype=torch.float64)
    yield filtered("logits near 1e4", draw.floating(levels + 0.5 * order), 0.55, 0.85)
    yield Case("one token has all the probability", (draw.floating(levels + 200 * order), 0.9))


def renormalised(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1, descending=True)
    probs = z.softmax(dim=-1)
    outside = probs.cumsum(dim=-1) - probs >= p
    outside[..., 0] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf")).softmax(dim=-1)


def tail_of_p(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1)
    outside = z.softmax(dim=-1).cumsum(dim=-1) <= p
    outside[..., -1] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf"))


def min_p(logits: Tensor, p: float) -> Tensor:
    probs = logits.softmax(dim=-1)
    return logits.masked_fill(probs < p * probs.amax(dim=-1, keepdim=True), float("-inf"))


def each_at_least_p(logits: Tensor, p: float) -> Tensor:
    probs = logits.softmax(dim=-1)
    outside = (probs < p) & (probs < probs.amax(dim=-1, keepdim=True))
    return logits.masked_fill(outside, float("-inf"))


def size_of_the_first_row(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1, descending=True)
    first = z.reshape(-1, z.shape[-1])[0].softmax(dim=-1)
    outside = first.cumsum(dim=-1) - first >= p
    outside[0] = False
    outside = torch.zeros_like(z, dtype=torch.bool).scatter(dim=-1, index=tokens, src=outside.expand(z.shape))
    return logits.masked_fill(outside, float("-inf"))


def over_the_first_axis(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=0, descending=True)
    probs = z.softmax(dim=0)
    outside = probs.cumsum(dim=0) - probs >= p
    outside[0] = False
    outside = torch.zeros_like(outside).scatter(dim=0, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf"))


def size_of_the_largest_row(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1, descending=True)
    probs = z.softmax(dim=-1)
    size = max(int((probs.cumsum(dim=-1) - probs < p).sum(dim=-1).max()), 1)
    outside = torch.ones_like(z, dtype=torch.bool).scatter(-1, tokens[..., :size], False)
    return logits.masked_fill(outside, float("-inf"))


def most_likely_alone(logits: Tensor, p: float) -> Tensor:
    return logits.masked_fill(logits < logits.amax(dim=-1, keepdim=True), float("-inf"))


def share_of_the_vocabulary(logits: Tensor, p: float) -> Tensor:
    size = max(math.ceil(p * logits.shape[-1]), 1)
    return logits.masked_fill(logits < logits.topk(size, dim=-1).values[..., -1:], float("-inf"))


def log_probabilities(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1, descending=True)
    probs = z.softmax(dim=-1)
    outside = probs.cumsum(dim=-1) - probs >= p
    outside[..., 0] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf")).log_softmax(dim=-1)


def two_shifts(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1, descending=True)
    outside = (z.softmax(dim=-1).cumsum(dim=-1) > p).roll(2, dims=-1)
    outside[..., :2] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf"))


def mask_of_the_first_row(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.reshape(-1, logits.shape[-1])[0].sort(descending=True)
    outside = z.softmax(dim=-1).cumsum(dim=-1) - z.softmax(dim=-1) >= p
    outside[0] = False
    return logits.masked_fill(torch.zeros_like(outside).scatter(0, tokens, outside), float("-inf"))


def clamped_before_sorting(logits: Tensor, p: float) -> Tensor:
    probs, tokens = logits.clamp(-80, 80).softmax(dim=-1).sort(dim=-1, descending=True, stable=True)
    outside = probs.cumsum(dim=-1) - probs >= p
    outside[..., 0] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf"))


def one_maximum_before_sorting(logits: Tensor, p: float) -> Tensor:
    e = (logits - logits.max()).exp()
    probs, tokens = (e / e.sum(dim=-1, keepdim=True)).sort(dim=-1, descending=True, stable=True)
    outside = ~(probs.cumsum(dim=-1) - probs < p)
    outside[..., 0] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf"))


def no_maximum_before_sorting(logits: Tensor, p: float) -> Tensor:
    e = logits.exp()
    probs, tokens = (e / e.sum(dim=-1, keepdim=True)).sort(dim=-1, descending=True, stable=True)
    outside = ~(probs.cumsum(dim=-1) - probs < p)
    outside[..., 0] = False
    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)
    return logits.masked_fill(outside, float("-inf"))


def shifted_along_the_batch(logits: Tensor, p: float) -> Tensor:
    z, tokens = logits.sort(dim=-1, descending=True)
    outside = z.softmax(dim=-1).cumsum(dim=-1) > p
    outside[1:] = outside[:-1].clone()
    outside[0] = False
    return logits.masked_fill(torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside), float("-inf"))


PROBLEM = Problem(
    id="top-p-filter",
    entries=(top_p_filter,),
    cases=cases,
    grad=False,  # one decodes under no_grad, and what -inf passes back is a matter of taste
    slips=(
        Slip(
            "crossing-dropped",
            "outside = before >= p",
            "outside = before + probs > p",
            "The token that crosses p is dropped, so that less than p can be left: compare the mass before each token with p.",
        ),
        Slip(
            "nothing-kept",
            "outside = before >= p\n    outside[..., 0] = False",
            "outside = before + probs > p",
            "The token that crosses p is dropped, and where the first one does, nothing is left: compare the mass before each "
            "token with p, and always keep the most likely.",
        ),
        Slip(
            "p-of-0-keeps-nothing",
            "    outside[..., 0] = False  # p = 0\n",
            "",
            "With p = 0 every token is dropped: the most likely one always stays.",
        ),
        Slip(
            "one-too-many",
            "outside[..., 0] = False",
            "outside = outside.roll(1, dims=-1)\n    outside[..., 0] = False",
            "One token too many stays, as where a mask is shifted that already looks at the mass before each token.",
        ),
        Slip(
            "unsorted",
            "logits.sort(dim=-1, descending=True)",
            "logits, torch.arange(logits.shape[-1]).expand(logits.shape)",
            "The probabilities are accumulated in the order of the vocabulary: sort them in falling order first.",
        ),
        Slip(
            "sorted-order-returned",
            "logits.masked_fill(outside",
            "z.masked_fill(outside.gather(-1, tokens)",
            "The logits come back in sorted order: scatter the mask to the tokens' own places and apply it to the logits.",
        ),
        Slip(
            "mask-not-scattered",
            "torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)",
            "outside",
            "The mask is in sorted order and is applied to unsorted logits: scatter it back by the sort's indices.",
        ),
        Slip(
            "gathered-instead-of-scattered",
            "torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)",
            "outside.gather(dim=-1, index=tokens)",
            "gather with the sort's indices is not the way back: scatter by them, or gather by their argsort.",
        ),
        Slip(
            "ascending",
            "descending=True",
            "descending=False",
            "The least likely tokens are kept: sort in falling order.",
        ),
        FunctionSlip(
            "tail-of-p",
            {"top_p_filter": tail_of_p},
            "The unlikely tail with mass p is cut off: in rising order, drop while the cumulated mass is at most 1 - p.",
        ),
        FunctionSlip(
            "min-p",
            {"top_p_filter": min_p},
            "This is min-p, a threshold relative to the most likely token; top-p compares cumulated probabilities with p.",
        ),
        FunctionSlip(
            "each-at-least-p",
            {"top_p_filter": each_at_least_p},
            "Each probability is compared with p by itself; it is their running sum, in falling order, that has to reach p.",
        ),
        FunctionSlip(
            "size-of-the-first-row",
            {"top_p_filter": size_of_the_first_row},
            "Every row keeps as many tokens as the first one; the size of the nucleus follows from each row's own "
            "distribution.",
        ),
        Slip(
            "softmax-over-the-batch",
            "softmax(dim=-1)",
            "softmax(dim=0)",
            "The softmax runs over axis 0; each row is a distribution over the vocabulary, the last axis.",
        ),
        Slip(
            "no-maximum",
            "z.softmax(dim=-1)",
            "z.exp() / z.exp().sum(dim=-1, keepdim=True)",
            "exp of a large logit overflows (and of a very negative row underflows to 0/0): subtract the maximum, or use "
            "softmax.",
        ),
        Slip(
            "no-softmax",
            "z.softmax(dim=-1)",
            "z",
            "The logits themselves are accumulated: p is compared with sums of probabilities, so take the softmax first.",
        ),
        Slip(
            "filled-with-0",
            'float("-inf")',
            "0.0",
            "The other logits are set to 0, which still has weight exp(0): fill with -inf.",
        ),
        Slip(
            "filled-with-a-number",
            'float("-inf")',
            "-1e9",
            "The other logits are a large negative number; the spec asks for -inf, which no logit can go below.",
        ),
        FunctionSlip(
            "probabilities-returned",
            {"top_p_filter": renormalised},
            "The renormalised probabilities are returned; the filter gives logits, -inf outside the nucleus.",
        ),
        FunctionSlip(
            "over-the-first-axis",
            {"top_p_filter": over_the_first_axis},
            "You sort and accumulate over axis 0, so that rows compete; the vocabulary is the last axis, -1.",
        ),
        FunctionSlip(
            "size-of-the-largest-row",
            {"top_p_filter": size_of_the_largest_row},
            "Every row keeps as many tokens as the largest nucleus of the batch; each row has a size of its own.",
        ),
        FunctionSlip(
            "most-likely-alone",
            {"top_p_filter": most_likely_alone},
            "Only the most likely token stays: this is greedy decoding, and p has no effect.",
        ),
        FunctionSlip(
            "share-of-the-vocabulary",
            {"top_p_filter": share_of_the_vocabulary},
            "p is taken as a share of the *number* of tokens (a top-k with k = p*V); it is the probability that they reach "
            "together.",
        ),
        FunctionSlip(
            "log-probabilities-returned",
            {"top_p_filter": log_probabilities},
            "The kept logits are renormalised to log-probabilities; the filter leaves them as they are.",
        ),
        FunctionSlip(
            "two-shifts",
            {"top_p_filter": two_shifts},
            "One token too many stays, as where the mask is shifted by two places; the token that crosses p is the last one.",
        ),
        Slip(
            "mask-returned",
            'logits.masked_fill(outside, float("-inf"))',
            "~outside",
            "You return which tokens stay; the logits are asked for, -inf where a token does not stay.",
        ),
        Slip(
            "inside-dropped",
            "outside = before >= p\n    outside[..., 0] = False",
            "outside = before < p",
            "The nucleus is dropped and the tail stays: the comparison is the wrong way round.",
        ),
        FunctionSlip(
            "mask-of-the-first-row",
            {"top_p_filter": mask_of_the_first_row},
            "The tokens that the first row keeps are kept in every row: each row has a nucleus of its own.",
        ),
        Slip(
            "log-softmax-of-all",
            "logits.masked_fill(outside",
            "logits.log_softmax(dim=-1).masked_fill(outside",
            "The kept logits come back as log-probabilities; the filter leaves them as they are.",
        ),
        Slip(
            "entry-0-always-kept",
            "outside[..., 0] = False  # p = 0\n"
            "    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)",
            "outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)\n"
            "    outside[..., 0] = False",
            "Entry 0 of the vocabulary always stays, as where [..., 0] is set after the mask is scattered back: "
            "the most likely token is number 0 in sorted order alone, so set it before.",
        ),
        Slip(
            "entry-0-always-kept-and-shifted",
            "outside = before >= p\n    outside[..., 0] = False  # p = 0\n"
            "    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)",
            "outside = before + probs > p\n    outside[..., 1:] = outside[..., :-1].clone()\n"
            "    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)\n"
            "    outside[..., 0] = False",
            "Entry 0 of the vocabulary always stays, as where [..., 0] is set after the mask is scattered back: "
            "the most likely token is number 0 in sorted order alone, so set it before.",
        ),
        Slip(
            "entry-0-always-kept-and-crossing-dropped",
            "outside = before >= p\n    outside[..., 0] = False  # p = 0\n"
            "    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)",
            "outside = before + probs > p\n"
            "    outside = torch.zeros_like(outside).scatter(dim=-1, index=tokens, src=outside)\n"
            "    outside[..., 0] = False",
            "Entry 0 of the vocabulary always stays, as where [..., 0] is set after the mask is scattered back; "
            "number 0 in sorted order is the most likely. And the token that crosses p is dropped: compare the "
            "mass before each token with p.",
        ),
        Slip(
            "logits-clamped",
            "probs = z.softmax",
            "probs = z.clamp(-80, 80).softmax",
            "The logits are clamped (to -80 and 80, say, so that exp stays finite), and those beyond the bound "
            "become equally likely: subtract the row's maximum instead, or use softmax.",
        ),
        FunctionSlip(
            "logits-clamped-before-sorting",
            {"top_p_filter": clamped_before_sorting},
            "The logits are clamped (to -80 and 80, say, so that exp stays finite), and those beyond the bound "
            "become equally likely, in the order of the vocabulary: subtract the row's maximum instead, or use "
            "softmax.",
        ),
        *(
            Slip(
                f"filled-with-minus-{size}",
                'float("-inf")',
                f"-{size}",
                f"The other logits are -{size}, a number that a kept one can go below: the spec asks for -inf.",
            )
            for size in ("100.0", "1e3", "1e4", "1e5", "1e6", "1e8", "1e10", "1e30")
        ),
        Slip(
            "no-maximum-and-the-first-alone",
            "probs = z.softmax(dim=-1)\n"
            "    before = probs.cumsum(dim=-1) - probs  # mass of the more likely ones\n"
            "    outside = before >= p",
            "probs = z.exp() / z.exp().sum(dim=-1, keepdim=True)\n    outside = ~(probs.cumsum(dim=-1) - probs < p)",
            "exp of a large logit overflows (and of a very negative row underflows to 0/0), and where probabilities are NaN "
            "only the most likely token stays: subtract the row's maximum, or use softmax.",
        ),
        Slip(
            "maximum-of-all-rows",
            "z.softmax(dim=-1)",
            "(z - z.max()).exp() / (z - z.max()).exp().sum(dim=-1, keepdim=True)",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0, and no comparison with NaN drops a "
            "token. Subtract each row's own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "maximum-of-all-rows-and-the-first-alone",
            "probs = z.softmax(dim=-1)\n"
            "    before = probs.cumsum(dim=-1) - probs  # mass of the more likely ones\n"
            "    outside = before >= p",
            "probs = (z - z.max()).exp() / (z - z.max()).exp().sum(dim=-1, keepdim=True)\n"
            "    outside = ~(probs.cumsum(dim=-1) - probs < p)",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0, and only its most likely "
            "token stays. Subtract each row's own, amax(dim=-1, keepdim=True).",
        ),
        FunctionSlip(
            "maximum-of-all-rows-and-entry-0-alone",
            {"top_p_filter": one_maximum_before_sorting},
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0, and of its NaN, which no sort "
            "puts in order, entry 0 alone stays. Subtract each row's own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "kept-probabilities-returned",
            'return logits.masked_fill(outside, float("-inf"))',
            "return logits.softmax(dim=-1).masked_fill(outside, 0.0)",
            "The probabilities of the nucleus are returned, and 0 elsewhere; the filter gives logits, -inf outside the "
            "nucleus.",
        ),
        Slip(
            "two-always-kept",
            "outside[..., 0] = False",
            "outside[..., :2] = False",
            "Two tokens always stay; where the first one reaches p alone, it stays alone.",
        ),
        FunctionSlip(
            "no-maximum-and-one-alone",
            {"top_p_filter": no_maximum_before_sorting},
            "exp of a large logit overflows (and of a very negative row underflows to 0/0), and of the NaN, which no sort "
            "puts in order, one token stays: subtract the row's maximum, or use softmax.",
        ),
        Slip(
            "filled-with-the-lowest-number",
            'float("-inf")',
            "torch.finfo(logits.dtype).min",
            "The other logits are the lowest finite number of their type; the spec asks for -inf.",
        ),
        FunctionSlip(
            "shifted-along-the-batch",
            {"top_p_filter": shifted_along_the_batch},
            "The mask is shifted along the first axis, so that rows get the mask of the row before (the snippet is for a "
            "single row): shift the last axis, mask[..., 1:] = mask[..., :-1].clone().",
        ),
        Slip(
            "first-row-reset-after-the-shift",
            "outside = before >= p\n    outside[..., 0] = False",
            "outside = before + probs > p\n    outside[..., 1:] = outside[..., :-1].clone()\n    outside[0] = False",
            "mask[0] = False after the shift resets the first row of the batch, not the first token of each row (the snippet is "
            "for a single row): write mask[..., 0] = False.",
        ),
        Slip(
            "first-row-reset",
            "outside[..., 0] = False",
            "outside[0] = False",
            "mask[0] = False keeps all of the first row of the batch, and the most likely token of no other row: write "
            "mask[..., 0] = False.",
        ),
        Slip(
            "dropped-in-any-row",
            "    return logits.masked_fill",
            "    outside = outside.reshape(-1, outside.shape[-1]).any(dim=0)\n    return logits.masked_fill",
            "A token that one row drops is dropped in every row, as where the numbers of all rows' tokens go into one list: each "
            "row has a nucleus of its own.",
        ),
        Slip(
            "kept-in-any-row",
            "    return logits.masked_fill",
            "    outside = outside.reshape(-1, outside.shape[-1]).all(dim=0)\n    return logits.masked_fill",
            "A token that one row keeps is kept in every row, as where the numbers of all rows' tokens go into one list: each "
            "row has a nucleus of its own.",
        ),
    ),
)
