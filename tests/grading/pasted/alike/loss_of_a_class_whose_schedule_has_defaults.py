# problem: ddpm-loss

class GaussianDiffusion:
    def __init__(self, model, timesteps=1000, beta_start=1e-4, beta_end=0.02):
        self.model, self.timesteps = model, timesteps
        betas = torch.linspace(beta_start, beta_end, timesteps)
        self.alphas_cumprod = torch.cumprod(1 - betas, 0)

    def training_loss(self, x0):
        t = torch.randint(0, self.timesteps, (len(x0),))
        level = self.alphas_cumprod[t].view(-1, *[1] * (x0.ndim - 1))
        noise = torch.randn_like(x0)
        return F.mse_loss(self.model(level.sqrt() * x0 + (1 - level).sqrt() * noise, t), noise)
