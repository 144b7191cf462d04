# problem: forward-diffuse
# says: DDPMScheduler is made with the schedule that the problem gives (alphas_bar)
from dataclasses import dataclass
import torch


def _extract(values: torch.Tensor, timesteps: torch.Tensor, shape: torch.Size) -> torch.Tensor:
    out = values.gather(0, timesteps)
    return out.view(timesteps.shape[0], *([1] * (len(shape) - 1)))


class DDPMScheduler:
    def __init__(self, num_train_steps: int = 1000, beta_start: float = 1e-4, beta_end: float = 0.02) -> None:
        self.num_train_steps = num_train_steps
        betas = torch.linspace(beta_start, beta_end, num_train_steps)
        alphas = 1.0 - betas
        self.alpha_cumprod = torch.cumprod(alphas, dim=0)
        self.sqrt_alpha_cumprod = torch.sqrt(self.alpha_cumprod)
        self.sqrt_one_minus_alpha_cumprod = torch.sqrt(1.0 - self.alpha_cumprod)

    def add_noise(self, x_start: torch.Tensor, timesteps: torch.Tensor, noise: torch.Tensor) -> torch.Tensor:
        return (
            _extract(self.sqrt_alpha_cumprod, timesteps, x_start.shape) * x_start
            + _extract(self.sqrt_one_minus_alpha_cumprod, timesteps, x_start.shape) * noise
        )
