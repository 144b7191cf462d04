"""One block of GPT-2 (Radford et al. 2019, section 2.3; pre-norm analysed in Xiong et al. 2020, arXiv:2002.04745).

    x ← x + Attn(LN1(x)),   x ← x + FFN(LN2(x)),   FFN(z) = W2 GELU(W1 z + b1) + b2

The norms stand on the branches and the stream itself is never normalised, so an identity path runs through all
layers; after the last block a model adds one more norm. The FFN is four times as wide as the stream, a block has 12 d² + 13 d
parameters. GELU(z) = z Φ(z) (Hendrycks and Gimpel 2016, arXiv:1606.08415, section 2), exact here; GPT-2's own code has the tanh
approximation.

Shapes: x (B,T,d); mask broadcastable to (B,h,T,T), 0 or False = may not attend. Returns: (B,T,d).
"""

import math

from torch import Tensor, nn


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
