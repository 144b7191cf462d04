# problem: ddim-sample
# expect: fail
# says: of the next timestep
class DDIMSampler:
    def __init__(self, model, n_timesteps, device="cpu"):
        self.model = model
        self.T = n_timesteps
        betas = torch.linspace(1e-4, 0.02, n_timesteps, device=device)
        self.alphas_cumprod = torch.cumprod(1.0 - betas, dim=0)

    @torch.no_grad()
    def sample(self, x_T, num_steps):
        times = [(self.T - 1) * (num_steps - i) // num_steps for i in range(num_steps + 1)]
        x = x_T
        for now, after in zip(times[:-1], times[1:]):
            noise = self.model(x, torch.full((x.shape[0],), now, dtype=torch.long))
            a, b = self.alphas_cumprod[now], self.alphas_cumprod[after]
            clean = (x - (1 - a).sqrt() * noise) / a.sqrt()
            x = b.sqrt() * clean + (1 - a).sqrt() * noise
        return x
