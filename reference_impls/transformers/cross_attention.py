"""Multi-head cross-attention as a module (Vaswani et al. 2017, arXiv:1706.03762, sections 3.2.2 and 3.2.3).

    CrossAttention(x, c) = Concat(head_1, ..., head_H) W^O,   head_h = softmax(Q_h K_hᵀ / √d_k) V_h,   d_k = D / H
    Q = x W^Q,   K = c W^K,   V = c W^V

Queries come from one sequence, keys and values from another, of another length and another width: an image that reads its
prompt, a decoder that reads its encoder. The output is as long and as wide as x; what x does not ask for never arrives. K
and V depend on the context alone, so a sampler computes them once for all its steps.

Shapes: x (B,T,d_model), context (B,S,d_context); mask broadcastable to (B,H,T,S), 0 or False = may not attend.
Returns: (B,T,d_model).
"""

import math
from collections.abc import Callable, Iterator
from functools import partial

import torch
from torch import Tensor, nn

from reference_impls.problem import Draw, Law, Observation, Problem, Scenario, Slip, World, expect, module_case


class CrossAttention(nn.Module):
    """Cross-attention with H heads. Raises: ValueError if d_model is not a multiple of n_heads."""

    def __init__(self, d_model: int, d_context: int, n_heads: int) -> None:
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError(f"d_model {d_model} is not divisible by n_heads {n_heads}")
        self.n_heads = n_heads
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x: Tensor, context: Tensor, mask: Tensor | None = None) -> Tensor:
        """Every token of x attends to the tokens of the context that its row of the mask allows."""
        q, k, v = self.q(x), self.k(context), self.v(context)  # (B,T,D), (B,S,D), (B,S,D)
        q, k, v = (z.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for z in (q, k, v))  # (B,H,T or S,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).flatten(-2))
        return y


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "CrossAttention"


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every query keeps at least one key, which is not always the same."""
    mask = draw.booleans(*shape, p=0.5)
    kept = draw.integers(0, shape[-1], *shape[:-1])[..., None]
    return mask.scatter(-1, kept, torch.ones_like(mask))


def padding(_: Draw) -> Tensor:
    """Zeros and ones: the keys of two contexts of lengths 3 and 7."""
    return (torch.arange(7) < torch.tensor([3, 7])[:, None]).long()[:, None, None, :]


def sequences(B: int, T: int, D: int, S: int, C: int) -> tuple[Callable[[Draw], Tensor], Callable[[Draw], Tensor]]:
    """What makes x (B,T,D) and the context (B,S,C)."""
    return lambda d: d.normal(B, T, D), lambda d: d.normal(B, S, C)


def large_scores(world: World, draw: Draw, *, hide: bool = False) -> Iterator[Observation]:
    """Scores up to 1800, the two best of a row at least 200 apart: one key wins in any arithmetic.

    hide: whether each query is sixty times as long and sees those keys alone that point away from it: scores of -12,000
    and below, beside hidden ones of as much and more.
    """
    D, T, S = 8, 4, 6
    built = world.new(ENTRY, D, D, 2)
    eye, none = torch.eye(D, dtype=torch.float64), draw.floating(torch.zeros(D))
    weights = {f"{name}.weight": draw.floating(eye) for name in ("q", "k")}
    weights |= {"v.weight": draw.floating(draw.integers(-2, 3, D, D)), "out.weight": draw.normal(D, D)}
    world.load(built, {**weights, "q.bias": none, "k.bias": none, "v.bias": none, "out.bias": draw.normal(D)})
    sizes = torch.tensor([-30.0, -20.0, -10.0, 10.0, 20.0, 30.0])
    signs = 2.0 * draw.booleans(D) - 1
    keys = sizes[draw.permutation(S)]
    queries = sizes[draw.permutation(S)[:T]] * (60 if hide else 1)
    x, context = draw.floating(queries[:, None] * signs)[None], draw.floating(keys[:, None] * signs)[None]
    yield (
        "result",
        world.call(built, x, context, queries[:, None] * keys < 0) if hide else world.call(built, x, context),
    )


def cases(_: Draw) -> Iterator[Scenario]:
    yield module_case("two heads, two queries, three keys", ENTRY, (4, 6, 2), *sequences(1, 2, 4, 3, 6))
    yield module_case("batch, three heads of width four", ENTRY, (12, 10, 3), *sequences(2, 5, 12, 7, 10))
    yield module_case("context wider than x, more queries than keys", ENTRY, (8, 14, 4), *sequences(3, 6, 8, 5, 14))
    yield module_case("one head, context as wide as x", ENTRY, (6, 6, 1), *sequences(2, 4, 6, 3, 6))
    yield module_case("as many keys as queries", ENTRY, (6, 4, 2), *sequences(2, 5, 6, 5, 4))
    yield module_case("one query, heads of width one", ENTRY, (3, 5, 3), *sequences(2, 1, 3, 4, 5))
    yield module_case("one key", ENTRY, (6, 5, 2), *sequences(2, 4, 6, 1, 5))
    yield module_case("mask of ones and zeros for padding", ENTRY, (6, 5, 3), *sequences(2, 4, 6, 7, 5), mask=padding)
    yield module_case(
        "mask for each sample, as many samples as heads",
        ENTRY,
        (6, 5, 3),
        *sequences(3, 4, 6, 5, 5),
        mask=lambda d: visible(d, 3, 1, 4, 5),
    )
    yield module_case(
        "mask for each head, given by position",
        ENTRY,
        (6, 9, 2),
        *sequences(3, 4, 6, 5, 9),
        lambda d: visible(d, 3, 2, 4, 5),
    )
    yield module_case(
        "mask of three axes, as many samples as heads",
        ENTRY,
        (6, 4, 3),
        *sequences(3, 4, 6, 5, 4),
        mask=lambda d: visible(d, 3, 4, 5),
    )
    yield module_case(
        "float mask, as many samples as queries",
        ENTRY,
        (6, 4, 2),
        *sequences(3, 3, 6, 5, 4),
        mask=lambda d: visible(d, 3, 5).float(),
    )
    yield module_case(
        "square mask, as many keys as queries",
        ENTRY,
        (8, 6, 2),
        *sequences(2, 5, 8, 5, 6),
        mask=lambda d: visible(d, 5, 5),
    )
    yield Scenario("large scores", large_scores)
    yield Scenario("large scores, the largest hidden", partial(large_scores, hide=True))


def attention_is_written_out(world: World, draw: Draw) -> None:
    ran = world.trace(world.new(ENTRY, 4, 6, 2), draw.normal(1, 3, 4), draw.normal(1, 2, 6)).operators
    fused = sorted(name for name in ran if "scaled_dot_product" in name or "multi_head_attention" in name)
    expect(not fused, f"write the attention out; your code runs {', '.join(fused)}", "fused")


def odd_widths_are_refused(world: World, _: Draw) -> None:
    for d_model, d_context, n_heads in ((10, 8, 4), (2, 4, 4)):
        raised = world.raised(ENTRY, d_model, d_context, n_heads)
        message = f"CrossAttention({d_model}, {d_context}, {n_heads}) has to raise: the heads do not divide d_model"
        expect(raised is not None, message, "not-refused")


PROBLEM = Problem(
    id="cross-attention",
    entries=(CrossAttention,),
    cases=cases,
    laws=(
        Law("d_model that n_heads does not divide is refused", odd_widths_are_refused),
        Law("the attention is written out", attention_is_written_out),
    ),
    slips=(
        Slip(
            "scaled-after-softmax",
            "heads = scores.softmax(dim=-1) @ v",
            "heads = (scores * math.sqrt(q.shape[-1])).softmax(dim=-1) / math.sqrt(q.shape[-1]) @ v",
            "The weights are divided by sqrt(d_k) after the softmax, so that they no longer sum to 1: scale the scores.",
        ),
        Slip(
            "mask-always-for-each-sample",
            "mask == 0",
            "mask.unsqueeze(1) == 0",
            "An axis for the heads is put into every mask, as if it were (B,T,S); it broadcasts to (B,H,T,S) as it is.",
        ),
        Slip(
            "mask-always-for-padding",
            "mask == 0",
            "mask[:, None, None] == 0",
            "Every mask is taken for hidden keys of each sample, (B,S); it broadcasts to (B,H,T,S) as it is.",
        ),
        Slip(
            "bitwise-not",
            "mask == 0",
            "~mask",
            "~ inverts booleans alone: of a mask of ones and zeros it makes -2 and -1. Compare with 0.",
        ),
        Slip(
            "output-of-d-context",
            "self.out = nn.Linear(d_model, d_model)\n",
            "self.out = nn.Linear(d_model, d_context)\n",
            "out maps d_model to d_context; the output is as wide as x: d_model to d_model.",
        ),
        Slip(
            "widths-exchanged",
            "d_model: int, d_context: int, n_heads",
            "d_context: int, d_model: int, n_heads",
            "d_model and d_context are exchanged: the order is (d_model, d_context, n_heads).",
        ),
        Slip(
            "scale-by-d-model",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(x.shape[-1])",
            "The scores are divided by sqrt(d_model); each head's dot product has d_model/n_heads terms, so sqrt(d_k).",
        ),
        Slip(
            "scale-by-d-context",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(context.shape[-1])",
            "The scores are divided by sqrt(d_context). Keys have been projected to d_model: each head's dot product has "
            "d_model/n_heads terms, so sqrt(d_k).",
        ),
        Slip(
            "scale-by-number-of-keys",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(k.shape[-2])",
            "The scale is the root of the number of keys; it is the root of the width of one head, d_model / n_heads.",
        ),
        Slip(
            "always-causal",
            'if mask is not None:\n            scores = scores.masked_fill(mask == 0, float("-inf"))',
            "hidden = torch.ones(scores.shape[-2:]).tril() == 0\n        scores = scores.masked_fill(hidden if mask is None "
            'else hidden | (mask == 0), float("-inf"))',
            "Later tokens of the context are hidden although nobody asked for it: the two sequences have no common order, and "
            "only the mask says what a token may not see.",
        ),
        Slip(
            "heads-not-transposed-back",
            "heads.transpose(1, 2).flatten(-2)",
            "heads.reshape(*x.shape)",
            "The heads are reshaped to (B,T,d_model) without being transposed back, which mixes tokens with heads.",
        ),
        Slip(
            "any-number-of-heads",
            "d_model % n_heads != 0",
            "False",
            "A d_model that n_heads does not divide has to raise when the module is built.",
        ),
        Slip(
            "width-of-the-context-checked",
            "if d_model % n_heads != 0:",
            "if d_model % n_heads != 0 or d_context % n_heads != 0:",
            "A d_context that n_heads does not divide is refused: k and v project it to d_model, and that alone is split.",
        ),
        Slip(
            "other-parameters",
            "self.out = nn.Linear(d_model, d_model)\n",
            "self.out = nn.Linear(d_model, d_model, bias=False)\n",
            "The parameters are not those that the spec names: q and out (d_model to d_model), k and v (d_context to d_model), "
            "all nn.Linear with a bias.",
        ),
        Slip(
            "keys-and-values-of-d-model",
            "self.k = nn.Linear(d_context, d_model)\n        self.v = nn.Linear(d_context, d_model)",
            "self.k = nn.Linear(d_model, d_model)\n        self.v = nn.Linear(d_model, d_model)",
            "k and v map d_model to d_model, as in self-attention: they read the context, which is d_context wide.",
        ),
        Slip(
            "roles-exchanged",
            "self.q(x), self.k(context), self.v(context)",
            "self.q(context), self.k(x), self.v(x)",
            "The queries are taken from the context, keys and values from x: it is x that asks, and the output has its length.",
        ),
        Slip(
            "length-of-x-for-all",
            "z.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for",
            "z.reshape(*x.shape[:2], self.n_heads, x.shape[-1] // self.n_heads).transpose(1, 2) for",
            "Keys and values are shaped with the length of x: the context has one of its own, S.",
        ),
        Slip(
            "mask-transposed",
            "mask == 0",
            "mask.transpose(-2, -1) == 0",
            "The last two axes of the mask are exchanged: its rows belong to queries (T), its columns to keys (S).",
        ),
        Slip(
            "keys-for-values",
            "self.v(context)  #",
            "self.k(context)  #",
            "The keys are mixed; the weights mix the values, v(context).",
        ),
        Slip(
            "keys-and-values-exchanged",
            "self.k(context), self.v(context)",
            "self.v(context), self.k(context)",
            "Keys and values are exchanged: the scores are those of q with k, what is mixed is v.",
        ),
        Slip(
            "bias-of-q-left-out",
            "= self.q(x), ",
            "= self.q(x) - self.q.bias, ",
            "q.bias is left out, as where x is multiplied by q.weight by hand: call self.q.",
        ),
        Slip(
            "bias-of-v-left-out",
            "self.v(context)  #",
            "self.v(context) - self.v.bias  #",
            "v.bias is left out, as where the context is multiplied by v.weight by hand: call self.v.",
        ),
        Slip(
            "biases-of-projections-left-out",
            "= self.q(x), self.k(context), self.v(context)",
            "= self.q(x) - self.q.bias, self.k(context) - self.k.bias, self.v(context) - self.v.bias",
            "The biases of q, k and v are left out, as where the inputs are multiplied by the weights by hand: call the layers.",
        ),
        Slip(
            "weights-averaged-over-heads",
            "heads = scores.softmax(dim=-1) @ v",
            "heads = scores.softmax(dim=-1).mean(dim=1, keepdim=True) @ v",
            "All heads mix with the average of their weights: each head has its own.",
        ),
        Slip(
            "scores-not-normalised",
            "heads = scores.softmax(dim=-1) @ v",
            "heads = scores @ v",
            "The values are mixed with the scores; they have to be mixed with the weights, after the softmax.",
        ),
        Slip(
            "sigmoid-for-softmax",
            "heads = scores.softmax(dim=-1) @ v",
            "heads = scores.sigmoid() @ v",
            "Each score goes through a sigmoid by itself; the softmax makes one distribution over the keys of each query.",
        ),
        Slip(
            "three-axes-for-each-sample",
            "mask == 0",
            "(mask if mask.ndim != 3 else mask.unsqueeze(1)) == 0",
            "A mask of three axes is taken as (B, T, S); it broadcasts to (B, H, T, S), so that its first axis is the heads'.",
        ),
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d_k) gives.",
        ),
        Slip(
            "heads-by-view",
            "unflatten(-1, (self.n_heads, -1)).transpose(1, 2)",
            "reshape(len(z), self.n_heads, -1, z.shape[-1] // self.n_heads)",
            "(B,T,d_model) is reshaped straight to (B,H,T,d_k), which mixes tokens with channels: split the channels first, "
            "(B,T,H,d_k), then transpose.",
        ),
        Slip(
            "heads-by-view-and-back",
            """z.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for z in (q, k, v))  # (B,H,T or S,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).flatten(-2)""",
            """z.reshape(len(z), self.n_heads, -1, z.shape[-1] // self.n_heads) for z in (q, k, v))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v
        y: Tensor = self.out(heads.reshape(*x.shape)""",
            "(B,T,d_model) is reshaped straight to (B,H,T,d_k), which mixes tokens with channels, and the heads straight "
            "back: split the channels first, (B,T,H,d_k), then transpose, and transpose back before you merge them.",
        ),
        Slip(
            "heads-interleaved",
            "unflatten(-1, (self.n_heads, -1)).transpose(1, 2)",
            "unflatten(-1, (-1, self.n_heads)).permute(0, 3, 1, 2)",
            "Head h takes every H-th channel; here a head is a contiguous slice of d_k channels: view (B,T,H,d_k).",
        ),
        Slip(
            "heads-interleaved-throughout",
            """z.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for z in (q, k, v))  # (B,H,T or S,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).flatten""",
            """z.unflatten(-1, (-1, self.n_heads)).permute(0, 3, 1, 2) for z in (q, k, v))  # (B,H,T or S,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.permute(0, 2, 3, 1).flatten""",
            "Head h takes every H-th channel, and the heads are merged in the same way; here a head is a contiguous slice of "
            "channels: view (B,T,H,dk).",
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
            "self.out(heads.transpose(1, 2).flatten(-2))",
            "heads.transpose(1, 2).flatten(-2)",
            "The concatenated heads are returned as they are; the output projection is missing.",
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
            "Your output is that of one wide head: n_heads has no effect. Split d_model into H heads of width d_model / H.",
        ),
        Slip(
            "heads-attend-to-heads",
            """.transpose(1, 2) for z in (q, k, v))  # (B,H,T or S,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,H,T,S)
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,H,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).flatten(-2))""",
            """ for z in (q, k, v))
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
        if mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v
        y: Tensor = self.out(heads.flatten(-2))""",
            "Without the transpose the heads of one token attend to each other: tokens have to be the last axis but "
            "one, (B,H,T,dk).",
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
            "The scale is the root of the number of heads; it is the root of the width of one head, d_model / H.",
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
            "A mask of two axes is taken for hidden keys of each sample, (B,S), where B and T agree; it broadcasts "
            "to (B,H,T,S), so two axes are always (T,S).",
        ),
        Slip(
            "two-axes-for-padding",
            'scores = scores.masked_fill(mask == 0, float("-inf"))',
            "mask = mask[:, None, None, :] if mask.ndim == 2 else mask\n"
            '            scores = scores.masked_fill(mask == 0, float("-inf"))',
            "A mask of two axes is taken for hidden keys of each sample, (B,S); it broadcasts to (B,H,T,S), so two "
            "axes are always (T,S).",
        ),
        Slip(
            "bias-of-out-left-out",
            "= self.out(heads.transpose(1, 2).flatten(-2))",
            "= self.out(heads.transpose(1, 2).flatten(-2)) - self.out.bias",
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
