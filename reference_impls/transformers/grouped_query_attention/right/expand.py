import torch
def repeat_kv(x, n):
    b, h, s, d = x.shape
    return x[:, :, None].expand(b, h, n, s, d).reshape(b, h * n, s, d)
def grouped_query_attention(q, k, v, causal=False):
    n = q.shape[1] // k.shape[1]
    k = repeat_kv(k, n); v = repeat_kv(v, n)
    w = q @ k.transpose(2, 3) / q.shape[-1] ** 0.5
    if causal:
        m = torch.full((q.shape[2], k.shape[2]), float('-inf'), dtype=w.dtype).triu(k.shape[2] - q.shape[2] + 1)
        w = w + m
    return torch.softmax(w, -1) @ v
