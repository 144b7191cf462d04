"""Top-k filter (Fan et al. 2018, arXiv:1805.04833, section 5.4, "Generation").

    V^(k) = the k tokens with the largest logits of a row

The k-th largest logit is the row's threshold: what is below it is outside. softmax is increasing, so that no probability has
to be computed for it; drawing from softmax of the result renormalises by itself.

Shapes: logits (...,V), k >= 1, all are kept where k >= V. Returns: logits of the same shape, -inf outside the k largest.
"""

from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Case, Draw, FunctionSlip, Problem, Slip


def top_k_filter(logits: Tensor, k: int) -> Tensor:
    """The k largest logits of each row, -inf elsewhere."""
    best = logits.topk(min(k, logits.shape[-1]), dim=-1).values  # (...,k), largest first
    least = best[..., -1:]  # (...,1)
    return logits.masked_fill(logits < least, float("-inf"))


# ----------------------------------------------------------------------------------------------------------------------


def apart(draw: Draw, *shape: int, shift: float = 0.0) -> Tensor:
    """Logits without ties (0.15 apart at least), in random order, each row at a level of its own; both signs occur."""
    *rows, V = shape
    count = torch.Size(rows).numel()
    order = torch.tensor([draw.permutation(V) for _ in range(count)], dtype=torch.float64)
    level = torch.tensor(draw.permutation(count), dtype=torch.float64)[:, None] - count / 2
    spread = order - V / 2 + draw.uniform(count, V, high=0.5).double()
    return draw.floating((shift + 0.7 * level + 0.3 * spread).reshape(shape))


def mixed(draw: Draw, rows: list[list[float]]) -> Tensor:
    """Each row in a random order of its own."""
    return draw.floating([[row[i] for i in draw.permutation(len(row))] for row in rows])


def cases(draw: Draw) -> Iterator[Case]:
    yield Case("one row", (apart(draw, 4), 2))
    yield Case("two rows", (apart(draw, 2, 5), 3))
    yield Case("batch and time", (apart(draw, 2, 3, 6), 4))
    yield Case("four axes", (apart(draw, 2, 3, 2, 5),), {"k": 2})
    yield Case("as many rows as tokens", (apart(draw, 6, 6), 3))
    yield Case("k = 1", (apart(draw, 3, 5), 1))
    yield Case("k = V - 1", (apart(draw, 3, 7), 6))
    yield Case("k = V", (apart(draw, 2, 4), 4))
    yield Case("k > V", (apart(draw, 3, 4), 9))
    yield Case("k > V, one row", (apart(draw, 3), 50))
    yield Case("a vocabulary of one", (apart(draw, 3, 1), 1))
    yield Case("all below 0", (apart(draw, 3, 6, shift=-20), 2))
    yield Case("all above 0", (apart(draw, 3, 6, shift=20), 4))
    yield Case("equal ones among the k", (mixed(draw, [[3, 3, 2, 1, 0, -2, -4], [5, 4, 4, 3, -1, -2, -3]]), 4))
    yield Case("equal ones outside", (mixed(draw, [[3, 2, 1, -1, -1, -2, -3], [5, 4, 3, 0, 0, -6, -7]]), 2))
    yield Case("fifty tokens", (apart(draw, 3, 50), 40))
    levels = torch.tensor([[9000.0], [-9000.0], [0.0]], dtype=torch.float64)
    order = torch.tensor([draw.permutation(7) for _ in range(3)], dtype=torch.float64)
    yield Case("logits near 1e4, one apart", (draw.floating(levels + order), 3))
    yield Case("one token has all the probability", (draw.floating(1500 * order), 4))


def k_dropped(logits: Tensor, k: int) -> Tensor:
    if k >= logits.shape[-1]:
        return logits
    return logits.masked_fill(logits < logits.sort(dim=-1).values[..., k : k + 1], float("-inf"))


def one_too_few_below_v(logits: Tensor, k: int) -> Tensor:
    if k >= logits.shape[-1]:
        return logits
    return logits.masked_fill(logits <= logits.topk(k, dim=-1).values[..., -1:], float("-inf"))


def kth_smallest_below_v(logits: Tensor, k: int) -> Tensor:
    if k >= logits.shape[-1]:
        return logits
    return logits.masked_fill(logits < logits.sort(dim=-1).values[..., k - 1 : k], float("-inf"))


def sorted_order(logits: Tensor, k: int) -> Tensor:
    z = logits.sort(dim=-1, descending=True).values
    z[..., k:] = float("-inf")
    return z


def over_the_first_axis(logits: Tensor, k: int) -> Tensor:
    best = logits.topk(min(k, logits.shape[0]), dim=0).values
    return logits.masked_fill(logits < best[-1:], float("-inf"))


