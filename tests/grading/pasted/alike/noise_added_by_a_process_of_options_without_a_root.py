# problem: forward-diffuse
# expect: fail
def pick(table, t, shape):
    return table.gather(-1, t).reshape(len(t), *[1] * (len(shape) - 1))


class NoiseProcess(nn.Module):
    def __init__(self, options, device):
        super().__init__()
        self.device = device
        levels = options["levels"]
        betas = torch.linspace(1e-4, 0.02, levels, dtype=torch.float64)
        alphas_cumprod = torch.cumprod(1.0 - betas, dim=0)
        self.fewer_levels = options["sampling_levels"]
        self.register_buffer("betas", betas)
        self.register_buffer("alphas_cumprod", alphas_cumprod)
        self.register_buffer("sqrt_alphas_cumprod", alphas_cumprod.sqrt())
        self.register_buffer("sqrt_one_minus_alphas_cumprod", 1.0 - alphas_cumprod)

    def q_sample(self, x_start, t, noise=None):
        if noise is None:
            noise = torch.randn_like(x_start)
        signal = pick(self.sqrt_alphas_cumprod, t, x_start.shape)
        return signal * x_start + pick(self.sqrt_one_minus_alphas_cumprod, t, x_start.shape) * noise
