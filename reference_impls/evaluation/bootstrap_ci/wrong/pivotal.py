# slip: basic-interval
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = (a - b)[indices].mean(1)
    m = (a - b).mean()
    return m.item(), (2 * m - torch.quantile(d, 1 - alpha / 2)).item(), (2 * m - torch.quantile(d, alpha / 2)).item()
