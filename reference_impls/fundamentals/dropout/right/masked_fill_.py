import torch


def dropout(x, p, training=True):
    if not training:
        return x
    q = 1 - p
    drop = torch.rand(x.shape, dtype=torch.float64) >= q
    return x.masked_fill(drop, 0.0) / (q if q > 0 else 1)
