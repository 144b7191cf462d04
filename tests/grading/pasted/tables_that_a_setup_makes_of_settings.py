# problem: forward-diffuse
# says: GD is made with the schedule that the problem gives (alphas_bar)
class GD:
    def __init__(self, model, opt):
        self.model = model
        self._setup(make_schedule(opt))

    def _setup(self, betas):
        alphas = 1 - betas
        self.alphas_cumprod = torch.cumprod(alphas, 0)
        self.sqrt_one_minus_alphas_cumprod = torch.sqrt(1 - self.alphas_cumprod)

    def q_sample(self, x0, t, eps):
        shape = (-1,) + (1,) * (x0.ndim - 1)
        return self.alphas_cumprod[t].sqrt().reshape(shape) * x0 + self.sqrt_one_minus_alphas_cumprod[t].reshape(shape) * eps
