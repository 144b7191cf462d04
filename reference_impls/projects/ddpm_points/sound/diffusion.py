"""The noise schedule, the forward process, the loss, and ancestral sampling (Ho et al. 2020)."""

import torch
from torch import Tensor, nn


class Diffusion:
    """A linear schedule of `steps` noise levels."""

    def __init__(self, steps: int = 50, first: float = 0.004, last: float = 0.2) -> None:
        self.steps = steps
        self.beta = torch.linspace(first, last, steps)
        self.alpha = 1 - self.beta
        self.alpha_bar = self.alpha.cumprod(dim=0)

    def add_noise(self, x0: Tensor, t: Tensor, noise: Tensor) -> Tensor:
        """x_t for points (N, 2), times (N,) and noise (N, 2)."""
        alpha_bar = self.alpha_bar[t][:, None]
        return alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * noise

    def loss(self, model: nn.Module, x0: Tensor, generator: torch.Generator) -> Tensor:
        """Mean squared error of the predicted noise, at random times."""
        t = torch.randint(self.steps, (len(x0),), generator=generator)
        noise = torch.randn(x0.shape, generator=generator)
        predicted = model(self.add_noise(x0, t, noise), t)
        return (predicted - noise).pow(2).mean()

    def denoise(self, x: Tensor, t: int, predicted: Tensor, noise: Tensor) -> Tensor:
        """One step back: x_{t-1} from x_t (N, 2), the predicted noise, and fresh noise of variance beta_t."""
        mean = (x - self.beta[t] / (1 - self.alpha_bar[t]).sqrt() * predicted) / self.alpha[t].sqrt()
        if t == 0:
            return mean
        return mean + self.beta[t].sqrt() * noise

    @torch.no_grad()
    def sample(self, model: nn.Module, count: int, generator: torch.Generator) -> Tensor:
        """New normalized points, (count, 2)."""
        x = torch.randn(count, 2, generator=generator)
        for t in reversed(range(self.steps)):
            predicted = model(x, torch.full((count,), t))
            x = self.denoise(x, t, predicted, torch.randn(x.shape, generator=generator))
        return x
