# problem: ddpm-posterior
class Diffusion:
    def __init__(self, n_steps=1000):
        self.betas = np.linspace(1e-4, 0.02, n_steps)
        self.alphas = 1 - self.betas
        self.alphas_cumprod = np.cumprod(self.alphas)
        self.alphas_cumprod_prev = np.append(1., self.alphas_cumprod[:-1])
        self.posterior_variance = self.betas * (1. - self.alphas_cumprod_prev) / (1. - self.alphas_cumprod)
    def posterior(self, x_start, x_t, t):
        c1 = self.betas[t] * np.sqrt(self.alphas_cumprod_prev[t]) / (1 - self.alphas_cumprod[t])
        c2 = (1 - self.alphas_cumprod_prev[t]) * np.sqrt(self.alphas[t]) / (1 - self.alphas_cumprod[t])
        return c1 * x_start + c2 * x_t, self.posterior_variance[t]
