# problem: forward-diffuse
# says: Diffusion is made with the schedule that the problem gives (alphas_bar)
class Diffusion:
    def __init__(self, betas, model_mean_type):
        alphas_cumprod = np.cumprod(1.0 - betas)
        self.sqrt_alphas_cumprod = np.sqrt(alphas_cumprod)
        self.sqrt_one_minus_alphas_cumprod = np.sqrt(1.0 - alphas_cumprod)
        self.mean_type = model_mean_type

    def q_sample(self, x_start, t, noise=None):
        noise = torch.randn_like(x_start) if noise is None else noise
        return self.at(self.sqrt_alphas_cumprod, t, x_start) * x_start + (
            self.at(self.sqrt_one_minus_alphas_cumprod, t, x_start) * noise
        )

    @staticmethod
    def at(table, t, x):
        return torch.from_numpy(table).to(x)[t].reshape(-1, *[1] * (x.ndim - 1))
