# problem: lora-linear
# expect: fail
# says: right for what it covers
# says: The problem also asks for merge(): your class has no such method.
class LowRankLinear(nn.Module):
    def __init__(self, linear, rank=8, alpha=16.0):
        super().__init__()
        self.linear = linear
        self.linear.requires_grad_(False)
        self.scale = alpha / rank
        self.down = nn.Parameter(torch.randn(rank, linear.in_features) / rank)
        self.up = nn.Parameter(torch.zeros(linear.out_features, rank))

    def forward(self, x):
        return self.linear(x) + self.scale * F.linear(F.linear(x, self.down), self.up)

    def merge_into_base(self):
        if self.scale == 0:
            return
        self.linear.weight.data += self.scale * (self.up @ self.down)
