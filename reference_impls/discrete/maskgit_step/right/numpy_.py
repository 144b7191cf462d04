import numpy as np


def maskgit_step(tokens, logits, step, steps, mask_id):
    t, z = np.array(tokens), np.asarray(logits, dtype=float)
    n = int(np.floor(t.shape[1] * np.cos(np.pi / 2 * (step + 1) / steps)))
    p = np.exp(z - z.max(-1, keepdims=True))
    conf = 1 / p.sum(-1)
    conf[t != mask_id] = 2
    rank = conf.argsort(1).argsort(1)
    return np.where((t == mask_id) & (rank >= n), z.argmax(-1), t)
