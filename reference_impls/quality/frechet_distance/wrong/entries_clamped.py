# slip: elementwise-root-clamped
import torch

def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, mu2 = mu1.double(), mu2.double()
    S1, S2 = cov1.double(), cov2.double()
    covmean = torch.sqrt((S1 @ S2).clamp(min=0))
    return float(((mu1 - mu2) ** 2).sum() + torch.trace(S1 + S2 - 2 * covmean))
