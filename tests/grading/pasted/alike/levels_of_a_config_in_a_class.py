# problem: forward-diffuse
class NoiseProcess:
    def __init__(self, config):
        self.number = config.timesteps
        self.betas = torch.linspace(config.first, config.last, self.number)
        self.alpha_bars = torch.cumprod(1 - self.betas, 0)

    def q_sample(self, x0, t, eps):
        level = self.alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
        return level.sqrt() * x0 + (1 - level).sqrt() * eps
