# problem: dropout
class Dropout(nn.Module):
    def __init__(self, rate=0.1):
        super().__init__()
        self.p = rate

    def forward(self, x):
        if not self.training:
            return x
        keep = torch.rand_like(x) >= self.p
        return torch.where(keep, x / max(1 - self.p, 1e-12), torch.zeros_like(x))
