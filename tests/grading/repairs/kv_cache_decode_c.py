# planted: keys-scaled-at-every-step, mask-times-infinity, heads-joined
# left: heads-joined
import math
import torch


def decode_step(q, k_new, v_new, cache):
    old_k, old_v = cache if cache is not None else (k_new[:, :, :0], v_new[:, :, :0])
    k, v = torch.cat([old_k, k_new], 2), torch.cat([old_v, v_new], 2)
    B, H, t, d = q.shape
    S = k.shape[2]
    scores = torch.einsum("bhtd,bhsd->bhts", q, k) / math.sqrt(d)
    later = torch.triu(torch.ones(t, S, dtype=torch.bool, device=q.device), S - t + 1)
    p = scores.masked_fill(later, -math.inf).softmax(-1)
    out = torch.einsum("bhts,bhsd->bthd", p, v).reshape(B, t, H * d)
    return out, (k, v)
