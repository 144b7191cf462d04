import torch


def ddpm_step(x_t, eps, t, betas, z):
    betas = torch.tensor(betas.tolist(), dtype=torch.float32)
    alpha = 1 - betas
    alpha_bar = torch.prod(alpha[: t + 1])
    x = x_t.float() - (1 - alpha[t]) / (1 - alpha_bar) ** 0.5 * eps.float()
    x = x / alpha[t] ** 0.5
    if t > 0:
        x = x + (1 - alpha[t]) ** 0.5 * z.float()
    return x
