import torch
from torch import Tensor


def _compute_fid(mu1: Tensor, sigma1: Tensor, mu2: Tensor, sigma2: Tensor) -> Tensor:
    """Names and order as a library of metrics has them; the roots by singular values."""
    a = (mu1 - mu2).square().sum(dim=-1)
    b = sigma1.trace() + sigma2.trace()
    u, s, vh = torch.linalg.svd(sigma1)
    half = u @ torch.diag(s.sqrt()) @ vh
    inner = half @ sigma2 @ half.T
    c = torch.linalg.eigvalsh(0.5 * (inner + inner.T)).clamp_min(0.0).sqrt().sum(dim=-1)
    return a + b - 2 * c


def frechet_distance(mu1, cov1, mu2, cov2):
    return float(_compute_fid(mu1.double(), cov1.double(), mu2.double(), cov2.double()))
