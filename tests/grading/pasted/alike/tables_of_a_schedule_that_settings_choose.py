# problem: forward-diffuse
# says: GD is made with the schedule that the problem gives (alphas_bar)
class GD:
    def __init__(self, net, opt):
        self.net = net
        if opt.schedule == "linear":
            betas = torch.linspace(opt.b0, opt.b1, opt.T)
            self.alphas_cumprod = torch.cumprod(1 - betas, 0)
            self.sqrt_one_minus_alphas_cumprod = torch.sqrt(1 - self.alphas_cumprod)
        else:
            raise ValueError

    def q_sample(self, x0, t, eps):
        sh = (-1,) + (1,) * (x0.ndim - 1)
        return self.alphas_cumprod[t].sqrt().reshape(sh) * x0 + self.sqrt_one_minus_alphas_cumprod[t].reshape(sh) * eps
