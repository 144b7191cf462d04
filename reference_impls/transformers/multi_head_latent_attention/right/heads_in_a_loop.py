import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    c = torch.matmul(x, w_dkv)
    mask = torch.tril(torch.ones(x.shape[1], x.shape[1])) == 0
    outs = []
    for wq, wk, wv in zip(w_q.chunk(n_heads, 1), w_uk.chunk(n_heads, 1), w_uv.chunk(n_heads, 1)):
        s = (x @ wq) @ (c @ wk).mT * wq.shape[1] ** -0.5
        outs.append(torch.softmax(s.masked_fill(mask, float("-inf")), -1) @ (c @ wv))
    return torch.cat(outs, dim=-1), c
