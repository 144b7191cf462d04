"""One block of GPT-2 (Radford et al. 2019, section 2.3; pre-norm analysed in Xiong et al. 2020, arXiv:2002.04745).

    x ← x + Attn(LN1(x)),   x ← x + FFN(LN2(x)),   FFN(z) = W2 GELU(W1 z + b1) + b2

The norms stand on the branches and the stream itself is never normalised, so an identity path runs through all
layers; after the last block a model adds one more norm. The FFN is four times as wide as the stream, a block has 12 d² + 13 d
parameters. GELU(z) = z Φ(z) (Hendrycks and Gimpel 2016, arXiv:1606.08415, section 2), exact here; GPT-2's own code has the tanh
approximation.

Shapes: x (B,T,d); mask broadcastable to (B,h,T,T), 0 or False = may not attend. Returns: (B,T,d).
"""

import math
from collections.abc import Iterator

import torch
from torch import Tensor, nn

from reference_impls.problem import Draw, Observation, Problem, Scenario, Slip, World, module_case


class SelfAttention(nn.Module):
    """Multi-head self-attention; the rows of qkv are all of q, then k, then v, heads contiguous inside each."""

    def __init__(self, d: int, h: int) -> None:
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        B, T, d = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)  # (B,T,d) each
        q, k, v = (z.reshape(B, T, self.h, -1).transpose(1, 2) for z in (q, k, v))  # (B,h,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,h,T,T)
        scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,h,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).reshape(B, T, d))
        return y


