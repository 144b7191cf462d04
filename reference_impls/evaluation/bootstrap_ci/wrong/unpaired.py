# slip: none
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    da = a[indices].mean(1)
    db = b[indices.flip(0)].mean(1)
    d = da - db
    return (a.mean() - b.mean()).item(), torch.quantile(d, alpha / 2).item(), torch.quantile(d, 1 - alpha / 2).item()
