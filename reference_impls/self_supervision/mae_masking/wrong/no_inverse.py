# slip: shuffle-not-inverted
import torch


def random_masking(x, ratio, noise):
    B, L, D = x.shape
    k = L - round(L * ratio)
    ids = torch.argsort(noise, dim=1)
    mask = torch.ones(B, L).scatter(1, ids[:, :k], 0.0)
    return torch.gather(x, 1, ids[:, :k, None].repeat(1, 1, D)), mask, ids
