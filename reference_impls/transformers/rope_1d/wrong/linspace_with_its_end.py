# slip: exponent-up-to-1
"""Right for d = 2 (and for pair 0). Wrong for d = 4: the second pair turns by theta^-1 instead of theta^-1/2 per position."""

import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    inv_freq = theta ** -torch.linspace(0, 1, d // 2, dtype=torch.float64, device=x.device)
    pos = offset + torch.arange(T, dtype=torch.float64, device=x.device)
    ang = torch.outer(pos, inv_freq)
    c, s = ang.cos().repeat_interleave(2, -1), ang.sin().repeat_interleave(2, -1)
    xd = x.double()
    turned = torch.stack((-xd[..., 1::2], xd[..., ::2]), dim=-1).flatten(-2)
    return (xd * c + turned * s).to(x.dtype)
