# slip: old-tokens-only
import torch


def decode_step(q, k_new, v_new, cache):
    if cache is None:
        s = q @ k_new.mT / q.shape[-1] ** 0.5
        s = s + torch.full(s.shape[-2:], float("-inf"), dtype=s.dtype).triu(1)
        return s.softmax(-1) @ v_new, (k_new, v_new)
    k, v = cache
    out = torch.softmax(torch.einsum("bhid,bhjd->bhij", q, k) / q.shape[-1] ** 0.5, dim=-1) @ v
    return out, (torch.cat([k, k_new], 2), torch.cat([v, v_new], 2))
