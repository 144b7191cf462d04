# problem: multi-head-latent-attention
# expect: fail
class LatentAttention(nn.Module):
    def __init__(self, d_model, n_heads, head_dim, v_head_dim, kv_rank):
        super().__init__()
        self.n_heads = n_heads
        self.w_q = nn.Parameter(torch.randn(d_model, n_heads * head_dim))
        self.w_dkv = nn.Parameter(torch.randn(d_model, kv_rank))
        self.w_uk = nn.Parameter(torch.randn(kv_rank, n_heads * head_dim))
        self.w_uv = nn.Parameter(torch.randn(kv_rank, n_heads * v_head_dim))

    def heads(self, t):
        return t.view(*t.shape[:2], self.n_heads, -1).transpose(1, 2)

    def forward(self, x):
        latent = x @ self.w_dkv
        q, k, v = self.heads(x @ self.w_q), self.heads(latent @ self.w_uk), self.heads(latent @ self.w_uv)
        scores = q @ k.transpose(-1, -2) * (q.size(-1) * self.n_heads) ** -0.5
        scores = scores + torch.full((x.size(1), x.size(1)), float("-inf")).triu(1)
        return (scores.softmax(-1) @ v).transpose(1, 2).flatten(2), latent
