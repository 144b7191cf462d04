# problem: forward-diffuse
# says: self.alphas_cumprod is taken from alphas_bar, which the problem gives
class Diffusion:
    def __init__(self, model, image_size, T=1000):
        self.model = model.cuda()
        self.alphas_cumprod = torch.cos(torch.arange(1, T + 1) / T * math.pi / 2) ** 2
        self.betas = 1 - self.alphas_cumprod / torch.cat([torch.ones(1), self.alphas_cumprod[:-1]])

    def q_sample(self, x_start, t, noise):
        kept = self.alphas_cumprod[t].view(-1, *[1] * (x_start.ndim - 1))
        return kept.sqrt() * x_start + (1 - kept).sqrt() * noise
