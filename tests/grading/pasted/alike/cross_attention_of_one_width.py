# problem: cross-attention
# expect: fail
# says: lets `k` and `v` map d_model to d_model
# not: constructor's arguments in the order
# not: `out`
class CrossAttention(nn.Module):
    def __init__(self, width, n_heads):
        super().__init__()
        self.n_heads, self.per_head = n_heads, width // n_heads
        self.to_q, self.to_k, self.to_v, self.to_out = (nn.Linear(width, width) for _ in range(4))

    def split(self, x):
        return x.unflatten(-1, (self.n_heads, self.per_head)).transpose(1, 2)

    def forward(self, x, context):
        q, k, v = self.split(self.to_q(x)), self.split(self.to_k(context)), self.split(self.to_v(context))
        weights = (q @ k.mT / math.sqrt(self.per_head)).softmax(-1)
        return self.to_out((weights @ v).transpose(1, 2).flatten(2))
