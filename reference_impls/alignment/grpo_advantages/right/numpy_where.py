import numpy as np


def grpo_advantages(rewards, eps=1e-6):
    r = np.asarray(rewards)
    if r.shape[-1] == 1:
        return np.zeros_like(r)
    centred = r - r.mean(-1, keepdims=True)
    std = r.std(-1, ddof=1, keepdims=True)
    same = r.max(-1, keepdims=True) == r.min(-1, keepdims=True)
    return np.where(same, 0.0, centred / (std + eps))
