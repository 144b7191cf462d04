# problem: ddpm-loss
# says: DenoiseDiffusion is made with the schedule that the problem gives
class DenoiseDiffusion:
    def __init__(self, eps_model, n_steps, device):
        self.eps_model = eps_model
        self.beta = torch.linspace(0.0001, 0.02, n_steps).to(device)
        self.alpha = 1. - self.beta
        self.alpha_bar = torch.cumprod(self.alpha, dim=0)
        self.n_steps = n_steps
    def q_xt_x0(self, x0, t):
        mean = gather(self.alpha_bar, t, x0) ** 0.5 * x0
        return mean, 1 - gather(self.alpha_bar, t, x0)
    def q_sample(self, x0, t, eps=None):
        if eps is None:
            eps = torch.randn_like(x0)
        mean, var = self.q_xt_x0(x0, t)
        return mean + (var ** 0.5) * eps
    def loss(self, x0, noise=None):
        t = torch.randint(0, self.n_steps, (x0.shape[0],), device=x0.device)
        if noise is None:
            noise = torch.randn_like(x0)
        xt = self.q_sample(x0, t, eps=noise)
        return F.mse_loss(noise, self.eps_model(xt, t))

def gather(consts, t, x):
    return consts.gather(-1, t).reshape(-1, *[1] * (x.dim() - 1))
