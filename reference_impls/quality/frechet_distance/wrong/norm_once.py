# slip: means-not-squared
import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (t.double() for t in (mu1, cov1, mu2, cov2))
    tr = torch.linalg.eigvals(cov1 @ cov2).sqrt().real.sum()
    return (torch.norm(mu1 - mu2) + cov1.trace() + cov2.trace() - 2 * tr).item()
