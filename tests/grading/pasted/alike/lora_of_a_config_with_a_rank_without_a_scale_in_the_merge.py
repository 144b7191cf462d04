# problem: lora-linear
# expect: fail
@dataclass
class LoraSettings:
    rank: int = 8
    alpha: float = 16.0
    dropout: float = 0.05


class LinearWithLoRA(nn.Module):
    def __init__(self, linear: nn.Linear, config: LoraSettings = LoraSettings()):
        super().__init__()
        self.linear = linear.requires_grad_(False)
        self.scaling = config.alpha / config.rank
        self.A = nn.Parameter(torch.randn(config.rank, linear.in_features) / config.rank)
        self.B = nn.Parameter(torch.zeros(linear.out_features, config.rank))
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, x):
        return self.linear(x) + self.scaling * F.linear(F.linear(self.dropout(x), self.A), self.B)

    def merge(self):
        merged = copy.deepcopy(self.linear)
        merged.weight.data += self.B.data @ self.A.data
        return merged
