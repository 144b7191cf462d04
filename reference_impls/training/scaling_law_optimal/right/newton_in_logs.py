import torch


def compute_optimal(compute, e, a, b, alpha, beta):
    f = lambda x: torch.tensor(float(x), dtype=torch.float64)
    log_c = f(compute / 6).log()
    t = log_c / 2
    for _ in range(80):
        u = alpha * f(a) * torch.exp(-alpha * t)
        v = beta * f(b) * torch.exp(-beta * (log_c - t))
        t = t - (v - u) / (alpha * u + beta * v)
    n, d = t.exp(), (log_c - t).exp()
    return n, d, e + a * n.pow(-alpha) + b * d.pow(-beta)
