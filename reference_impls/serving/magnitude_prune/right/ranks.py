import torch


def magnitude_prune(w, sparsity):
    flat = w.abs().flatten()
    rank = flat.argsort(stable=True).argsort()
    keep = rank >= round(sparsity * flat.numel())
    return torch.where(keep.view(w.shape), w, torch.zeros_like(w))
