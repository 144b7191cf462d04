# problem: ddpm-step
# says: DDPMScheduler is made with the schedule that the problem gives (betas)
import torch
from torch import nn


class DDPMScheduler(nn.Module):
    def __init__(self, num_train_steps: int = 1000, beta_start: float = 1e-4, beta_end: float = 0.02):
        super().__init__()
        betas = torch.linspace(beta_start, beta_end, num_train_steps)
        self.register_buffer("betas", betas)
        self.register_buffer("alphas", 1.0 - betas)
        self.register_buffer("alpha_bars", torch.cumprod(1.0 - betas, dim=0))

    @torch.no_grad()
    def ddpm_step(self, eps_pred: torch.Tensor, t: int, z_t: torch.Tensor, noise: torch.Tensor | None) -> torch.Tensor:
        coef = (1.0 - self.alphas[t]) / torch.sqrt(1.0 - self.alpha_bars[t])
        mean = (z_t - coef * eps_pred) / torch.sqrt(self.alphas[t])
        return mean if t == 0 or noise is None else mean + torch.sqrt(self.betas[t]) * noise
