# slip: none
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    d = (b - a)[indices].mean(1)
    return (b - a).mean().item(), torch.quantile(d, alpha).item(), torch.quantile(d, 1 - alpha).item()
