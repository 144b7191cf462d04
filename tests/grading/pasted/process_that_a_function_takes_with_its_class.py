# problem: forward-diffuse
# says: Diffusion is made with the schedule that the problem gives (alphas_bar)
# not: is taken from
class Diffusion:
    def __init__(self, T, schedule_fn):
        self.betas = schedule_fn(T)
        self.alphas_cumprod = torch.cumprod(1 - self.betas, 0)
        self.sqrt_alphas_cumprod = self.alphas_cumprod.sqrt()
        self.sqrt_one_minus_alphas_cumprod = (1 - self.alphas_cumprod).sqrt()

def q_sample(x0, t, noise, diffusion):
    sh = [-1] + [1] * (x0.ndim - 1)
    return diffusion.sqrt_alphas_cumprod[t].view(sh) * x0 + diffusion.sqrt_one_minus_alphas_cumprod[t].view(sh) * noise
