# problem: forward-diffuse
# says: the inputs were converted to NumPy
class Process:
    def __init__(self, net, opt):
        self.net = net
        betas = schedule_named(opt.name, opt.steps)
        kept = np.cumprod(1 - betas)
        self.sqrt_alphas_cumprod = np.sqrt(kept)
        self.sqrt_one_minus_alphas_cumprod = np.sqrt(1 - kept)

    def q_sample(self, x0, t, eps):
        shape = (-1,) + (1,) * (x0.ndim - 1)
        of_data, of_noise = self.sqrt_alphas_cumprod[t], self.sqrt_one_minus_alphas_cumprod[t]
        return of_data.reshape(shape) * x0 + of_noise.reshape(shape) * eps
