# problem: volume-rendering
import torch


def composite_intervals(t_starts, t_ends, densities, colors):
    """Color, depth and weights of rays that are cut into intervals."""
    optical = densities * (t_ends - t_starts)
    behind = torch.cumsum(optical, dim=-1)
    weights = torch.exp(optical - behind) * -torch.expm1(-optical)
    middle = 0.5 * (t_starts + t_ends)
    rgb = torch.einsum("rs,rsc->rc", weights, colors)
    return rgb, (weights * middle).sum(-1), weights
