import math
import torch


def posterior(x0, x_t, t, betas):
    prev = 1.0
    for b in betas[:t].tolist():
        prev *= 1 - b
    a = 1 - float(betas[t])
    var_prev, cov, var_t = 1 - prev, math.sqrt(a) * (1 - prev), 1 - prev * a
    gain = cov / var_t
    mean = math.sqrt(prev) * x0 + gain * (x_t - math.sqrt(prev * a) * x0)
    return mean, torch.tensor(var_prev - gain * cov)
