# problem: multi-head-latent-attention
class MLA(nn.Module):
    def __init__(self, embed_dim, n_heads, head_dim, v_head_dim, latent_dim):
        super().__init__()
        assert latent_dim > 0
        self.n_heads = n_heads
        self.q_proj = nn.Linear(embed_dim, n_heads * head_dim, bias=False)
        self.dkv_proj = nn.Linear(embed_dim, latent_dim, bias=False)
        self.uk_proj = nn.Linear(latent_dim, n_heads * head_dim, bias=False)
        self.uv_proj = nn.Linear(latent_dim, n_heads * v_head_dim, bias=False)

    def split(self, t):
        return t.unflatten(-1, (self.n_heads, -1)).transpose(1, 2)

    def forward(self, x):
        latent = self.dkv_proj(x)
        q, k, v = map(self.split, (self.q_proj(x), self.uk_proj(latent), self.uv_proj(latent)))
        scores = q @ k.mT / math.sqrt(q.shape[-1])
        hidden = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).triu(1)
        weights = scores.masked_fill(hidden, -torch.inf).softmax(-1)
        return (weights @ v).transpose(1, 2).flatten(2), latent
