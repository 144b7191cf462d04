# problem: ddpm-step
# says: alphas_cumprod is taken from betas, which the problem gives
import torch


@torch.no_grad()
def ddpm_step(schedule, x_t, eps, t, z):
    alpha, bar, beta = schedule.alphas[t], schedule.alphas_cumprod[t], schedule.betas[t]
    mean = (x_t - beta / torch.sqrt(1 - bar) * eps) / torch.sqrt(alpha)
    return mean + torch.sqrt(beta) * z if t > 0 and z is not None else mean
