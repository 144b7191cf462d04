import torch
import torch.nn.functional as F


def decode_step(q, k_new, v_new, cache):
    past_k, past_v = cache if cache is not None else (k_new[:, :, :0], v_new[:, :, :0])
    k = torch.cat((past_k, k_new), dim=-2)
    v = torch.cat((past_v, v_new), dim=-2)
    T, S = q.size(-2), k.size(-2)
    mask = torch.ones(T, S, dtype=torch.bool).tril(S - T)
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask), (k, v)
