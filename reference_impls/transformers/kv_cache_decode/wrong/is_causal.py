# slip: top-left
import torch
import torch.nn.functional as F


def decode_step(q, k_new, v_new, cache):
    k, v = k_new, v_new
    if cache is not None:
        k, v = torch.cat([cache[0], k], 2), torch.cat([cache[1], v], 2)
    return F.scaled_dot_product_attention(q, k, v, is_causal=True), (k, v)
