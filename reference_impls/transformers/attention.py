"""Scaled dot-product attention (Vaswani et al. 2017, arXiv:1706.03762, eq. 1).

    Attention(Q, K, V) = softmax(Q Kᵀ / √d) V

Each query row gets one distribution over the keys; its output is that mixture of the value rows. Where the components
of queries and keys are independent, with mean 0 and variance 1, scores have variance d, and a softmax of large scores is
nearly one-hot, with vanishing gradients: hence √d.

Shapes: q (B,H,T,d), k (B,H,S,d), v (B,H,S,dv); mask broadcastable to (B,H,T,S), 0 or False = may not attend.
Returns: out (B,H,T,dv), attn (B,H,T,S).
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor

from reference_impls.problem import Broken, Case, Draw, Law, Problem, Slip, World, expect_close


def attention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
    """softmax(q kᵀ / √d) v, and the attention weights."""
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
    if mask is not None:
        scores = scores.masked_fill(mask == 0, float("-inf"))
    attn = scores.softmax(dim=-1)
    return attn @ v, attn


# ----------------------------------------------------------------------------------------------------------------------


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every row keeps at least one key."""
    mask = draw.booleans(*shape, p=0.6)
    mask[..., 0] = True
    return mask


def far_apart(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor]:
    """Scores up to 1e4 of both signs, the two best of a row thousands apart: one key wins in any arithmetic.

    All products are integers that float32 has exactly.
    """
    direction = 2.0 * draw.booleans(4).double() - 1
    a = torch.tensor([[50.0, -70.0, 90.0, -60.0][i % 4] for i in range(T)], dtype=torch.float64)
    b = 25 * (torch.tensor([draw.permutation(S) for _ in range(2)], dtype=torch.float64) - S // 2)  # (H,S)
    q = (a[:, None] * direction).expand(1, 2, T, 4)
    k = (b[..., None] * direction)[None]  # the score is 2 a b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3)


def far_below(draw: Draw, T: int, S: int) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Visible scores of exactly -1e4 beside masked keys with larger ones: a fill has to be far below all of them."""
    direction = 2.0 * draw.booleans(4).double() - 1
    q = (100 * direction).expand(1, 2, T, 4)
    mask = torch.arange(S) % 2 == draw.integer(0, 1)
    b = torch.where(mask, -50.0, draw.integers(-40, 40, 2, S).double())  # (H,S)
    k = (b[..., None] * direction)[None]  # the score is 200 b
    return draw.floating(q), draw.floating(k), draw.normal(1, 2, S, 3), mask


def cases(draw: Draw) -> Iterator[Case]:
    yield Case(
        "one head, two queries, three keys", (draw.normal(1, 1, 2, 4), draw.normal(1, 1, 3, 4), draw.normal(1, 1, 3, 5))
    )
    q, k, v = draw.normal(2, 3, 5, 8), draw.normal(2, 3, 7, 8), draw.normal(2, 3, 7, 6)
    yield Case("batch and heads, T != S, d != dv", (q, k, v))
    yield Case("boolean mask for each batch and head", (q, k, v, visible(draw, 2, 3, 5, 7)))
    yield Case("mask of ones and zeros, broadcast over heads", (q, k, v), {"mask": visible(draw, 2, 1, 5, 7).long()})
    yield Case("key padding mask", (q, k, v), {"mask": visible(draw, 2, 1, 1, 7)})
    square = draw.normal(2, 2, 6, 4)
    causal = torch.ones(6, 6).tril() == 1
    yield Case("causal mask", (square, draw.normal(2, 2, 6, 4), draw.normal(2, 2, 6, 4), causal))
    yield Case("float mask", (q, k, v), {"mask": visible(draw, 5, 7).float()}, constant=("mask",))
    none = draw.floating(torch.zeros(2, 3, 1, 8))  # its scores are 0, as what is multiplied by a mask would be
    zero_first = torch.cat([none, q[:, :, 1:]], dim=2)
    yield Case("mask for each head, a query of zeros", (zero_first, k, v, visible(draw, 3, 5, 7)), constant=("q",))
    yield Case("scores near 1e4", far_apart(draw, 4, 5), constant=("q", "k"))
    yield Case("scores of -1e4 beside masked keys", far_below(draw, 4, 6), constant=("q", "k"))
    half = (draw.normal(1, 2, 4, 8), draw.normal(1, 2, 6, 8), draw.normal(1, 2, 6, 5), visible(draw, 1, 1, 4, 6))
    yield Case("half precision with a mask", half, dtypes=(torch.float16,), grad=False)


def rows_are_distributions(world: World, draw: Draw) -> None:
    q, k, v = draw.normal(2, 2, 3, 4), draw.normal(2, 2, 5, 4), draw.normal(2, 2, 5, 6)
    result = world.call("attention", q, k, v)
    if not isinstance(result, tuple | list) or len(result) != 2:
        raise Broken("return two values, (out, attn)", "two-values")
    expect_close(torch.as_tensor(result[1]).sum(-1), torch.ones(2, 2, 3), "each row of attn sums to 1", "rows-sum")


PROBLEM = Problem(
    id="attention",
    entries=(attention,),
    cases=cases,
    laws=(Law("each query has one distribution over the keys", rows_are_distributions),),
    slips=(
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d) gives.",
        ),
        Slip("scale-by-d", "math.sqrt(q.shape[-1])", "q.shape[-1]", "The scores are divided by d instead of sqrt(d)."),
        Slip(
            "scale-by-dv",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(v.shape[-1])",
            "The scale uses the width of v; it belongs to q and k: sqrt(d).",
        ),
        Slip(
            "softmax-over-queries",
            "softmax(dim=-1)",
            "softmax(dim=-2)",
            "The softmax runs over the queries; each query needs a distribution over the keys (the last axis).",
        ),
        Slip(
            "mask-inverted",
            "mask == 0",
            "mask != 0",
            "The mask is read the other way round: 0 or False means 'may not attend'.",
        ),
        Slip("mask-ignored", "mask is not None", "False", "Your output is what attention without the mask gives."),
        Slip(
            "mask-after-softmax",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n    attn = scores.softmax(dim=-1)',
            "pass\n    attn = scores.softmax(dim=-1)\n    attn = attn if mask is None else attn.masked_fill(mask == 0, 0.0)",
            "The mask is applied after the softmax, so the rows no longer sum to 1: fill the scores with -inf before it.",
        ),
        Slip(
            "mask-multiplied",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "scores * (mask != 0)",
            "Masked scores become 0, which still takes part in the softmax: exp(0) = 1. Fill them with -inf.",
        ),
        Slip(
            "mask-added",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "scores + mask",
            "The mask of ones and zeros is added to the scores, which hides nothing: fill with -inf where it is 0.",
        ),
        Slip(
            "booleans-inverted",
            'mask == 0, float("-inf")',
            'mask if mask.dtype == torch.bool else mask == 0, float("-inf")',
            "A boolean mask is read as in nn.MultiheadAttention, True = hidden; here False means 'may not attend', like 0.",
        ),
        Slip(
            "fill-too-small",
            'float("-inf")',
            "-1e4",
            "Masked scores are set to -1e4; beside visible scores near -1e4 they still get weight. Fill with -inf.",
        ),
        Slip(
            "no-maximum",
            "attn = scores.softmax(dim=-1)",
            "attn = scores.exp() / scores.exp().sum(dim=-1, keepdim=True)",
            "exp of a large score overflows: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "returns-scores",
            "return attn @ v, attn",
            "return attn @ v, scores",
            "The second value is the scores before the softmax; return the weights after it.",
        ),
        Slip(
            "mask-times-infinity",
            'scores.masked_fill(mask == 0, float("-inf"))',
            'scores + (1 - mask.to(scores.dtype)) * float("-inf")',
            "0 * -inf is NaN: a mask that is multiplied by -inf spoils the visible scores, too. Use masked_fill, or "
            "torch.where.",
        ),
        Slip(
            "fill-far-too-small",
            'float("-inf")',
            "-100.0",
            "The hidden scores are set to a number that is not far enough below the visible ones, which may be as "
            "low: fill with -inf.",
        ),
        Slip(
            "scale-by-number-of-keys",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(k.shape[-2])",
            "The scale is the root of the number of keys; it is the root of the width d of a query: sqrt(q.shape[-1]).",
        ),
        Slip(
            "scale-by-number-of-heads",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(q.shape[1])",
            "The scale is the root of the number of heads; it is the root of the width d of a query: sqrt(q.shape[-1]).",
        ),
        Slip(
            "scale-multiplied",
            " / math.sqrt(q.shape[-1])",
            " * math.sqrt(q.shape[-1])",
            "The scores are multiplied by sqrt(d): divide by it, so that their variance stays near 1.",
        ),
        Slip(
            "scaled-after-softmax",
            "attn = scores.softmax(dim=-1)",
            "attn = (scores * math.sqrt(q.shape[-1])).softmax(dim=-1) / math.sqrt(q.shape[-1])",
            "The weights are divided by sqrt(d) after the softmax, so that they no longer sum to 1: scale the "
            "scores before it.",
        ),
        Slip(
            "maximum-of-all-rows",
            "attn = scores.softmax(dim=-1)",
            "e = (scores - scores.max()).exp()\n    attn = e / e.sum(dim=-1, keepdim=True)",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0. Subtract each row's "
            "own, amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "always-causal",
            "if mask is not None:\n",
            "if mask is None:\n        T, S = scores.shape[-2:]\n        scores = scores.masked_fill(torch.ones(T, "
            'S).tril(S - T) == 0, float("-inf"))\n    else:\n',
            "Without a mask you hide the future; it is the mask alone that says what is hidden.",
        ),
        Slip(
            "output-divided-too",
            "return attn @ v, attn",
            "return attn @ v / math.sqrt(q.shape[-1]), attn",
            "The output is divided by sqrt(d), too; only the scores are.",
        ),
        Slip(
            "values-before-softmax",
            "return attn @ v, attn",
            "return scores @ v, attn",
            "The values are mixed with the scores; they have to be mixed with the weights, after the softmax.",
        ),
        Slip(
            "normalised-by-the-sum",
            "attn = scores.softmax(dim=-1)",
            "attn = scores / scores.sum(dim=-1, keepdim=True)",
            "The scores are divided by their sum without exp: that is no softmax, and weights may be negative.",
        ),
        Slip(
            "weights-averaged-over-heads",
            "return attn @ v, attn",
            "return attn @ v, attn.mean(dim=1)",
            "The weights are averaged over the heads, as nn.MultiheadAttention gives them; each head's own are "
            "asked for, (B,H,T,S).",
        ),
        Slip(
            "sigmoid-for-softmax",
            "attn = scores.softmax(dim=-1)",
            "attn = scores.sigmoid()",
            "Each score goes through a sigmoid by itself; the softmax makes one distribution over the keys of each query.",
        ),
        Slip(
            "maximum-over-hidden",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n    attn = scores.softmax(dim=-1)',
            "pass\n    e = (scores - scores.amax(dim=-1, keepdim=True)).exp()\n    e = e if mask is None else e * (mask != 0)\n"
            "    attn = e / e.sum(dim=-1, keepdim=True)",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow and the "
            "row is 0/0. Hide the scores first, then subtract the maximum.",
        ),
        Slip(
            "added-fill-too-small",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "scores + (mask == 0).to(scores.dtype) * -1e4",
            "-1e4 is added to the hidden scores, which leaves a large one above visible ones near -1e4. Fill with -inf.",
        ),
        Slip(
            "float-mask-added",
            'scores.masked_fill(mask == 0, float("-inf"))',
            'scores + mask if mask.is_floating_point() else scores.masked_fill(mask == 0, float("-inf"))',
            "A float mask of ones and zeros is added to the scores, as the library's attention does: it hides nothing. Make it "
            "boolean: mask != 0.",
        ),
        Slip(
            "maximum-over-hidden-and-bounded",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n    attn = scores.softmax(dim=-1)',
            "pass\n    e = (scores - scores.amax(dim=-1, keepdim=True)).exp()\n"
            "    e = e if mask is None else e * (mask != 0)\n    attn = e / (e.sum(dim=-1, keepdim=True) + 1e-12)",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones "
            "underflow, and the row's weights are 0, no distribution. Hide the scores first, then subtract the maximum.",
        ),
        Slip(
            "no-maximum-and-bounded",
            "attn = scores.softmax(dim=-1)",
            "attn = scores.exp() / (scores.exp().sum(dim=-1, keepdim=True) + 1e-12)",
            "exp of a large score overflows, and a row far below 0 underflows to weights of 0: subtract the row's maximum "
            "before it, or use softmax.",
        ),
        Slip(
            "scores-clamped",
            " / math.sqrt(q.shape[-1])",
            " / math.sqrt(q.shape[-1])\n    scores = scores.clamp(-50, 50)",
            "The scores are clamped (to -50 and 50, say, so that exp stays finite), and those beyond the bound "
            "become equal: subtract the row's maximum instead, or use softmax.",
        ),
        Slip(
            "clamped-with-the-hidden",
            "attn = scores.softmax",
            "attn = scores.clamp(-50, 50).softmax",
            "The scores are clamped (to -50 and 50, say), hidden ones with them, as where the mask comes first: those beyond "
            "the bound become equal, and hidden ones rise to it. Clamp nothing: softmax subtracts the row's maximum.",
        ),
        Slip(
            "clamped-from-above",
            "attn = scores.softmax(dim=-1)",
            "e = scores.clamp(max=50).exp()\n    attn = e / e.sum(dim=-1, keepdim=True)",
            "The scores are clamped from above (to 50, say, so that exp stays finite): those beyond become equal, "
            "and a row far below 0 still underflows to 0/0. Subtract the row's maximum instead, or use softmax.",
        ),
    ),
)
