import torch


def volume_render(sigma, rgb, t):
    R, S = sigma.shape
    light = torch.ones(R, dtype=sigma.dtype)
    color = torch.zeros(R, 3, dtype=sigma.dtype)
    depth = torch.zeros(R, dtype=sigma.dtype)
    weights = []
    for i in range(S):
        keep = torch.exp(-sigma[:, i] * (t[:, i + 1] - t[:, i]))
        w = light * (1 - keep)
        color = color + w[:, None] * rgb[:, i]
        depth = depth + w * 0.5 * (t[:, i] + t[:, i + 1])
        weights.append(w)
        light = light * keep
    return [color, depth, torch.stack(weights, dim=1)]
