# problem: forward-diffuse
# expect: error
# says: has no attribute 'alphas_bar'
class NoiseProcess:
    def __init__(self, timesteps=1000, first=1e-4, last=2e-2):
        betas = torch.linspace(first, last, timesteps)
        self.alpha_bars = torch.cumprod(1 - betas, 0)
        self.root = self.alphas_bar.sqrt()

    def q_sample(self, x0, t, eps):
        level = self.alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
        return level.sqrt() * x0 + (1 - level).sqrt() * eps
