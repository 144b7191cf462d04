# problem: alibi-bias
# expect: fail
# not: batch axis

import torch


def slopes_of(num_heads: int) -> torch.Tensor:
    ratio = 2.0 ** (-8.0 / (num_heads + 1))
    return torch.tensor([ratio**i for i in range(1, num_heads + 1)])


def make_bias(seq_len: int, num_heads: int, dtype: torch.dtype = torch.float32, causal: bool = False) -> torch.Tensor:
    """Added to the scores (B, H, S, S)."""
    slopes = slopes_of(num_heads).to(dtype)[:, None, None]
    positions = torch.arange(seq_len, dtype=dtype)
    back = positions[:, None] - positions[None, :]
    if causal:
        bias = -slopes * back.clamp(min=0)
        bias[:, back < 0] = float("-inf")
    else:
        bias = -slopes * back.abs()
    return bias.unsqueeze(0)
