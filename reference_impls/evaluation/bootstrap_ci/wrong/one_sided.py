# slip: alpha-on-each-side
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = a[indices].mean(1) - b[indices].mean(1)
    return (a.mean() - b.mean()).item(), torch.quantile(d, alpha).item(), torch.quantile(d, 1 - alpha).item()
