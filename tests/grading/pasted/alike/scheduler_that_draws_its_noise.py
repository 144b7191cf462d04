# problem: ddpm-step
# expect: fail
# says: right for what it covers: 15 of 15 checks
import torch


class NoiseScheduler:
    def __init__(self, num_timesteps=1000, beta_start=1e-4, beta_end=0.02):
        self.num_timesteps = num_timesteps
        self.betas = torch.linspace(beta_start, beta_end, num_timesteps, dtype=torch.float32)
        self.alphas = 1.0 - self.betas
        self.alphas_cumprod = torch.cumprod(self.alphas, axis=0)

    def step(self, model_output, timestep, sample):
        t = timestep
        alpha = self.alphas[t]
        alpha_bar = self.alphas_cumprod[t]
        mean = (sample - (1 - alpha) / torch.sqrt(1 - alpha_bar) * model_output) / torch.sqrt(alpha)
        if t > 0:
            noise = torch.randn_like(model_output)
            return mean + torch.sqrt(self.betas[t]) * noise
        return mean
