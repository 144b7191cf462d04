# problem: volume-rendering
import torch


def composite(sigmas, rgbs, edges):
    deltas = edges[:, 1:] - edges[:, :-1]
    mids = (edges[:, 1:] + edges[:, :-1]) / 2
    alive = torch.ones_like(sigmas[:, 0])
    opacity = torch.zeros_like(alive)
    depth = torch.zeros_like(alive)
    rgb = torch.zeros_like(rgbs[:, 0])
    ws = []
    for s in range(sigmas.shape[1]):
        a = 1 - torch.exp(-sigmas[:, s] * deltas[:, s])
        w = a * alive
        rgb = rgb + w[:, None] * rgbs[:, s]
        depth = depth + w * mids[:, s]
        opacity = opacity + w
        ws.append(w)
        alive = alive * (1 - a)
    return opacity, depth, rgb, torch.stack(ws, dim=1)
