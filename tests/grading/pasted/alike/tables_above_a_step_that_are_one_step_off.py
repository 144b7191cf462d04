# problem: ddpm-step
# expect: fail
# says: Your code uses ᾱ_{t-1} under the root
class Steps:
    def __init__(self, cfg):
        self.betas = torch.linspace(cfg.first, cfg.last, cfg.T)
        self.alphas = 1 - self.betas
        self.alpha_bars = torch.cumprod(self.alphas, 0).roll(1)

class Sampler(Steps):
    def p_step(self, x_t, eps_hat, t, z=None):
        mean = (x_t - self.betas[t] / torch.sqrt(1 - self.alpha_bars[t]) * eps_hat) / torch.sqrt(self.alphas[t])
        return mean if t == 0 else mean + torch.sqrt(self.betas[t]) * z
