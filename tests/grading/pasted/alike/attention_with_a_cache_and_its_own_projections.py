# problem: kv-cache-decode
# expect: invalid
# says: takes no k_new and v_new: it makes them with weights of its own, to_q, to_k, to_v
class Cached(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        self.n_heads, self.width = n_heads, d_model // n_heads
        self.to_q = nn.Linear(d_model, d_model)
        self.to_k = nn.Linear(d_model, d_model)
        self.to_v = nn.Linear(d_model, d_model)

    def forward(self, x, cache=None):
        B, T, C = x.shape
        q, k, v = (to(x).view(B, T, self.n_heads, self.width).transpose(1, 2) for to in (self.to_q, self.to_k, self.to_v))
        if cache is not None:
            k, v = torch.cat([cache[0], k], 2), torch.cat([cache[1], v], 2)
        hidden = torch.ones(T, k.size(2), dtype=torch.bool).triu(k.size(2) - T + 1)
        scores = (q @ k.transpose(-2, -1) / self.width**0.5).masked_fill(hidden, float("-inf"))
        return (scores.softmax(-1) @ v).transpose(1, 2).reshape(B, T, C), (k, v)
