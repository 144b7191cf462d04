import torch


def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = L - round(L * ratio)
    ids = noise.topk(k, dim=1, largest=False, sorted=True).indices
    mask = torch.ones_like(noise).scatter(1, ids, 0.0)
    restore = noise.argsort(1).argsort(1)
    return torch.take_along_dim(x, ids.unsqueeze(2), dim=1), mask.bool(), restore
