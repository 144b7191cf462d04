import torch


def latent_attention(x, w_q, w_dkv, w_uk, w_uv, n_heads):
    bsz, seqlen, _ = x.size()
    q = (x @ w_q).view(bsz, seqlen, n_heads, -1)
    kv = x @ w_dkv
    wkb = w_uk.view(w_uk.shape[0], n_heads, -1)
    wvb = w_uv.view(w_uv.shape[0], n_heads, -1)
    q_latent = torch.einsum("bshd,chd->bshc", q, wkb)  # keys absorbed into the queries
    scores = torch.einsum("bshc,btc->bsht", q_latent, kv) * q.shape[-1] ** -0.5
    scores = scores + torch.full((seqlen, seqlen), float("-inf"), dtype=x.dtype).triu_(1).unsqueeze(1)
    out = torch.einsum("bsht,btc->bshc", scores.softmax(dim=-1), kv)
    return torch.einsum("bshc,chd->bshd", out, wvb).flatten(2), kv
