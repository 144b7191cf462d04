import numpy as np
def decode_step(q, k_new, v_new, cache):
    q, k, v = np.asarray(q), np.asarray(k_new), np.asarray(v_new)
    if cache is not None:
        k = np.concatenate([np.asarray(cache[0]), k], 2); v = np.concatenate([np.asarray(cache[1]), v], 2)
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(q.shape[-1])
    t, S = s.shape[-2:]
    s = np.where(np.arange(S) > np.arange(t)[:, None] + S - t, -np.inf, s)
    e = np.exp(s - s.max(-1, keepdims=True))
    return (e / e.sum(-1, keepdims=True)) @ v, (k, v)
