# problem: multi-head-latent-attention
class MLA(nn.Module):
    def __init__(self, dim, n_heads, head_dim, v_head_dim, rank):
        super().__init__()
        self.n_heads = n_heads
        self.to_q = nn.Linear(dim, n_heads * head_dim, bias=False)
        self.to_latent = nn.Linear(dim, rank, bias=False)
        self.uk = nn.Linear(rank, n_heads * head_dim, bias=False)
        self.uv = nn.Linear(rank, n_heads * v_head_dim, bias=False)

    def split(self, t):
        return t.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)

    def forward(self, x):
        latent = self.to_latent(x)
        q, k, v = map(self.split, (self.to_q(x), self.uk(latent), self.uv(latent)))
        scores = q @ k.mT / math.sqrt(q.shape[-1])
        hidden = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
        weights = scores.masked_fill(hidden, -torch.inf).softmax(-1)
        return (weights @ v).transpose(1, 2).flatten(2), latent
