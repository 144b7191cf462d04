# slip: jitter-in-the-product
import torch

def frechet_distance(mu1, cov1, mu2, cov2):
    D = mu1.numel()
    eye = torch.eye(D, dtype=torch.float64) * 1e-6
    A, B = cov1.double() + eye, cov2.double() + eye
    prod_eigs = torch.linalg.eigvals(A @ B)
    tr = torch.sqrt(prod_eigs).real.sum()
    diff = (mu1 - mu2).double()
    return float(diff.dot(diff) + cov1.double().trace() + cov2.double().trace() - 2 * tr)
