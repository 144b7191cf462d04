"""Sinusoidal embedding of diffusion timesteps (Ho et al. 2020, arXiv:2006.11239, appendix B; the sines and cosines of
Vaswani et al. 2017, arXiv:1706.03762, section 3.5, in two halves).

    ω_i = max_period^(-i / (dim/2)),   i = 0 ... dim/2 - 1
    emb = [cos(t ω_0), ..., cos(t ω_{dim/2-1}), sin(t ω_0), ..., sin(t ω_{dim/2-1})]

Fast channels tell neighboring steps apart, slow ones early from late; an MLP reads both. Cosines come first here, as in
DiT and Stable Diffusion. Other code puts the sines first, or divides by dim/2 - 1: trained weights know the difference.

Shapes: t (B,), whole numbers or not; dim even. Returns: (B,dim).
"""

import math

import torch
from torch import Tensor


def timestep_embedding(t: Tensor, dim: int, max_period: float = 10000.0) -> Tensor:
    """Cosines, then sines, of the time at frequencies from 1 down to almost 1/max_period."""
    half = dim // 2
    index = torch.arange(half, dtype=torch.float32, device=t.device)
    frequency = torch.exp(-math.log(max_period) * index / half)  # (dim/2,)
    angle = t[:, None].float() * frequency  # (B,dim/2)
    return torch.cat((angle.cos(), angle.sin()), dim=-1)
