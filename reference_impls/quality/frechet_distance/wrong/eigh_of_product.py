# slip: lower-triangle-of-the-product
import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (t.double() for t in (mu1, cov1, mu2, cov2))
    lam = torch.linalg.eigvalsh(cov1 @ cov2)
    return ((mu1 - mu2).square().sum() + cov1.trace() + cov2.trace() - 2 * lam.clamp(min=0).sqrt().sum()).item()
