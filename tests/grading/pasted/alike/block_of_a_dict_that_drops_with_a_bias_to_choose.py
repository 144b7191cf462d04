# problem: gpt-block
# says: given in your cfg: width, n_heads, drop_rate and qkv_bias
# says: your code is called with qkv_bias=True
class Attention(nn.Module):
    def __init__(self, width, heads, drop, bias):
        super().__init__()
        self.heads = heads
        self.to_q, self.to_k, self.to_v = (nn.Linear(width, width, bias=bias) for _ in range(3))
        self.mix = nn.Linear(width, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        q, k, v = (each(x).unflatten(-1, (self.heads, -1)).transpose(1, 2) for each in (self.to_q, self.to_k, self.to_v))
        scores = (q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5).masked_fill(mask == 0, -torch.inf)
        return self.mix((self.drop(scores.softmax(-1)) @ v).transpose(1, 2).flatten(2))


class FeedForward(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(cfg["width"], 4 * cfg["width"]), nn.GELU(), nn.Linear(4 * cfg["width"], cfg["width"])
        )

    def forward(self, x):
        return self.layers(x)


class TransformerBlock(nn.Module):
    def __init__(self, cfg):
        super().__init__()
        self.norm1, self.norm2 = nn.LayerNorm(cfg["width"]), nn.LayerNorm(cfg["width"])
        self.att = Attention(cfg["width"], cfg["n_heads"], cfg["drop_rate"], cfg["qkv_bias"])
        self.ff = FeedForward(cfg)
        self.drop = nn.Dropout(cfg["drop_rate"])

    def forward(self, x, mask):
        x = x + self.drop(self.att(self.norm1(x), mask))
        return x + self.drop(self.ff(self.norm2(x)))
