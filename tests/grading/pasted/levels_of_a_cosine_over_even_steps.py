# problem: forward-diffuse
# says: self.alphas_bar is taken from alphas_bar, which the problem gives
class Diffusion:
    def __init__(self, model, T=1000):
        self.model = model
        time = torch.linspace(0, 1, T)
        self.alphas_bar = torch.cos((time + 0.008) / 1.008 * math.pi / 2) ** 2

    def q_sample(self, x0, t, eps):
        kept = self.alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))
        return kept.sqrt() * x0 + (1 - kept).sqrt() * eps
