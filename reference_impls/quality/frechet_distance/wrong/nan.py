# slip: none
import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (t.double() for t in (mu1, cov1, mu2, cov2))
    lam = torch.linalg.eigvals(cov1 @ cov2).real
    return ((mu1 - mu2).square().sum() + torch.trace(cov1 + cov2) - 2 * lam.sqrt().sum()).item()
