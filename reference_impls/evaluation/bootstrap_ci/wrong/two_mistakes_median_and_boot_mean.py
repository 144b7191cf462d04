# slip: none
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = (a - b)[indices].median(1).values
    return d.mean().item(), torch.quantile(d, alpha / 2).item(), torch.quantile(d, 1 - alpha / 2).item()
