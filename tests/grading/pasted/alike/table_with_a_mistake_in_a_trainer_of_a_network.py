# problem: ddpm-step
# expect: fail
# says: It should take the root of the denominator
class DDPM:
    def __init__(self, model, betas):
        self.model = model.eval()
        self.betas = betas
        self.alphas = 1 - betas
        self.alphas_cumprod = self.alphas.cumprod(0)
        self.sqrt_one_minus_alphas_cumprod = 1 - self.alphas_cumprod
        self.sqrt_recip_alphas = (1 / self.alphas).sqrt()

    def p_sample(self, x, eps, t, z):
        mean = self.sqrt_recip_alphas[t] * (x - self.betas[t] / self.sqrt_one_minus_alphas_cumprod[t] * eps)
        return mean if t == 0 or z is None else mean + self.betas[t].sqrt() * z
