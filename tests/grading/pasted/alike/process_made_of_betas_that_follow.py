# problem: forward-diffuse
# says: Process is made with the schedule that the problem gives (alphas_bar)
class Process:
    def __init__(self, betas):
        self.betas = betas
        self.ab = torch.cumprod(1 - betas, 0)
    def q_sample(self, x, t, noise=None):
        a = self.ab[t].view(-1, *([1] * (x.dim() - 1)))
        return a.sqrt() * x + (1 - a).sqrt() * noise
