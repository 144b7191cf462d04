# problem: rope-1d
# says: your precompute_freqs_cis makes the table that your apply_rotary_emb turns by
def precompute_freqs_cis(dim, end, theta=10000.0):
    rates = 1.0 / theta ** (torch.arange(0, dim, 2).float() / dim)
    angles = torch.outer(torch.arange(end).float(), rates)
    return torch.polar(torch.ones_like(angles), angles)


def apply_rotary_emb(xq, xk, freqs_cis):
    assert freqs_cis.shape == (xq.shape[1], xq.shape[-1] // 2)
    pairs = (torch.view_as_complex(one.float().reshape(*one.shape[:-1], -1, 2)) for one in (xq, xk))
    return tuple(torch.view_as_real(one * freqs_cis[None, :, None]).flatten(3).type_as(xq) for one in pairs)


class Attention(nn.Module):
    def __init__(self, dim, n_heads):
        super().__init__()
        self.n_heads = n_heads
        self.wq, self.wk = nn.Linear(dim, dim), nn.Linear(dim, dim)

    def forward(self, x, freqs_cis):
        q, k = (layer(x).unflatten(-1, (self.n_heads, -1)) for layer in (self.wq, self.wk))
        q, k = apply_rotary_emb(q, k, freqs_cis)
        return (q.transpose(1, 2) @ k.transpose(1, 2).mT).softmax(-1)


def test_shapes():
    q = torch.randn(1, 3, 2, 4)
    assert apply_rotary_emb(q, q, precompute_freqs_cis(4, 3))[0].shape == q.shape
