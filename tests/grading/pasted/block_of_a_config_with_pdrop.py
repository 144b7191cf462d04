# problem: gpt-block
# says: your code is called with bias=True
class SelfAttention(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.qkv, self.proj = (nn.Linear(config.n_embd, k * config.n_embd, bias=config.bias) for k in (3, 1))
        self.attn_drop = nn.Dropout(config.attn_pdrop)
        self.n_head = config.n_head

    def forward(self, x, mask):
        q, k, v = (part.unflatten(-1, (self.n_head, -1)).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1))
        att = (q @ k.transpose(-2, -1) * k.shape[-1] ** -0.5).masked_fill(mask == 0, float("-inf")).softmax(dim=-1)
        return self.proj((self.attn_drop(att) @ v).transpose(1, 2).flatten(2))


class Block(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.ln_1, self.ln_2 = nn.LayerNorm(config.n_embd), nn.LayerNorm(config.n_embd)
        self.attn = SelfAttention(config)
        self.mlp = nn.ModuleDict({
            "c_fc": nn.Linear(config.n_embd, 4 * config.n_embd, bias=config.bias),
            "act": nn.GELU(),
            "c_proj": nn.Linear(4 * config.n_embd, config.n_embd, bias=config.bias),
            "dropout": nn.Dropout(config.resid_pdrop),
        })

    def forward(self, x, mask):
        x = x + self.attn(self.ln_1(x), mask)
        hidden = self.mlp.act(self.mlp.c_fc(self.ln_2(x)))
        return x + self.mlp.dropout(self.mlp.c_proj(hidden))
