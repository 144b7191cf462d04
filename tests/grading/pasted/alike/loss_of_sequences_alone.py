# problem: ddpm-loss
# expect: fail
# says: two shapes don't fit: 24 against 3 along axis 1
# not: should call `model
# not: appends a single axis
class Noising(nn.Module):
    def __init__(self, steps: int = 100):
        super().__init__()
        self.steps = steps
        self.register_buffer("kept", torch.cumprod(1 - torch.linspace(1e-4, 0.02, steps), dim=0))

    def noised(self, x0, t, noise):
        kept = self.kept[t].view(-1, 1, 1)
        return kept.sqrt() * x0 + (1 - kept).sqrt() * noise

    def ddpm_loss(self, model, x0):
        t = torch.randint(0, self.steps, (len(x0),), device=x0.device)
        noise = torch.randn_like(x0)
        return F.mse_loss(model(self.noised(x0, t, noise), t), noise)
