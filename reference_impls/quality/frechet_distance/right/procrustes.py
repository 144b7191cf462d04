import torch


def frechet_distance(mu1, cov1, mu2, cov2):
    """The best rotation between two factors of the covariances: min over R of |F1 - F2 R|^2."""
    def root(c):
        w, v = torch.linalg.eigh(c.to(torch.float64))
        return v @ torch.diag(w.clamp_min(0) ** 0.5)

    f1, f2 = root(cov1), root(cov2)
    u, _, vh = torch.linalg.svd(f2.T @ f1)
    gap = f1 - f2 @ (u @ vh)
    return (torch.dist(mu1.double(), mu2.double()) ** 2 + (gap * gap).sum()).item()
