# slip: masked-without-cache-only
import torch
import torch.nn.functional as F


def decode_step(q, k_new, v_new, cache):
    if cache is None:
        return F.scaled_dot_product_attention(q, k_new, v_new, is_causal=True), (k_new, v_new)
    k, v = torch.cat([cache[0], k_new], 2), torch.cat([cache[1], v_new], 2)
    return F.scaled_dot_product_attention(q, k, v), (k, v)
