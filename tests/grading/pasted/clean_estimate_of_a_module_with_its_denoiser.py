# problem: tweedie-x0
# says: your eps_model gives eps for the state and the time
# not: is a layer with the weight
class Denoised(nn.Module):
    def __init__(self, eps_model, alpha_bars):
        super().__init__()
        self.eps_model = eps_model
        self.register_buffer("alpha_bars", alpha_bars)

    def forward(self, x_t, t):
        kept = self.alpha_bars[t].view(-1, *([1] * (x_t.dim() - 1)))
        return (x_t - torch.sqrt(1 - kept) * self.eps_model(x_t, t)) / torch.sqrt(kept)
