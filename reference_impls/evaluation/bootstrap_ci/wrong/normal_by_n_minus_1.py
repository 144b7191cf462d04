# slip: normal-interval
import torch
from statistics import NormalDist
def bootstrap_ci(a, b, indices, alpha=0.05):
    d = a - b
    m = d[indices].mean(dim=1)
    z = NormalDist().inv_cdf(1 - alpha / 2)
    se = m.std().item()
    c = d.mean().item()
    return c, c - z * se, c + z * se