def over_axis_1(logits: Tensor, k: int) -> Tensor:
    best = logits.topk(min(k, logits.shape[-1]), dim=1).values
    return logits.masked_fill(logits < best[:, -1:], float("-inf"))


def of_all_rows(logits: Tensor, k: int) -> Tensor:
    best = logits.flatten().topk(min(k, logits.numel())).values
    return logits.masked_fill(logits < best[-1], float("-inf"))


def tokens_of_the_first_row(logits: Tensor, k: int) -> Tensor:
    first = logits.reshape(-1, logits.shape[-1])[0]
    kept = first.topk(min(k, logits.shape[-1])).indices
    return logits.masked_fill(torch.ones_like(first, dtype=torch.bool).scatter(0, kept, False), float("-inf"))


def threshold_of_the_first_row(logits: Tensor, k: int) -> Tensor:
    first = logits.reshape(-1, logits.shape[-1])[0]
    return logits.masked_fill(logits < first.topk(min(k, logits.shape[-1])).values[-1], float("-inf"))


def different_values(logits: Tensor, k: int) -> Tensor:
    rows = []
    for row in logits.reshape(-1, logits.shape[-1]):
        values = row.unique()  # rising
        rows.append(row.masked_fill(row < values[-min(k, len(values))], float("-inf")))
    return torch.stack(rows).reshape(logits.shape)


def by_probability(logits: Tensor, k: int) -> Tensor:
    probs = logits.softmax(dim=-1)
    least = probs.topk(min(k, logits.shape[-1]), dim=-1).values[..., -1:]
    return logits.masked_fill(probs < least, float("-inf"))


def places_by_probability(logits: Tensor, k: int) -> Tensor:
    places = logits.softmax(dim=-1).topk(min(k, logits.shape[-1]), dim=-1).indices
    return torch.full_like(logits, float("-inf")).scatter(-1, places, logits.gather(-1, places))


def by_probability_without_a_maximum(logits: Tensor, k: int) -> Tensor:
    probs = logits.exp() / logits.exp().sum(dim=-1, keepdim=True)
    least = probs.topk(min(k, logits.shape[-1]), dim=-1).values[..., -1:]
    return logits.masked_fill(probs < least, float("-inf"))


def log_probabilities(logits: Tensor, k: int) -> Tensor:
    best = logits.topk(min(k, logits.shape[-1]), dim=-1).values
    return logits.masked_fill(logits < best[..., -1:], float("-inf")).log_softmax(dim=-1)


def minus_one_for_the_last_but(logits: Tensor, k: int) -> Tensor:
    rising = logits.sort(dim=-1).values
    place = max(logits.shape[-1] - k + 1, 0) % logits.shape[-1]
    return logits.masked_fill(logits < rising[..., place : place + 1], float("-inf"))


