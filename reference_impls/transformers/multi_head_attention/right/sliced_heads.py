import torch, math


class MultiHeadAttention(torch.nn.Module):
    def __init__(self, d_model, n_heads):
        super(MultiHeadAttention, self).__init__()
        assert d_model % n_heads == 0, "not divisible"
        self.d, self.h, self.dk = d_model, n_heads, d_model // n_heads
        self.qkv = torch.nn.Linear(d_model, 3 * d_model, bias=True)
        self.out = torch.nn.Linear(d_model, d_model, bias=True)

    def forward(self, x, mask=None):
        z = self.qkv(x)
        res = []
        B, T, _ = x.shape
        full = None if mask is None else mask.expand(B, self.h, T, T)
        for i in range(self.h):
            a, b = i * self.dk, (i + 1) * self.dk
            q, k, v = z[..., a:b], z[..., self.d + a : self.d + b], z[..., 2 * self.d + a : 2 * self.d + b]
            s = torch.bmm(q, k.transpose(1, 2)) / math.sqrt(self.dk)
            if full is not None:
                s = s.masked_fill(full[:, i] == 0, float("-inf"))
            res.append(torch.bmm(torch.softmax(s, dim=-1), v))
        return self.out(torch.cat(res, -1))
