import torch


def volume_render(density, colors, t):
    """Sums in the exponent: T_i = exp(-sum of sigma delta before i)."""
    tau = density * t.diff(dim=-1)
    before = torch.cumsum(tau, dim=-1) - tau
    w = torch.exp(-before) * -torch.expm1(-tau)
    mid = t[:, :-1] + t.diff(dim=-1) / 2
    return torch.einsum("rs,rsc->rc", w, colors), torch.einsum("rs,rs->r", w, mid), w
