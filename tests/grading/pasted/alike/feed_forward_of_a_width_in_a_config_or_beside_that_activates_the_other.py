# problem: swiglu
# expect: fail
# says: applies silu to x @ w_up
# not: Something else
class GatedLayer(nn.Module):
    def __init__(self, config: Config, intermediate_size: Optional[int] = None) -> None:
        super().__init__()
        self.width = intermediate_size or config.intermediate_size
        self.fc_1 = nn.Linear(config.n_embd, self.width, bias=config.bias)
        self.fc_2 = nn.Linear(config.n_embd, self.width, bias=config.bias)
        self.proj = nn.Linear(self.width, config.n_embd, bias=config.bias)
        self.config = config

    def forward(self, x):
        return self.proj(self.fc_1(x) * F.silu(self.fc_2(x)))
