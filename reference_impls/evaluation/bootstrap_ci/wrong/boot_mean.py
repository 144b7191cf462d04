# slip: mean-of-the-resamples
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = a[indices].mean(1) - b[indices].mean(1)
    return d.mean().item(), torch.quantile(d, alpha / 2).item(), torch.quantile(d, 1 - alpha / 2).item()
