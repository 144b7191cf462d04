# problem: gpt-block
# expect: invalid
# says: Your code also needs config, which the problem doesn't give: it gives d and h
class CausalSelfAttention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.c_attn = nn.Linear(config.n_embd, 3 * config.n_embd)
    def forward(self, x):
        return self.c_attn(x)
class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.ln_1 = nn.LayerNorm(config.n_embd)
        self.attn = CausalSelfAttention(config)
    def forward(self, x):
        return x + self.attn(self.ln_1(x))
