# problem: grouped-query-attention
# not: takes tokens before heads
def grouped_attention(k, v, q, causal=False):
    per_group = q.size(1) // k.size(1)
    k, v = k.repeat_interleave(per_group, 1), v.repeat_interleave(per_group, 1)
    scores = torch.einsum("bhqd,bhkd->bhqk", q, k) * q.size(-1) ** -0.5
    if causal:
        n, m = scores.shape[-2:]
        future = torch.arange(m) > torch.arange(n)[:, None] + m - n
        scores = scores.masked_fill(future, -torch.inf)
    return scores.softmax(-1) @ v
