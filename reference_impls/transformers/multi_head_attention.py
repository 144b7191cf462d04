"""Multi-head self-attention as a module (Vaswani et al. 2017, arXiv:1706.03762, section 3.2.2).

    MultiHead(x) = Concat(head_1, ..., head_H) W^O,   head_h = softmax(Q_h K_hᵀ / √d_k) V_h,   d_k = D / H

One linear map of width 3D computes all queries, then all keys, then all values; head h is the h-th slice of d_k channels
inside each. 4D² + 4D parameters, whatever the number of heads.

Shapes: x (B,T,D); mask broadcastable to (B,H,T,T), 0 or False = may not attend.
Returns: (B,T,D).
"""

import math
from collections.abc import Iterator
from functools import partial

import torch
from torch import Tensor, nn

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, Slip, World, expect, module_case


class MultiHeadAttention(nn.Module):
    """Self-attention with H heads. Raises: ValueError if d_model is not a multiple of n_heads."""

    def __init__(self, d_model: int, n_heads: int) -> None:
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError(f"d_model {d_model} is not divisible by n_heads {n_heads}")
        self.n_heads = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x: Tensor, mask: Tensor | None = None) -> Tensor:
        """Every token attends to the tokens that its row of the mask allows."""
        B, T, D = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)  # (B,T,D) each
        q, k, v = (z.reshape(B, T, self.n_heads, -1).transpose(1, 2) for z in (q, k, v))  # (B,H,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,T)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).reshape(B, T, D))
        return y


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "MultiHeadAttention"


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every token sees at least itself."""
    return draw.booleans(*shape, p=0.5) | torch.eye(shape[-1], dtype=torch.bool)


def causal(_: Draw) -> Tensor:
    """The mask of five tokens that see themselves and the past."""
    return torch.ones(5, 5, dtype=torch.bool).tril()


def padding(_: Draw) -> Tensor:
    """Zeros and ones: the keys of two sequences of lengths 3 and 5."""
    return (torch.arange(5) < torch.tensor([3, 5])[:, None]).long()[:, None, None, :]


def large_scores(world: World, draw: Draw, *, hide: bool = False) -> Iterator[Observation]:
    """Scores up to 1800, the two best of a row at least 200 apart: one key wins in any arithmetic.

    hide: whether each token is twelve times as long and sees those alone that point away from it: scores of -28,800 and
    below, beside hidden ones of as much and more.
    """
    D, T = 8, 6
    built = world.new(ENTRY, D, 2)
    eye = torch.eye(D, dtype=torch.float64)
    qkv = torch.cat([eye, eye, torch.zeros(D, D)]).to(torch.float64)
    qkv[2 * D :] = torch.randint(-2, 3, (D, D), generator=torch.Generator().manual_seed(draw.integer(0, 10**6)))
    weights = {"qkv.weight": draw.floating(qkv), "qkv.bias": draw.floating(torch.zeros(3 * D))}
    world.load(built, {**weights, "out.weight": draw.normal(D, D), "out.bias": draw.normal(D)})
    sizes = torch.tensor([[-30.0, -20.0, -10.0, 10.0, 20.0, 30.0][i] for i in draw.permutation(T)]) * (
        12 if hide else 1
    )
    signs = 2.0 * draw.booleans(D) - 1
    x = draw.floating(sizes[:, None] * signs)[None]
    yield "result", world.call(built, x, sizes[:, None] * sizes < 0) if hide else world.call(built, x)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield module_case("two heads, two tokens", ENTRY, (4, 2), lambda d: d.normal(1, 2, 4))
    yield module_case("batch, three heads of width four", ENTRY, (12, 3), lambda d: d.normal(2, 5, 12))
    yield module_case("more heads than channels in a head", ENTRY, (8, 4), lambda d: d.normal(3, 6, 8))
    yield module_case("one head", ENTRY, (6, 1), lambda d: d.normal(2, 4, 6))
    yield module_case("causal mask", ENTRY, (12, 3), lambda d: d.normal(2, 5, 12), mask=causal)
    yield module_case("mask of ones and zeros for padding", ENTRY, (6, 3), lambda d: d.normal(2, 5, 6), mask=padding)
    yield module_case(
        "mask for each sample, as many samples as heads",
        ENTRY,
        (6, 3),
        lambda d: d.normal(3, 4, 6),
        mask=lambda d: visible(d, 3, 1, 4, 4),
    )
    yield module_case(
        "mask for each head, given by position",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 4, 6),
        lambda d: visible(d, 3, 2, 4, 4),
    )
    yield module_case(
        "mask of three axes, as many samples as heads",
        ENTRY,
        (6, 3),
        lambda d: d.normal(3, 4, 6),
        mask=lambda d: visible(d, 3, 4, 4),
    )
    yield module_case(
        "float mask, as many samples as tokens",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 3, 6),
        mask=lambda d: visible(d, 3, 3).float(),
    )
    yield Scenario("large scores", large_scores)
    yield Scenario("large scores, the largest hidden", partial(large_scores, hide=True))


def attention_is_written_out(world: World, draw: Draw) -> None:
    ran = world.trace(world.new(ENTRY, 4, 2), draw.normal(1, 3, 4)).operators
    fused = sorted(name for name in ran if "scaled_dot_product" in name or "multi_head_attention" in name)
    expect(not fused, f"write the attention out; your code runs {', '.join(fused)}", "fused")


def odd_widths_are_refused(world: World, _: Draw) -> None:
    for d_model, n_heads in ((10, 4), (2, 4)):
        raised = (world.raised(ENTRY, d_model, n_heads) or "").split("<")
        message = f"MultiHeadAttention({d_model}, {n_heads}) has to raise AssertionError or ValueError"
        expect("AssertionError" in raised or "ValueError" in raised, message, "not-refused")


PROBLEM = Problem(
    id="multi-head-attention",
    entries=(MultiHeadAttention,),
    cases=cases,
    laws=(
        Law("d_model that n_heads does not divide is refused", odd_widths_are_refused),
        Law("the attention is written out", attention_is_written_out),
    ),
    slips=(
        Slip(
            "three-axes-for-each-sample",
            "mask == 0",
            "(mask if mask.ndim != 3 else mask.unsqueeze(1)) == 0",
            "A mask of three axes is taken as (B, T, T); it broadcasts to (B, H, T, T), so that its first axis is the heads'.",
        ),
        Slip(
            "scale-by-d-model",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(D)",
            "The scores are divided by sqrt(d_model); each head's dot product has d_model/n_heads terms, so sqrt(d_k).",
        ),
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d_k) gives.",
        ),
        Slip(
            "heads-by-view",
            "reshape(B, T, self.n_heads, -1).transpose(1, 2)",
            "reshape(B, self.n_heads, T, -1)",
            "(B,T,D) is reshaped straight to (B,H,T,d_k), which mixes tokens with channels: split the channels first, "
            "(B,T,H,d_k), then transpose.",
        ),
        Slip(
            "heads-by-view-and-back",
            """z.reshape(B, T, self.n_heads, -1).transpose(1, 2) for z in (q, k, v))  # (B,H,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,T)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).reshape""",
            """z.reshape(B, self.n_heads, T, -1) for z in (q, k, v))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v
        y: Tensor = self.out(heads.reshape""",
            "(B,T,D) is reshaped straight to (B,H,T,d_k), which mixes tokens with channels, and the heads straight back: split "
            "the channels first, (B,T,H,d_k), then transpose, and transpose back before you merge them.",
        ),
        Slip(
            "heads-interleaved",
            "reshape(B, T, self.n_heads, -1).transpose(1, 2)",
            "reshape(B, T, -1, self.n_heads).permute(0, 3, 1, 2)",
            "Head h takes every H-th channel; here a head is a contiguous slice of d_k channels: view (B,T,H,d_k).",
        ),
        Slip(
            "heads-interleaved-throughout",
            """z.reshape(B, T, self.n_heads, -1).transpose(1, 2) for z in (q, k, v))  # (B,H,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,T)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).reshape""",
            """z.reshape(B, T, -1, self.n_heads).permute(0, 3, 1, 2) for z in (q, k, v))  # (B,H,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,T)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.permute(0, 2, 3, 1).reshape""",
            "Head h takes every H-th channel, and the heads are merged in the same way; here a head is a contiguous slice of "
            "channels: view (B,T,H,dk).",
        ),
        Slip(
            "qkv-for-each-head",
            "q, k, v = self.qkv(x).chunk(3, dim=-1)",
            "q, k, v = self.qkv(x).reshape(B, T, self.n_heads, 3, -1).unbind(3)",
            "The rows of qkv are read head by head (q, k, v of head 1, then of head 2, ...); the order here is all of "
            "q, then all of k, then all of v.",
        ),
        Slip(
            "concat-without-transpose",
            "heads.transpose(1, 2).reshape(B, T, D)",
            "heads.reshape(B, T, D)",
            "The heads are reshaped to (B,T,D) without being transposed back, which mixes tokens with heads.",
        ),
        Slip(
            "swaps-q-and-k", "q, k, v = self", "k, q, v = self", "Queries and keys are swapped: the rows are q, then k."
        ),
        Slip(
            "softmax-over-queries",
            "softmax(dim=-1)",
            "softmax(dim=-2)",
            "The softmax runs over the queries; each query needs a distribution over the keys (the last axis).",
        ),
        Slip("mask-ignored", "mask is not None", "False", "The mask has no effect."),
        Slip(
            "mask-inverted",
            "mask == 0",
            "mask != 0",
            "The mask is read as in nn.MultiheadAttention, True = hidden; here 0 or False means 'may not attend'.",
        ),
        Slip(
            "mask-added",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "scores + mask",
            "The ones and zeros of the mask are added to the scores; a hidden score has to become -inf.",
        ),
        Slip(
            "numbers-of-the-mask-added",
            'scores.masked_fill(mask == 0, float("-inf"))',
            'scores.masked_fill(~mask, float("-inf")) if mask.dtype == torch.bool else scores + mask',
            "A mask of ones and zeros is added to the scores, as the library's attention takes numbers for a bias; here 0 hides, "
            "in numbers as in booleans.",
        ),
        Slip(
            "no-output-projection",
            "self.out(heads.transpose(1, 2).reshape(B, T, D))",
            "heads.transpose(1, 2).reshape(B, T, D)",
            "The concatenated heads are returned as they are; the output projection is missing.",
        ),
        Slip(
            "any-number-of-heads",
            "d_model % n_heads != 0",
            "False",
            "A d_model that n_heads does not divide has to raise (assert, or ValueError) when the module is built.",
        ),
        Slip(
            "always-causal",
            'if mask is not None:\n            scores = scores.masked_fill(mask == 0, float("-inf"))',
            "hidden = torch.ones(T, T).tril() == 0\n        scores = scores.masked_fill(hidden if mask is None else "
            'hidden | (mask == 0), float("-inf"))',
            "The future is hidden although nobody asked for it: only the mask says what a token may not see.",
        ),
        Slip(
            "residual-added",
            "return y\n",
            "return y + x\n",
            "The input is added to the result; the module is attention alone, the residual is its user's.",
        ),
        Slip(
            "weights-returned-too",
            "return y\n",
            "return y, scores.softmax(dim=-1)  # type: ignore[return-value]\n",
            "The weights come back beside the output; the output alone is asked for.",
        ),
        Slip(
            "one-head",
            "self.n_heads = n_heads",
            "self.n_heads = 1",
            "Your output is that of one wide head: n_heads has no effect. Split D into H heads of width D / H.",
        ),
        Slip(
            "heads-attend-to-heads",
            "(z.reshape(B, T, self.n_heads, -1).transpose(1, 2) for z in (q, k, v))",
            "(z.reshape(B, T, self.n_heads, -1) for z in (q, k, v))",
            "Without the transpose the heads of one token attend to each other: tokens have to be the last axis but "
            "one, (B,H,T,dk).",
        ),
        Slip(
            "other-parameters",
            "self.out = nn.Linear(d_model, d_model)\n",
            "self.out = nn.Linear(d_model, d_model, bias=False)\n",
            "The parameters are not those that the spec names: qkv (D to 3 D) and out (D to D), both nn.Linear with a bias.",
        ),
        Slip(
            "mask-times-infinity",
            'scores.masked_fill(mask == 0, float("-inf"))',
            'scores + (1 - mask.to(scores.dtype)) * float("-inf")',
            "0 * -inf is NaN: a mask that is multiplied by -inf spoils the visible scores, too. Use masked_fill, or "
            "torch.where.",
        ),
        Slip(
            "scale-by-number-of-heads",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(self.n_heads)",
            "The scale is the root of the number of heads; it is the root of the width of one head, D / H.",
        ),
        Slip(
            "mask-after-softmax",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n        heads = scores.softmax(dim=-1) @ v',
            "pass\n        weights = scores.softmax(dim=-1)\n        heads = (weights if mask is None else "
            "weights.masked_fill(mask == 0, 0.0)) @ v",
            "The mask is applied after the softmax, so that the weights of a row no longer sum to 1: fill the "
            "scores before it.",
        ),
        Slip(
            "mask-multiplied",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "scores * (mask != 0)",
            "Masked scores become 0, which still takes part in the softmax: exp(0) = 1. Fill them with -inf.",
        ),
        Slip(
            "values-first",
            "q, k, v = self.qkv(x).chunk",
            "v, k, q = self.qkv(x).chunk",
            "The rows are taken as v, k, q; they are all of q, then k, then v.",
        ),
        Slip(
            "maximum-over-hidden",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n        heads = scores.softmax(dim=-1) @ v',
            "pass\n        e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype)\n"
            "        e = e if mask is None else e * (mask != 0)\n        heads = e / e.sum(dim=-1, keepdim=True) @ v",
            "The maximum is taken over hidden keys, too: where one of them is far above, all visible ones underflow and the "
            "row is 0/0. Hide the scores first, then subtract the maximum.",
        ),
        Slip(
            "fill-too-small",
            'float("-inf")',
            "-1e4",
            "The hidden scores are set to a number that is not far enough below the visible ones, which may be as "
            "low: fill with -inf.",
        ),
        Slip(
            "added-fill-too-small",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "(scores - 1e4 * (mask == 0).to(scores.dtype))",
            "A number is added to the hidden scores that does not take a large one far enough below the visible ones: fill "
            "with -inf.",
        ),
        Slip(
            "float-mask-added",
            'scores.masked_fill(mask == 0, float("-inf"))',
            'scores + mask if mask.is_floating_point() else scores.masked_fill(mask == 0, float("-inf"))',
            "A float mask of ones and zeros is added to the scores, as the library's attention does: it hides nothing. Make it "
            "boolean: mask != 0.",
        ),
        Slip(
            "square-mask-for-padding",
            'scores = scores.masked_fill(mask == 0, float("-inf"))',
            "mask = mask[:, None, None, :] if mask.ndim == 2 and mask.shape[0] == B else mask\n"
            '            scores = scores.masked_fill(mask == 0, float("-inf"))',
            "A mask of two axes is taken for hidden keys of each sample, (B,T), where B and T agree; it broadcasts "
            "to (B,H,T,T), so two axes are always (T,T).",
        ),
        Slip(
            "two-axes-for-padding",
            'scores = scores.masked_fill(mask == 0, float("-inf"))',
            "mask = mask[:, None, None, :] if mask.ndim == 2 else mask\n"
            '            scores = scores.masked_fill(mask == 0, float("-inf"))',
            "A mask of two axes is taken for hidden keys of each sample, (B,T); it broadcasts to (B,H,T,T), so two "
            "axes are always (T,T).",
        ),
        Slip(
            "bias-of-values-left-out",
            "q, k, v = self.qkv(x).chunk(3, dim=-1)",
            "q, k, v = self.qkv(x).chunk(3, dim=-1)\n        v = v - self.qkv.bias[2 * D :]",
            "The values lack their bias, as where x is multiplied by slices of qkv.weight by hand: the last third "
            "of qkv.bias belongs to them. Call self.qkv.",
        ),
        Slip(
            "bias-of-qkv-left-out",
            "self.qkv(x).chunk",
            "(self.qkv(x) - self.qkv.bias).chunk",
            "qkv.bias is left out, as where x is multiplied by qkv.weight by hand: call self.qkv.",
        ),
        Slip(
            "bias-of-out-left-out",
            "= self.out(heads.transpose(1, 2).reshape(B, T, D))",
            "= self.out(heads.transpose(1, 2).reshape(B, T, D)) - self.out.bias",
            "out.bias is left out, as where the heads are multiplied by out.weight by hand: call self.out.",
        ),
        Slip(
            "no-maximum",
            "heads = scores.softmax(dim=-1) @ v",
            "e = scores.float().exp().to(v.dtype)\n        heads = e / e.sum(dim=-1, keepdim=True) @ v",
            "exp of a large score overflows, and a row far below 0 underflows to 0/0: subtract the row's maximum before it, or "
            "use softmax.",
        ),
        Slip(
            "no-maximum-guarded",
            "heads = scores.softmax(dim=-1) @ v",
            "e = scores.float().exp().to(v.dtype)\n        heads = e / (e.sum(dim=-1, keepdim=True) + 1e-12) @ v",
            "exp of a large score overflows, and a row far below 0 underflows to weights of 0, which what guards the division "
            "leaves: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "maximum-over-hidden-guarded",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n        heads = scores.softmax(dim=-1) @ v',
            "pass\n        e = (scores - scores.amax(dim=-1, keepdim=True)).float().exp().to(v.dtype)\n"
            "        e = e if mask is None else e * (mask != 0)\n"
            "        heads = e / e.sum(dim=-1, keepdim=True).clamp_min(1e-12) @ v",
            "The maximum is taken over hidden keys, too, as where the weights after the softmax are masked and normalised "
            "again: where a hidden key is far above, all visible ones underflow, and what guards the division leaves zeros. "
            "Hide the scores first.",
        ),
        Slip(
            "maximum-of-all-rows",
            "heads = scores.softmax(dim=-1) @ v",
            "e = (scores - scores.max()).float().exp().to(v.dtype)\n"
            "        heads = e / e.sum(dim=-1, keepdim=True) @ v",
            "One maximum is subtracted from all rows: a row far below it underflows to 0/0. Subtract each row's own, "
            "amax(dim=-1, keepdim=True).",
        ),
        Slip(
            "scores-clipped",
            "if mask is not None:",
            "scores = scores.clamp(-50.0, 50.0)\n        if mask is not None:",
            "The scores are clipped (to -50 and 50, say, so that exp stays finite), and those beyond the bound become equal: "
            "subtract the row's maximum instead, or use softmax.",
        ),
        Slip(
            "scores-clipped-above",
            "if mask is not None:",
            "scores = scores.clamp(max=50.0)\n        if mask is not None:",
            "The scores are clipped above (at 50, say, so that exp stays finite), and those beyond the bound become equal: "
            "subtract the row's maximum instead, or use softmax.",
        ),
        Slip(
            "softmax-over-heads",
            "softmax(dim=-1)",
            "softmax(dim=1)",
            "The softmax runs over the heads; each query needs a distribution over the keys (the last axis).",
        ),
        Slip(
            "scale-multiplied",
            " / math.sqrt(q.shape[-1])",
            " * math.sqrt(q.shape[-1])",
            "The scores are multiplied by sqrt(d_k): divide by it, so that their variance stays near 1.",
        ),
        Slip(
            "scale-by-d-k",
            "math.sqrt(q.shape[-1])",
            "q.shape[-1]",
            "The scores are divided by d_k instead of sqrt(d_k).",
        ),
    ),
)
