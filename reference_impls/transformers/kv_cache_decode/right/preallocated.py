import torch
import math


def decode_step(q, k_new, v_new, cache):
    B, H, t, d = k_new.shape
    p = 0 if cache is None else cache[0].shape[2]
    k = torch.empty(B, H, p + t, d, dtype=k_new.dtype, device=k_new.device)
    v = torch.empty(B, H, p + t, v_new.shape[-1], dtype=v_new.dtype, device=v_new.device)
    if p:
        k[:, :, :p] = cache[0]
        v[:, :, :p] = cache[1]
    k[:, :, p:] = k_new
    v[:, :, p:] = v_new
    rows = []
    for i in range(t):
        n = p + i + 1
        w = torch.softmax(q[:, :, i : i + 1] @ k[:, :, :n].mT / math.sqrt(d), dim=-1)
        rows.append(w @ v[:, :, :n])
    return torch.cat(rows, dim=2), (k, v)
