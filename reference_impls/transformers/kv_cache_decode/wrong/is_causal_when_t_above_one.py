# slip: top-left-for-a-chunk
import torch
import torch.nn.functional as F


def decode_step(q, k_new, v_new, cache):
    k, v = k_new, v_new
    if cache is not None:
        k = torch.cat([cache[0], k_new], 2)
        v = torch.cat([cache[1], v_new], 2)
    return F.scaled_dot_product_attention(q, k, v, is_causal=q.shape[2] > 1), (k, v)
