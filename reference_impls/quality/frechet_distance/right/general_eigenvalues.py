import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (t.double() for t in (mu1, cov1, mu2, cov2))
    a = (mu1 - mu2).square().sum(dim=-1)
    b = cov1.trace() + cov2.trace()
    c = torch.linalg.eigvals(cov1 @ cov2).sqrt().real.sum(dim=-1)
    return (a + b - 2 * c).item()
