import torch
import torch.nn.functional as F


def cohens_kappa(a, b, weights=None):
    A, B = torch.tensor(a), torch.tensor(b)
    C = int(torch.maximum(A.max(), B.max())) + 1
    x, y = F.one_hot(A, C).double(), F.one_hot(B, C).double()
    observed = x.T @ y / len(a)
    expected = torch.outer(x.mean(0), y.mean(0))
    d = (torch.arange(C)[:, None] - torch.arange(C)).abs().double()
    if weights is None:
        agree = torch.eye(C, dtype=torch.float64)
    elif weights == "linear":
        agree = 1 - d / (C - 1)
    elif weights == "quadratic":
        agree = 1 - (d / (C - 1)) ** 2
    else:
        raise ValueError(f"weights={weights}")
    p_o, p_e = (agree * observed).sum(), (agree * expected).sum()
    return ((p_o - p_e) / (1 - p_e)).item()
