# slip: none
# new tokens are written into spare room behind the cached ones; two continuations of one cache overwrite each other
# input: _, c = first chunk; _, c1 = step with tokens A from c; _, c2 = step with tokens B from c: c1 now holds B's keys
import math

import torch


def _append(old, new):
    """Append along the time axis; the buffer behind `old` doubles when full, so that appending is cheap."""
    B, H, t, d = new.shape
    S = 0 if old is None else old.shape[2]
    buf = None if old is None else getattr(old, "_kv_buffer", None)
    if buf is None or buf.shape[2] < S + t:
        buf = new.new_zeros(B, H, max(64, 2 * (S + t)), d)
        if S:
            buf[:, :, :S] = old
    buf[:, :, S:S + t] = new
    view = buf[:, :, :S + t]
    view._kv_buffer = buf
    return view


def decode_step(q, k_new, v_new, cache):
    old_k, old_v = cache if cache is not None else (None, None)
    k, v = _append(old_k, k_new), _append(old_v, v_new)
    t, n = q.shape[2], k.shape[2]
    scores = torch.matmul(q, k.transpose(2, 3)) / math.sqrt(q.shape[3])
    future = torch.ones(t, n, dtype=torch.bool, device=q.device).triu(n - t + 1)
    scores = scores.masked_fill(future, float("-inf"))
    out = torch.matmul(torch.softmax(scores, dim=-1), v)
    return out, (k, v)
