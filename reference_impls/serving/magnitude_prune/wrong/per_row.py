# slip: row-by-row
import torch


def magnitude_prune(weight, fraction):
    w = weight.reshape(weight.shape[0], -1) if weight.dim() > 1 else weight.reshape(1, -1)
    k = round(fraction * w.shape[1])
    out = w.clone()
    out.scatter_(1, w.abs().argsort(1)[:, :k], 0)
    return out.reshape(weight.shape)