class GPTBlock(nn.Module):
    """A pre-norm transformer block of width d with h heads."""

    def __init__(self, d: int, h: int) -> None:
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.attn = SelfAttention(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        x = x + self.attn(self.ln1(x), mask)
        y: Tensor = x + self.ffn(self.ln2(x))
        return y


# ----------------------------------------------------------------------------------------------------------------------

ENTRY = "GPTBlock"


def visible(draw: Draw, *shape: int) -> Tensor:
    """A random mask in which every token sees at least itself."""
    return draw.booleans(*shape, p=0.5) | torch.eye(shape[-1], dtype=torch.bool)


def causal(T: int) -> Tensor:
    """The mask of T tokens that see themselves and the past."""
    return torch.ones(T, T, dtype=torch.bool).tril()


def padding() -> Tensor:
    """Zeros and ones: the keys of two sequences of lengths 3 and 5."""
    return (torch.arange(5) < torch.tensor([3, 5])[:, None]).long()[:, None, None, :]


def large_scores(world: World, draw: Draw) -> Iterator[Observation]:
    """A token's score with itself is 1800, with any other at most 900: itself wins in any arithmetic.

    The tokens are different sign patterns (p, -p) of mean 0 and variance 1, which the first norm leaves alone.
    """
    d, T = 8, 6
    bits = torch.tensor(draw.permutation(16)[:T])[:, None] >> torch.arange(4) & 1  # (T,4), all different
    p = 2.0 * bits.double() - 1
    eye = torch.eye(d, dtype=torch.float64)
    block = world.new(ENTRY, d, 2)
    shapes = {key: tuple(value.shape) for key, value in world.reference_state(ENTRY, (d, 2)).items()}
    weights = {key: draw.normal(*shape, scale=1 / math.sqrt(shape[-1])) for key, shape in sorted(shapes.items())}
    qkv = torch.cat([30 * eye, 30 * eye, draw.integers(-2, 3, d, d).double()])
    weights |= {"ln1.weight": draw.floating(torch.ones(d)), "ln1.bias": draw.floating(torch.zeros(d))}
    weights |= {"attn.qkv.weight": draw.floating(qkv), "attn.qkv.bias": draw.floating(torch.zeros(3 * d))}
    world.load(block, weights)
    yield "result", world.call(block, draw.floating(torch.cat([p, -p], dim=-1))[None], torch.ones(T, T).long())


def large_scores_hidden(world: World, draw: Draw) -> Iterator[Observation]:
    """No token sees itself, the score of 45,000; the scores of others fall in steps of 22,500 to -45,000, and most tokens
    see negative ones alone. No two that are seen together are alike.

    Each token is a sign pattern, one sign further from the first than the token before.
    """
    d, T = 8, 5
    p = torch.where(torch.arange(4) < torch.arange(T)[:, None], -1.0, 1.0)[:, draw.permutation(4)]
    p = p * (2.0 * draw.booleans(4) - 1)  # (T,4)
    eye = torch.eye(d, dtype=torch.float64)
    block = world.new(ENTRY, d, 2)
    shapes = {key: tuple(value.shape) for key, value in world.reference_state(ENTRY, (d, 2)).items()}
    weights = {key: draw.normal(*shape, scale=1 / math.sqrt(shape[-1])) for key, shape in sorted(shapes.items())}
    qkv = torch.cat([150 * eye, 150 * eye, draw.integers(-2, 3, d, d).double()])
    weights |= {"ln1.weight": draw.floating(torch.ones(d)), "ln1.bias": draw.floating(torch.zeros(d))}
    weights |= {"attn.qkv.weight": draw.floating(qkv), "attn.qkv.bias": draw.floating(torch.zeros(3 * d))}
    world.load(block, weights)
    mask = torch.tensor([[0, 0, 0, 1, 1], [0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0], [1, 1, 0, 0, 0]])
    yield "result", world.call(block, draw.floating(torch.cat([p, -p], dim=-1))[None], mask)


def cases(draw: Draw) -> Iterator[Scenario]:
    yield module_case("one head, two tokens", ENTRY, (4, 1), lambda d: d.normal(1, 2, 4), lambda d: causal(2))
    yield module_case("causal mask, three heads", ENTRY, (12, 3), lambda d: d.normal(2, 5, 12), lambda d: causal(5))
    yield module_case(
        "everything visible, more heads than channels in a head",
        ENTRY,
        (8, 4),
        lambda d: d.normal(3, 6, 8),
        mask=lambda d: torch.ones(6, 6, dtype=torch.bool),
    )
    yield module_case(
        "mask of ones and zeros for padding", ENTRY, (6, 3), lambda d: d.normal(2, 5, 6), lambda d: padding()
    )
    yield module_case(
        "mask for each sample, as many samples as heads",
        ENTRY,
        (6, 3),
        lambda d: d.normal(3, 4, 6),
        lambda d: visible(d, 3, 1, 4, 4),
    )
    yield module_case(
        "mask for each head", ENTRY, (6, 2), lambda d: d.normal(3, 4, 6), mask=lambda d: visible(d, 3, 2, 4, 4)
    )
    yield module_case(
        "wide activations far from zero",
        ENTRY,
        (6, 2),
        lambda d: d.normal(2, 3, 6, mean=5.0, scale=4.0),
        lambda d: causal(3).long(),
    )
    yield module_case(
        "float mask, as many samples as tokens",
        ENTRY,
        (6, 2),
        lambda d: d.normal(3, 3, 6),
        lambda d: visible(d, 3, 3).float(),
    )
    yield Scenario("large scores", large_scores)
    yield Scenario("large scores, the largest hidden", large_scores_hidden)


PROBLEM = Problem(
    id="gpt-block",
    entries=(GPTBlock,),
    cases=cases,
    slips=(
        Slip(
            "post-norm",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "x = self.ln1(x + self.attn(x, mask))\n        y = self.ln2(x + self.ffn(x))",
            "This is the post-norm block of 2017, LN(x + f(x)); GPT-2 has pre-norm, x + f(LN(x)).",
        ),
        Slip(
            "residual-from-the-norm",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "x = self.ln1(x)\n        x = x + self.attn(x, mask)\n        x = self.ln2(x)\n        y = x + self.ffn(x)",
            "The normalised x is what the branch is added to, so the stream is normalised too: keep x, and norm the input of "
            "the branch alone.",
        ),
        Slip(
            "no-first-residual",
            "x = x + self.attn",
            "x = self.attn",
            "The attention's output replaces the stream: add it to x.",
        ),
        Slip(
            "no-second-residual",
            "x + self.ffn",
            "self.ffn",
            "The FFN's output replaces the stream: add it to x.",
        ),
        Slip(
            "parallel-branches",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "y = x + self.attn(self.ln1(x), mask) + self.ffn(self.ln2(x))",
            "Both branches read the same x, as in GPT-J and PaLM; in GPT-2 the FFN reads the stream after the attention.",
        ),
        Slip(
            "second-residual-from-the-start",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "z = x + self.attn(self.ln1(x), mask)\n        y = x + self.ffn(self.ln2(z))",
            "The FFN's output is added to the input of the block, so that the attention's output is lost from the stream: add "
            "it to the stream after the attention.",
        ),
        Slip("no-first-norm", "self.ln1(x)", "x", "The attention reads x without ln1."),
        Slip("no-second-norm", "self.ln2(x)", "x", "The FFN reads x without ln2."),
        Slip(
            "norm-shared",
            "self.ln2(x)",
            "self.ln1(x)",
            "The FFN's input goes through ln1; it has a norm of its own, ln2.",
        ),
        Slip(
            "gelu-tanh",
            "nn.GELU()",
            'nn.GELU(approximate="tanh")',
            "The GELU is the tanh approximation (as in GPT-2's code); here it is exact, x times the normal distribution "
            "function.",
        ),
        Slip("relu", "nn.GELU()", "nn.ReLU()", "The nonlinearity is a ReLU; GPT has a GELU."),
        Slip(
            "silu",
            "nn.GELU()",
            "nn.SiLU()",
            "The nonlinearity is a SiLU, which is what LLaMA gates with; GPT has a GELU.",
        ),
        Slip(
            "scale-by-d",
            "math.sqrt(q.shape[-1])",
            "math.sqrt(d)",
            "The scores are divided by the root of the model's width; each head's dot product has d/h terms, so sqrt(d/h).",
        ),
        Slip(
            "no-scale",
            " / math.sqrt(q.shape[-1])",
            "",
            "Your output is what attention without the factor 1/sqrt(d/h) gives.",
        ),
        Slip(
            "heads-by-view",
            "reshape(B, T, self.h, -1).transpose(1, 2)",
            "reshape(B, self.h, T, -1)",
            "(B,T,d) is reshaped straight to (B,h,T,d/h), which mixes tokens with channels: split the channels first, then "
            "transpose.",
        ),
        Slip(
            "heads-interleaved-throughout",
            """z.reshape(B, T, self.h, -1).transpose(1, 2) for z in (q, k, v))  # (B,h,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,h,T,T)
        scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,h,T,dk)
        y: Tensor = self.out(heads.transpose(1, 2).reshape""",
            """z.reshape(B, T, -1, self.h).permute(0, 3, 1, 2) for z in (q, k, v))  # (B,h,T,dk)
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])  # (B,h,T,T)
        scores = scores.masked_fill(mask == 0, float("-inf"))
        heads = scores.softmax(dim=-1) @ v  # (B,h,T,dk)
        y: Tensor = self.out(heads.permute(0, 2, 3, 1).reshape""",
            "Head h takes every h-th channel, and the heads are merged in the same way; here a head is a contiguous slice of "
            "channels: view (B,T,h,dk).",
        ),
        Slip(
            "qkv-for-each-head",
            "q, k, v = self.qkv(x).chunk(3, dim=-1)",
            "q, k, v = self.qkv(x).reshape(B, T, self.h, 3, -1).unbind(3)",
            "The rows of qkv are read head by head; their order is all of q, then all of k, then all of v.",
        ),
        Slip(
            "concat-without-transpose",
            "heads.transpose(1, 2).reshape(B, T, d)",
            "heads.reshape(B, T, d)",
            "The heads are reshaped to (B,T,d) without being transposed back, which mixes tokens with heads.",
        ),
        Slip(
            "no-output-projection",
            "self.out(heads.transpose(1, 2).reshape(B, T, d))",
            "heads.transpose(1, 2).reshape(B, T, d)",
            "The concatenated heads go to the stream as they are; the projection attn.out is missing.",
        ),
        Slip(
            "softmax-over-queries",
            "softmax(dim=-1)",
            "softmax(dim=-2)",
            "The softmax runs over the queries; each query needs a distribution over the keys (the last axis).",
        ),
        Slip(
            "no-maximum",
            "scores.softmax(dim=-1)",
            "scores.exp() / scores.exp().sum(dim=-1, keepdim=True)",
            "exp of a large score overflows: subtract the row's maximum before it, or use softmax.",
        ),
        Slip(
            "mask-inverted",
            "mask == 0",
            "mask != 0",
            "The mask is read as in nn.MultiheadAttention, True = hidden; here 0 or False means 'may not attend'.",
        ),
        Slip(
            "mask-bitwise-not",
            "mask == 0",
            "(~mask).bool()",
            "~ inverts bits: on a mask of ones and zeros ~1 is -2, which is true, so that everything is hidden and the result is "
            "NaN. Compare with 0, or take mask.bool() first.",
        ),
        Slip(
            "mask-added",
            'scores.masked_fill(mask == 0, float("-inf"))',
            "scores + mask",
            "The ones and zeros of the mask are added to the scores; a hidden score has to become -inf.",
        ),
        Slip("mask-ignored", "mask == 0", "mask != mask", "The mask has no effect."),
        Slip(
            "own-causal-mask",
            "masked_fill(mask == 0,",
            "masked_fill(torch.ones(T, T, dtype=torch.bool).triu(1),",
            "A causal mask of your own is used in place of the one that is given, which need not be causal.",
        ),
        Slip(
            "ffn-first",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "x = x + self.ffn(self.ln2(x))\n        y = x + self.attn(self.ln1(x), mask)",
            "The FFN comes first and the attention second; a block is attention, then FFN.",
        ),
        Slip(
            "no-residuals",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "x = self.attn(self.ln1(x), mask)\n        y = self.ffn(self.ln2(x))",
            "Both residuals are missing: add each branch's output to the stream.",
        ),
        Slip(
            "norms-exchanged",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "x = x + self.attn(self.ln2(x), mask)\n        y = x + self.ffn(self.ln1(x))",
            "ln1 and ln2 are exchanged: ln1 stands before the attention, ln2 before the FFN.",
        ),
        Slip(
            "normed-at-the-end",
            "y: Tensor = x + self.ffn(self.ln2(x))",
            "y = self.ln2(x + self.ffn(self.ln2(x)))",
            "The block's output is normalised once more; the stream itself is never normalised inside a block.",
        ),
        Slip(
            "first-residual-from-the-norm",
            "x = x + self.attn(self.ln1(x), mask)",
            "x = self.ln1(x)\n        x = x + self.attn(x, mask)",
            "The attention's output is added to ln1(x), not to x: keep x, and norm the input of the branch alone.",
        ),
        Slip(
            "no-nonlinearity",
            "nn.GELU()",
            "nn.Identity()",
            "The FFN has no nonlinearity between its two layers; GPT has a GELU.",
        ),
        Slip(
            "scale-not-rooted",
            "math.sqrt(q.shape[-1])",
            "q.shape[-1]",
            "The scores are divided by the width of a head, d/h; the scale is its root, 1/sqrt(d/h).",
        ),
        Slip(
            "one-head",
            "self.h = h",
            "self.h = 1",
            "There is one head of width d, whatever h is: split the channels into h heads.",
        ),
        Slip(
            "k-before-q",
            "q, k, v = self.qkv(x).chunk(3, dim=-1)",
            "k, q, v = self.qkv(x).chunk(3, dim=-1)",
            "The thirds of qkv are read as k, q, v; their order is q, k, v.",
        ),
        Slip(
            "v-before-q",
            "q, k, v = self.qkv(x).chunk(3, dim=-1)",
            "v, k, q = self.qkv(x).chunk(3, dim=-1)",
            "The thirds of qkv are read as v, k, q; their order is q, k, v.",
        ),
        Slip(
            "heads-strided",
            "reshape(B, T, self.h, -1).transpose(1, 2)",
            "reshape(B, T, -1, self.h).permute(0, 3, 1, 2)",
            "Head i takes every h-th channel, from (B,T,d/h,h); heads are contiguous: reshape to (B,T,h,d/h).",
        ),
        Slip(
            "mask-after-softmax",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n        heads = scores.softmax(dim=-1) @ v',
            "heads = (scores.softmax(dim=-1) * (mask != 0)) @ v",
            "The mask is applied after the softmax, so that the weights of a token no longer sum to 1: mask the scores.",
        ),
        Slip(
            "mask-transposed",
            "mask == 0",
            "(mask == 0).transpose(-2, -1)",
            "The mask is applied transposed: its rows are queries, its last axis keys.",
        ),
        Slip(
            "second-branch-detached",
            "self.ln2(x)",
            "self.ln2(x.detach())",
            "The values are right but no gradient passes through the FFN's branch to what comes before it: leave out detach.",
        ),
        Slip(
            "own-causal-mask-added",
            'masked_fill(mask == 0, float("-inf"))',
            "masked_fill((mask == 0) | torch.ones(T, T, dtype=torch.bool).triu(1), -1e9)",
            "A causal mask of your own is added to the one that is given, which need not be causal.",
        ),
        Slip(
            "maximum-over-hidden",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n        heads = scores.softmax(dim=-1) @ v',
            "e = (scores - scores.amax(dim=-1, keepdim=True)).exp() * (mask != 0)\n"
            "        heads = e / e.sum(dim=-1, keepdim=True) @ v",
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
            "maximum-over-hidden-and-bounded",
            'scores = scores.masked_fill(mask == 0, float("-inf"))\n        heads = scores.softmax(dim=-1) @ v',
            "e = scores.softmax(dim=-1) * (mask != 0)\n        heads = e / (e.sum(dim=-1, keepdim=True) + 1e-12) @ v",
            "The maximum is taken over hidden keys, too, as where weights are masked after the softmax and divided by their sum "
            "again: where a hidden key is far above, all visible ones underflow, and the row's weights are 0. Hide the scores "
            "first.",
        ),
        Slip(
            "no-maximum-and-bounded",
            "scores.softmax(dim=-1)",
            "(scores.exp() / (scores.exp().sum(dim=-1, keepdim=True) + 1e-12))",
            "exp of a large score overflows, and a row far below 0 underflows to weights of 0: subtract the row's maximum "
            "before it, or use softmax.",
        ),
        Slip(
            "norm-after-the-branch",
            "x = x + self.attn(self.ln1(x), mask)\n        y: Tensor = x + self.ffn(self.ln2(x))",
            "x = x + self.ln1(self.attn(x, mask))\n        y = x + self.ln2(self.ffn(x))",
            "The norms stand behind the branches, x + LN(f(x)); GPT-2 has them before, x + f(LN(x)).",
        ),
    ),
)
