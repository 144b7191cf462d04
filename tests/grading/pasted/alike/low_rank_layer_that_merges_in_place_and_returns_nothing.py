# problem: lora-linear
# expect: fail
# says: Your `merge()` returns nothing. It should return a Linear.
class LowRank(nn.Module):
    def __init__(self, base, rank, alpha):
        super().__init__()
        self.base, self.scale, self.is_merged = base.requires_grad_(False), alpha / rank, False
        self.down = nn.Parameter(torch.randn(rank, base.in_features) / rank)
        self.up = nn.Parameter(torch.zeros(base.out_features, rank))

    def forward(self, x):
        y = self.base(x)
        return y if self.is_merged else y + x @ self.down.T @ self.up.T * self.scale

    @torch.no_grad()
    def merge(self):
        if not self.is_merged:
            self.base.weight += self.scale * self.up @ self.down
            self.is_merged = True
