import torch


def triplet_loss(a, p, n, margin=1.0):
    D = a.shape[-1]
    losses = []
    for x, y, z in zip(a.reshape(-1, D), p.reshape(-1, D), n.reshape(-1, D)):
        value = torch.dist(x, y) - torch.dist(x, z) + margin
        losses.append(value if value > 0 else value * 0)
    return sum(losses) / len(losses)
