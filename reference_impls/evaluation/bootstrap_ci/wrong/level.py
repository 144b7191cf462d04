# slip: alpha-is-the-level
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = (a - b)[indices].mean(1)
    lo, hi = (1 - alpha) / 2, 1 - (1 - alpha) / 2
    return (a - b).mean().item(), torch.quantile(d, lo).item(), torch.quantile(d, hi).item()
