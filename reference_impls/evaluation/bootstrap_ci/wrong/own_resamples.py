# slip: none
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    R, N = indices.shape
    own = torch.randint(0, N, (R, N))
    d = (a - b)[own].mean(1)
    return (a - b).mean().item(), torch.quantile(d, alpha / 2).item(), torch.quantile(d, 1 - alpha / 2).item()
