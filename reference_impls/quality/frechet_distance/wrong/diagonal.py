# slip: diagonals-only
import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    v1, v2 = cov1.double().diag(), cov2.double().diag()
    return ((mu1 - mu2).double() ** 2).sum().item() + ((v1.sqrt() - v2.sqrt()) ** 2).sum().item()
