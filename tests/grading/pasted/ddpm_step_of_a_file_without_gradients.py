# problem: ddpm-step
# says: the tables of your file are made of the schedule that the problem gives (betas)
import torch

T = 1000
betas = torch.linspace(1e-4, 0.02, T)
alphas = 1 - betas
alphas_cumprod = torch.cumprod(alphas, dim=0)


@torch.no_grad()
def ddpm_step(x_t, eps, t, z):
    mean = (x_t - betas[t] / torch.sqrt(1 - alphas_cumprod[t]) * eps) / torch.sqrt(alphas[t])
    return mean + torch.sqrt(betas[t]) * z if t > 0 and z is not None else mean
