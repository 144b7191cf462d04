# problem: ddpm-loss
# says: Process.p_losses is graded as ddpm_loss
class Process(nn.Module):
    def __init__(self, model, alphas_cumprod):
        super().__init__()
        self.model = model
        self.register_buffer("levels", alphas_cumprod)

    def p_losses(self, x_start):
        t = torch.randint(0, len(self.levels), (len(x_start),))
        noise = torch.randn_like(x_start)
        level = self.levels[t].view(-1, *[1] * (x_start.ndim - 1))
        return F.mse_loss(self.model(level.sqrt() * x_start + (1 - level).sqrt() * noise, t), noise)
