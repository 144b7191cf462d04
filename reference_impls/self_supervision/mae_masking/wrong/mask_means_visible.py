# slip: mask-inverted
import torch


def random_masking(x, ratio, noise):
    N, L, D = x.shape
    k = L - round(L * ratio)
    order = noise.argsort(1)
    visible = torch.zeros(N, L).scatter(1, order[:, :k], 1.0)
    return x.gather(1, order[:, :k, None].expand(-1, -1, D)), visible, order.argsort(1)
