# problem: frechet-distance
# expect: fail
# says: Your code raises eigenvalues below 1e-10 to that number before it takes roots.
import torch


def root_of(matrix, tiny=1e-10):
    values, vectors = torch.linalg.eigh((matrix + matrix.T) / 2)
    return (vectors * values.clamp(min=tiny).sqrt()) @ vectors.T


@torch.no_grad()
def frechet_distance(mu1, cov1, mu2, cov2):
    mu1, cov1, mu2, cov2 = (given.to(torch.float64) for given in (mu1, cov1, mu2, cov2))
    half = root_of(cov1)
    whole = root_of(half @ cov2 @ half)
    between = (mu1 - mu2).dot(mu1 - mu2)
    return float(between + torch.trace(cov1 + cov2 - 2.0 * whole))