PROBLEM = Problem(
    id="top-k-filter",
    entries=(top_k_filter,),
    cases=cases,
    grad=False,  # one decodes under no_grad, and what -inf passes back is a matter of taste
    slips=(
        Slip(
            "second-axis",
            "logits.topk(min(k, logits.shape[-1]), dim=-1).values  # (...,k), largest first\n    least = best[..., -1:]",
            "logits.topk(min(k, logits.shape[1]), dim=1).values\n    least = best.narrow(1, best.shape[1] - 1, 1)",
            "The axis is 1, which is the vocabulary for matrices only: it is the last axis.",
        ),
        Slip(
            "one-too-few",
            "logits < least",
            "logits <= least",
            "The k-th largest itself is dropped, so that k - 1 stay: mask what is strictly below it, logits < the "
            "k-th.",
        ),
        Slip(
            "one-too-many",
            "topk(min(k, logits",
            "topk(min(k + 1, logits",
            "k + 1 stay, as where place k of the sorted row (counted from 0) is the threshold: the k-th largest is "
            "at k - 1.",
        ),
        Slip(
            "k-above-v-raises",
            "min(k, logits.shape[-1])",
            "k",
            "Your code raises where k is more than the number of tokens, as topk does; all are kept then: min(k, V).",
        ),
        Slip(
            "smallest-always-lost",
            "min(k, logits.shape[-1])",
            "min(k, max(logits.shape[-1] - 1, 1))",
            "Where k is the number of tokens or more, the smallest is lost: k is at most V, not V - 1, so that all "
            "are kept then.",
        ),
        Slip(
            "large-k-keeps-nothing",
            'return logits.masked_fill(logits < least, float("-inf"))',
            'return logits.masked_fill((logits < least) | (k > logits.shape[-1]), float("-inf"))',
            "Where k is more than the number of tokens nothing is kept: everything is then.",
        ),
        Slip(
            "large-k-keeps-the-largest",
            "best[..., -1:]",
            "best[..., -1:] if k <= logits.shape[-1] else best[..., :1]",
            "Where k is more than the number of tokens only the largest stays: all are kept then.",
        ),
        Slip(
            "smallest-kept",
            "dim=-1).values  # (...,k), largest first\n    least = best[..., -1:]  # (...,1)\n"
            "    return logits.masked_fill(logits < least",
            "dim=-1, largest=False).values\n    least = best[..., -1:]\n    return logits.masked_fill(logits > least",
            "The k smallest are kept: the k largest are asked for.",
        ),
        FunctionSlip(
            "one-too-few-below-v",
            {"top_k_filter": one_too_few_below_v},
            "Where k is below V the k-th largest itself is dropped, so that k - 1 stay: mask what is strictly below "
            "it, logits < the k-th.",
        ),
        FunctionSlip(
            "kth-smallest-below-v",
            {"top_k_filter": kth_smallest_below_v},
            "Where k is below V the threshold is the k-th smallest, as kthvalue (or place k - 1 of a rising order) "
            "gives it; it is the k-th largest.",
        ),
        FunctionSlip(
            "k-dropped",
            {"top_k_filter": k_dropped},
            "The k smallest are dropped, as where place k of a rising order is the threshold: k of the V tokens "
            "stay, so that the threshold is the k-th from the end, sorted[..., -k].",
        ),
        Slip(
            "penalty-added",
            'logits.masked_fill(logits < least, float("-inf"))',
            "logits - 1e4 * (logits < least)",
            "1e4 is taken from the other logits, which leaves them finite, and above kept ones of other rows: the "
            "spec asks for -inf.",
        ),
        Slip(
            "kth-smallest-for-threshold",
            "logits.topk(min(k, logits.shape[-1]), dim=-1).values",
            "logits.sort(dim=-1).values[..., : min(k, logits.shape[-1])]",
            "The threshold is the k-th smallest, as kthvalue (or place k - 1 of a rising order) gives it; it is the "
            "k-th largest.",
        ),
        FunctionSlip(
            "place-minus-k-plus-1",
            {"top_k_filter": minus_one_for_the_last_but},
            "k - 1 stay, and all for k = 1, as where [..., -(k - 1)] of a rising order is the threshold: that is the"
            " (k-1)-th largest, and -0 the smallest. Take [..., -k].",
        ),
        Slip(
            "largest-dropped",
            "logits < least",
            "logits >= least",
            "The k largest are dropped and the others stay: the comparison is the wrong way round.",
        ),
        Slip(
            "largest-alone",
            "best[..., -1:]",
            "best[..., :1]",
            "Only the largest stays, whatever k is: topk gives the largest first, so that the k-th is the last, "
            "[..., -1:].",
        ),
        Slip(
            "first-places-kept",
            "logits < least",
            "(torch.arange(logits.shape[-1]) >= k).expand(logits.shape)",
            "The first k places of the vocabulary are kept, as where a mask in sorted order is not brought back: "
            "compare the logits with the k-th largest, or scatter by the indices of topk.",
        ),
        FunctionSlip(
            "sorted-order-returned",
            {"top_k_filter": sorted_order},
            "The logits come back in falling order: each token keeps its place, since the place says which token it "
            "is.",
        ),
        Slip(
            "values-returned",
            'return logits.masked_fill(logits < least, float("-inf"))',
            "return best",
            "The k largest values come back without the places that they had: keep the shape (...,V), with -inf "
            "elsewhere.",
        ),
        Slip(
            "indices-returned",
            'return logits.masked_fill(logits < least, float("-inf"))',
            "return logits.topk(min(k, logits.shape[-1]), dim=-1).indices",
            "You return which tokens are the k largest; the logits are asked for, in the shape (...,V), with -inf "
            "elsewhere.",
        ),
        Slip(
            "mask-returned",
            'logits.masked_fill(logits < least, float("-inf"))',
            "logits >= least",
            "You return which tokens stay; the logits are asked for, -inf where a token does not stay.",
        ),
        Slip(
            "probabilities-returned",
            'logits.masked_fill(logits < least, float("-inf"))',
            'logits.masked_fill(logits < least, float("-inf")).softmax(dim=-1)',
            "The renormalised probabilities are returned; the filter gives logits, -inf outside the k largest.",
        ),
        FunctionSlip(
            "log-probabilities-returned",
            {"top_k_filter": log_probabilities},
            "The kept logits are renormalised to log-probabilities; the filter leaves them as they are.",
        ),
        Slip(
            "log-softmax-of-all",
            "return logits.masked_fill",
            "return logits.log_softmax(dim=-1).masked_fill",
            "The kept logits come back as log-probabilities; the filter leaves them as they are.",
        ),
        Slip(
            "softmax-of-all",
            "return logits.masked_fill",
            "return logits.softmax(dim=-1).masked_fill",
            "The kept logits come back as probabilities; the filter leaves them as they are.",
        ),
        FunctionSlip(
            "over-the-first-axis",
            {"top_k_filter": over_the_first_axis},
            "You choose along axis 0, so that rows compete; the vocabulary is the last axis, -1.",
        ),
        FunctionSlip(
            "over-axis-1",
            {"top_k_filter": over_axis_1},
            "You choose along axis 1, which is the vocabulary for two axes alone; it is the last one, -1.",
        ),
        FunctionSlip(
            "k-of-all-rows",
            {"top_k_filter": of_all_rows},
            "k tokens of the whole tensor are kept; each row keeps k of its own.",
        ),
        FunctionSlip(
            "tokens-of-the-first-row",
            {"top_k_filter": tokens_of_the_first_row},
            "The tokens that the first row keeps are kept in every row: each row has its own k largest.",
        ),
        FunctionSlip(
            "threshold-of-the-first-row",
            {"top_k_filter": threshold_of_the_first_row},
            "The k-th largest of the first row is the threshold for all rows: each has its own, best[..., -1:].",
        ),
        Slip(
            "lowest-threshold-for-all",
            "best[..., -1:]",
            "best[..., -1:].min()",
            "One threshold serves all rows, the lowest of their k-th largest: each row has its own, best[..., -1:].",
        ),
        Slip(
            "highest-threshold-for-all",
            "best[..., -1:]",
            "best[..., -1:].max()",
            "One threshold serves all rows, the highest of their k-th largest: each row has its own, best[..., -1:].",
        ),
        Slip(
            "axis-of-the-threshold-lost",
            "best[..., -1:]",
            "best[..., -1]",
            "The threshold has lost its axis: (B,) against (B,V) is compared along the vocabulary (or raises), row "
            "against row only with best[..., -1:] or keepdim.",
        ),
        FunctionSlip(
            "different-values",
            {"top_k_filter": different_values},
            "k different values are kept, equal ones counted once: each token counts, so sort or topk without unique.",
        ),
        FunctionSlip(
            "by-probability",
            {"top_k_filter": by_probability},
            "Too much stays where one token has all the probability, as where probabilities are compared that "
            "underflow to 0 and are equal then: compare the logits.",
        ),
        FunctionSlip(
            "places-by-probability",
            {"top_k_filter": places_by_probability},
            "Where one token has all the probability any others stay beside it, as where probabilities are sorted "
            "that underflow to 0 and are equal then: sort the logits.",
        ),
        FunctionSlip(
            "by-probability-without-a-maximum",
            {"top_k_filter": by_probability_without_a_maximum},
            "exp of a large logit overflows, and nothing below NaN or among zeros is dropped: compare the logits; no "
            "probability is needed.",
        ),
        Slip(
            "by-magnitude",
            "logits.topk(min(k, logits.shape[-1]), dim=-1).values  # (...,k), largest first\n"
            "    least = best[..., -1:]  # (...,1)\n    return logits.masked_fill(logits < least",
            "logits.abs().topk(min(k, logits.shape[-1]), dim=-1).values\n"
            "    least = best[..., -1:]\n    return logits.masked_fill(logits.abs() < least",
            "The k largest in magnitude are kept; a logit far below 0 is an unlikely token: compare without abs.",
        ),
        Slip(
            "mask-times-infinity",
            'logits.masked_fill(logits < least, float("-inf"))',
            'logits + (logits < least) * float("-inf")',
            "0 * -inf is NaN: a mask that is multiplied by -inf spoils the kept logits, too. Use masked_fill, or "
            "torch.where.",
        ),
        Slip(
            "multiplied-by-the-mask",
            'logits.masked_fill(logits < least, float("-inf"))',
            "logits * (logits >= least)",
            "The other logits become 0, which still has weight exp(0), and more than those below 0: fill with -inf.",
        ),
        *(
            Slip(
                f"filled-with-minus-{size}",
                'float("-inf")',
                f"-{size}",
                f"The other logits are -{size}, a number that a kept one can go below: the spec asks for -inf.",
            )
            for size in ("100.0", "1e3", "1e4", "1e5", "1e6", "1e8", "1e9", "1e10", "1e30")
        ),
        Slip(
            "filled-with-the-lowest-number",
            'float("-inf")',
            "torch.finfo(logits.dtype).min",
            "The other logits are the lowest number of their type; the spec asks for -inf.",
        ),
    ),
)
