# problem: ddpm-posterior
def q_posterior(self, x_start, x_t, t):
    before = self.alphas_cumprod_prev[t]
    mean = self.betas[t] * before.sqrt() / (1 - self.alphas_cumprod[t]) * x_start
    mean = mean + (1 - before) * self.alphas[t].sqrt() / (1 - self.alphas_cumprod[t]) * x_t
    return mean, self.betas[t] * (1 - before) / (1 - self.alphas_cumprod[t])
