# problem: forward-diffuse
# says: GaussianDiffusion is made with the schedule that the problem gives
class GaussianDiffusion(nn.Module):
    def __init__(self, model, *, image_size, timesteps=1000, beta_schedule="cosine"):
        super().__init__()
        assert not model.random_or_learned_sinusoidal_cond
        self.model, self.channels = model, model.channels
        x = torch.linspace(0, timesteps, timesteps + 1)
        kept = torch.cos((x / timesteps + 0.008) / 1.008 * math.pi * 0.5) ** 2
        betas = torch.clip(1 - kept[1:] / kept[:-1], 0, 0.999)
        alphas_cumprod = torch.cumprod(1.0 - betas, dim=0)
        register_buffer = lambda name, val: self.register_buffer(name, val.to(torch.float32))
        register_buffer("betas", betas)
        register_buffer("sqrt_alphas_cumprod", torch.sqrt(alphas_cumprod))
        register_buffer("sqrt_one_minus_alphas_cumprod", torch.sqrt(1.0 - alphas_cumprod))

    def q_sample(self, x_start, t, noise):
        a, b = (part[t].view(-1, *[1] * (x_start.ndim - 1)) for part in (self.sqrt_alphas_cumprod, self.sqrt_one_minus_alphas_cumprod))
        return a * x_start + b * noise
