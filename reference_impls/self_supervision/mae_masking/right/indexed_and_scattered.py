import torch


def random_masking(x, ratio, noise):
    B, L, _ = x.shape
    n = L - int(L * ratio + 0.5)
    order = torch.sort(noise, dim=-1).indices
    rows = torch.arange(B)[:, None]
    inverse = torch.empty_like(order)
    inverse[rows, order] = torch.arange(L).expand(B, L)
    mask = torch.ones(B, L, dtype=x.dtype)
    mask[rows, order[:, :n]] = 0.0
    return x[rows, order[:, :n]], mask, inverse
