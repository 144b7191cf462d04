# slip: b-minus-a
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = b[indices].mean(1) - a[indices].mean(1)
    return (b.mean() - a.mean()).item(), torch.quantile(d, alpha / 2).item(), torch.quantile(d, 1 - alpha / 2).item()
