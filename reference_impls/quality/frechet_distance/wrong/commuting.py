# slip: product-of-roots
import torch


def root(c):
    w, v = torch.linalg.eigh(c)
    return v @ torch.diag(w.clamp(min=0).sqrt()) @ v.T


def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (t.double() for t in (mu1, cov1, mu2, cov2))
    return float((mu1 - mu2).pow(2).sum() + torch.trace(cov1 + cov2 - 2 * root(cov1) @ root(cov2)))
