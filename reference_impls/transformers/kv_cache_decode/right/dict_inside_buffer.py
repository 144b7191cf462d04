import torch
def decode_step(q, k_new, v_new, cache):
    B, H, t, d = k_new.shape
    n = 0 if cache is None else cache[0].size(2)
    buf = torch.empty(2, B, H, n + t, d, dtype=k_new.dtype)
    if cache is not None:
        buf[0, :, :, :n], buf[1, :, :, :n] = cache
    buf[0, :, :, n:] = k_new; buf[1, :, :, n:] = v_new
    mask = torch.ones(t, n + t).tril(n).bool()
    s = (q @ buf[0].transpose(2, 3)) * d ** -0.5
    return torch.where(mask, s, torch.tensor(-torch.inf, dtype=s.dtype)).softmax(3) @ buf[1], (buf[0], buf[1])
