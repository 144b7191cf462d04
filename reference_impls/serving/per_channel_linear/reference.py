"""A linear layer in INT8 with one scale per token and one per output channel (Dettmers et al. 2022, LLM.int8(), arXiv:2208.07339,
section 3.1, vector-wise quantization).

    q_x = round(x / s_x),  s_x = max|x_t| / 127 per token t        q_w = round(W / s_w),  s_w = max|W_o| / 127 per output o
    y_to = s_x[t] s_w[o] Σ_i q_x[t,i] q_w[o,i] + bias_o

The sum over i runs on integers, so a scale may depend on t and on o but not on i: a factor that changes with i cannot be taken
out of it. Products of codes reach 127² and need int32. A row of zeros has no scale of its own; any positive one will do.

Shapes: x (...,in), weight (out,in), bias (out,) or None. Returns: (...,out), in floating point.
"""

import torch
from torch import Tensor


def quantize_rows(x: Tensor) -> tuple[Tensor, Tensor]:
    """Codes of the last axis and their scales (...,1)."""
    absmax = x.abs().amax(dim=-1, keepdim=True)
    scale = torch.where(absmax > 0, absmax / 127, 1.0)
    return (x / scale).round().to(torch.int8), scale


def int8_linear(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """x Wᵀ + bias, with the product in integers."""
    q_x, s_x = quantize_rows(x)  # (...,in), (...,1)
    q_w, s_w = quantize_rows(weight)  # (out,in), (out,1)
    total = q_x.int() @ q_w.int().T  # (...,out)
    y = total * s_x * s_w.flatten()
    return y if bias is None else y + bias
