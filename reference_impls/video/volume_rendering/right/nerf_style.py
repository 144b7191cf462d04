import torch


def volume_render(sigma, rgb, t):
    dists = t[..., 1:] - t[..., :-1]
    alpha = 1.0 - torch.exp(-torch.relu(sigma) * dists)
    ones = torch.ones((alpha.shape[0], 1)).to(alpha)
    weights = alpha * torch.cumprod(torch.cat([ones, 1.0 - alpha + 1e-10], -1), -1)[:, :-1]
    rgb_map = torch.sum(weights[..., None] * rgb, -2)
    mids = 0.5 * (t[..., 1:] + t[..., :-1])
    depth_map = torch.sum(weights * mids, -1)
    return rgb_map, depth_map, weights
