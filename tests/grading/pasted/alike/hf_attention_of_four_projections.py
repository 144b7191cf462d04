# problem: multi-head-attention
# expect: fail
# says: not divisible by
class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, num_heads, dropout=0.0):
        super().__init__()
        self.h = num_heads; self.d = d_model // num_heads
        self.q_proj = nn.Linear(d_model, d_model); self.k_proj = nn.Linear(d_model, d_model)
        self.v_proj = nn.Linear(d_model, d_model); self.o_proj = nn.Linear(d_model, d_model)
    def forward(self, query, key, value, mask=None):
        B = query.size(0)
        q, k, v = [l(x).view(B, -1, self.h, self.d).transpose(1, 2) for l, x in zip((self.q_proj, self.k_proj, self.v_proj), (query, key, value))]
        s = q @ k.transpose(-2, -1) / math.sqrt(self.d)
        if mask is not None: s = s.masked_fill(mask == 0, -1e9)
        return self.o_proj((s.softmax(-1) @ v).transpose(1, 2).reshape(B, -1, self.h * self.d))
