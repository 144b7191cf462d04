import numpy as np


def gspo_loss(logp, logp_old, advantages, mask, clip_low=3e-4, clip_high=4e-4):
    new, old, adv, m = (np.asarray(x, dtype=np.float64) for x in (logp, logp_old, advantages, mask))
    s = np.exp(np.average(new - old, axis=1, weights=m))
    return -np.minimum(s * adv, np.clip(s, 1 - clip_low, 1 + clip_high) * adv).mean()
