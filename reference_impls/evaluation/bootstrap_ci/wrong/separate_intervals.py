# slip: intervals-subtracted
import torch


def bootstrap_ci(a, b, indices, alpha=0.05):
    qa = [torch.quantile(a[indices].mean(1), q) for q in (alpha / 2, 1 - alpha / 2)]
    qb = [torch.quantile(b[indices].mean(1), q) for q in (alpha / 2, 1 - alpha / 2)]
    return (a.mean() - b.mean()).item(), (qa[0] - qb[1]).item(), (qa[1] - qb[0]).item()
