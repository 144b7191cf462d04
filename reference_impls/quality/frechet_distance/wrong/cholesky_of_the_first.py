# slip: cholesky
import torch

def frechet_distance(mu1, cov1, mu2, cov2):
    m = mu1.double() - mu2.double()
    S1, S2 = cov1.double(), cov2.double()
    L = torch.linalg.cholesky(S1)
    vals = torch.linalg.eigvalsh(L.T @ S2 @ L)
    return float(m @ m + torch.trace(S1) + torch.trace(S2) - 2 * vals.clamp(min=0).sqrt().sum())
