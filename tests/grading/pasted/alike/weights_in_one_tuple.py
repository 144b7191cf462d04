# problem: multi-head-latent-attention
# says: given in your weights: w_q, w_dkv, w_uk and w_uv
def mla(x, weights, n_heads):
    w_q, w_dkv, w_uk, w_uv = weights
    b, t, D = x.shape
    c = x @ w_dkv
    q, k, v = (z.view(b, t, n_heads, -1).transpose(1, 2) for z in (x @ w_q, c @ w_uk, c @ w_uv))
    s = q @ k.transpose(-1, -2) / q.shape[-1] ** 0.5
    s = s.masked_fill(~torch.ones(t, t, dtype=torch.bool).tril(), float("-inf"))
    return (s.softmax(-1) @ v).transpose(1, 2).reshape(b, t, -1), c
