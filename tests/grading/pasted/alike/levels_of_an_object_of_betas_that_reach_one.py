# problem: beta-schedules
# expect: fail
def linear_betas(timesteps):
    return torch.linspace(1e-4, 0.02, timesteps, dtype=torch.float64)


def cosine_betas(timesteps, s=0.008):
    u = torch.arange(timesteps + 1, dtype=torch.float64) / timesteps
    f = torch.cos((u + s) / (1 + s) * torch.pi / 2) ** 2
    return (1 - f[1:] / f[:-1])


class NoiseScheduler(nn.Module):
    def __init__(self, timesteps=1000, beta_schedule="linear"):
        super().__init__()
        makers = {"linear": linear_betas, "cosine": cosine_betas}
        if beta_schedule not in makers:
            raise ValueError(f"no schedule {beta_schedule}")
        self.register_buffer("betas", makers[beta_schedule](timesteps))
        self.register_buffer("alphas_cumprod", torch.cumprod(1 - self.betas, dim=0))

    def add_noise(self, x0, noise, t):
        level = self.alphas_cumprod[t].view(-1, *[1] * (x0.ndim - 1))
        return level.sqrt() * x0 + (1 - level).sqrt() * noise
