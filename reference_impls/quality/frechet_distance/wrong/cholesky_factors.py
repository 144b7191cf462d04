# slip: none
import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (t.double() for t in (mu1, cov1, mu2, cov2))
    l1, l2 = torch.linalg.cholesky(cov1), torch.linalg.cholesky(cov2)
    return ((mu1 - mu2).square().sum() + cov1.trace() + cov2.trace() - 2 * torch.linalg.svdvals(l1.T @ l2).sum()).item()
