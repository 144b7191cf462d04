# problem: volume-rendering
# says: render_rays is graded as volume_render
import torch


def render_rays(density, color, edges, return_weights=False):
    length = edges[:, 1:] - edges[:, :-1]
    left = torch.exp(-torch.cumsum(density * length, -1))
    before = torch.cat([torch.ones_like(left[:, :1]), left[:, :-1]], -1)
    weights = before - left
    pixel = (weights[..., None] * color).sum(1)
    depth = (weights * (edges[:, 1:] + edges[:, :-1]) / 2).sum(1)
    if return_weights:
        return pixel, depth, weights
    return pixel, depth
