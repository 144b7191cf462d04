# problem: swiglu
# expect: fail
# says: GEGLU
# not: right for what it covers
class GatedFeedForward(nn.Module):
    """Its config says first how wide the layer inside is, and an argument may say it otherwise."""

    def __init__(self, config, intermediate_size=None):
        super().__init__()
        self.intermediate_size = intermediate_size or config.intermediate_size
        self.gate = nn.Linear(config.n_embd, self.intermediate_size, bias=config.bias)
        self.up = nn.Linear(config.n_embd, self.intermediate_size, bias=config.bias)
        self.down = nn.Linear(self.intermediate_size, config.n_embd, bias=config.bias)

    def forward(self, x):
        return self.down(F.gelu(self.gate(x)) * self.up(x))
