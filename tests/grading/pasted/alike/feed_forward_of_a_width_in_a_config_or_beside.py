# problem: swiglu
# says: your class derives a width that the problem gives
class GatedLayer(nn.Module):
    def __init__(self, config: Config, intermediate_size: Optional[int] = None) -> None:
        super().__init__()
        self.width = intermediate_size or config.intermediate_size
        self.fc_1 = nn.Linear(config.n_embd, self.width, bias=config.bias)
        self.fc_2 = nn.Linear(config.n_embd, self.width, bias=config.bias)
        self.proj = nn.Linear(self.width, config.n_embd, bias=config.bias)
        self.config = config

    def forward(self, x):
        return self.proj(F.silu(self.fc_1(x)) * self.fc_2(x))
