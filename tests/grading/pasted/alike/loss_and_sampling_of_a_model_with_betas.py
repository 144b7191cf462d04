# problem: ddpm-loss
# says: DDPM is made with the schedule that the problem gives (alphas_bar)
class DDPM(nn.Module):
    def __init__(self, network, betas):
        super().__init__()
        self.network, self.T = network, len(betas)
        self.register_buffer("betas", betas)
        self.register_buffer("alphas_cumprod", torch.cumprod(1 - betas, 0))

    def q_sample(self, x0, t, noise):
        level = self.alphas_cumprod[t].reshape(-1, *[1] * (x0.ndim - 1))
        return level.sqrt() * x0 + (1 - level).sqrt() * noise

    def loss(self, x0):
        t = torch.randint(self.T, (len(x0),))
        eps = torch.randn_like(x0)
        return F.mse_loss(self.network(self.q_sample(x0, t, eps), t), eps)

    @torch.no_grad()
    def sample(self, x):
        for t in reversed(range(self.T)):
            beta, level = self.betas[t], self.alphas_cumprod[t]
            x = (x - beta / (1 - level).sqrt() * self.network(x, torch.full((len(x),), t))) / (1 - beta).sqrt()
            x = x + beta.sqrt() * torch.randn_like(x) if t else x
        return x
