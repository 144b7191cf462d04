# problem: forward-diffuse
# says: Diffusion is made with the schedule that the problem gives
class Diffusion:
    def __init__(self, model, T=1000):
        self.model = model
        self.alphas = torch.linspace(0.9999, 0.98, T)
        self.alphas_cumprod = torch.cumprod(self.alphas, 0)

    def q_sample(self, x0, t, noise):
        a = self.alphas_cumprod[t].view(-1, *[1] * (x0.ndim - 1))
        return a.sqrt() * x0 + (1 - a).sqrt() * noise
