import functools
import math

import torch
import torch.nn.functional as F


class FlashAttention:
    """flash_attention(q, k, v, block=16, causal=False)"""

    def __call__(self, q, k, v, block=16, causal=False):
        one_head = functools.partial(self._one_head, block=block, causal=causal)
        y = torch.vmap(torch.vmap(one_head))(q.double(), k.double(), v.double())
        return y.to(q.dtype)

    @staticmethod
    def _one_head(q, k, v, *, block, causal):
        (T, d), S = q.shape, k.shape[0]
        pad = -S % block
        k = F.pad(k, (0, 0, 0, pad))
        v = F.pad(v, (0, 0, 0, pad))
        last = torch.arange(T, device=q.device) + (S - T) if causal else torch.full((T,), S - 1, device=q.device)

        def step(carry, tile):
            m, l, acc = carry
            j = torch.arange(tile * block, (tile + 1) * block, device=q.device)
            seen = (j[None, :] <= last[:, None]) & (j < S)
            s = q @ k[tile * block:(tile + 1) * block].T / math.sqrt(d)
            s = torch.where(seen, s, -1e300)
            new = torch.maximum(m, s.max(dim=1).values)
            p = torch.where(seen, torch.exp(s - new[:, None]), 0.0)
            c = torch.exp(m - new)
            return new, c * l + p.sum(1), c[:, None] * acc + p @ v[tile * block:(tile + 1) * block]

        start = (
            torch.full_like(q[:, 0], -1e300),
            torch.zeros_like(q[:, 0]),
            torch.zeros(T, v.shape[1], dtype=q.dtype, device=q.device),
        )
        tiles = reversed(range((S + pad) // block))
        m, l, acc = functools.reduce(step, tiles, start)
        return acc / l[:, None]


flash_attention = FlashAttention()
