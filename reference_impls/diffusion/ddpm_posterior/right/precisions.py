import torch


def posterior(x0, x_t, t, betas):
    if t == 0:
        return x0.clone(), 0.0
    b = betas.double()
    a, prev = 1 - b[t], torch.prod(1 - b[:t])
    precision = a / b[t] + 1 / (1 - prev)
    mean = (a.sqrt() / b[t] * x_t.double() + prev.sqrt() / (1 - prev) * x0.double()) / precision
    return mean.to(x0.dtype), 1 / precision
