import torch
def ddpm_step(x_t, eps, t, betas, z):
    log_alpha = torch.log1p(-betas)
    one_minus_ab = -torch.expm1(log_alpha[: t + 1].sum())
    x = torch.exp(-0.5 * log_alpha[t]) * (x_t - betas[t] * torch.rsqrt(one_minus_ab) * eps)
    if t:
        x = torch.add(x, z * betas[t] ** 0.5)
    return x
