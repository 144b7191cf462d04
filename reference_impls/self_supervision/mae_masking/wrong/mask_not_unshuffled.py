# slip: mask-in-shuffled-order
import torch


def random_masking(x, ratio, noise):
    N, L, D = x.shape
    k = L - round(L * ratio)
    ids_shuffle = torch.argsort(noise, dim=1)
    mask = torch.ones([N, L])
    mask[:, :k] = 0
    return x.gather(1, ids_shuffle[:, :k, None].expand(-1, -1, D)), mask, ids_shuffle.argsort(1)
