# problem: grouped-query-attention
# expect: fail
def repeat_kv(x, n_rep):
    b, h, s, d = x.shape
    return x[:, None].expand(b, n_rep, h, s, d).reshape(b, h * n_rep, s, d)


def gqa(q, k, v, num_heads, num_kv_heads, is_causal=False):
    k, v = (repeat_kv(x, num_heads // num_kv_heads) for x in (k, v))
    scores = q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1])
    if is_causal:
        T, S = scores.shape[-2:]
        scores = scores.masked_fill(torch.ones(T, S, dtype=torch.bool).triu(S - T + 1), float("-inf"))
    return scores.softmax(-1) @ v
