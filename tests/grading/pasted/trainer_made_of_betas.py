# problem: ddpm-loss
# expect: invalid
# says: Trainer is made of beta_1, beta_T, T, which the problem doesn't give.
class Trainer(nn.Module):
    def __init__(self, model, beta_1, beta_T, T):
        super().__init__()
        self.model, self.T = model, T
        self.register_buffer("levels", torch.cumprod(1 - torch.linspace(beta_1, beta_T, T), 0))

    def forward(self, x_0):
        t = torch.randint(self.T, (len(x_0),))
        noise = torch.randn_like(x_0)
        level = self.levels[t].view(-1, *[1] * (x_0.ndim - 1))
        return F.mse_loss(self.model(level.sqrt() * x_0 + (1 - level).sqrt() * noise, t), noise, reduction="none")
