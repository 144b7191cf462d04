# slip: order-of-memory
import torch
def magnitude_prune(weight, fraction):
    w = weight.detach().clone()
    flat = w.as_strided((w.numel(),), (1,))
    k = round(fraction * w.numel())
    idx = w.abs().reshape(-1).argsort()[:k]
    flat[idx] = 0
    return w
