# slip: equal-rewards-noise
import numpy as np


def grpo_advantages(rewards, eps=1e-6):
    r = np.asarray(rewards)
    ddof = 1 if r.shape[-1] > 1 else 0
    return (r - r.mean(-1, keepdims=True)) / (r.std(-1, ddof=ddof, keepdims=True) + eps)
