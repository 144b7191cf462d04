import numpy as np


def dapo_loss(logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
    new, old, adv, m = (np.asarray(x, dtype=np.float64) for x in (logp, logp_old, advantages, mask))
    r = np.exp(new - old)
    gain = np.minimum(r * adv[:, None], np.clip(r, 1 - clip_low, 1 + clip_high) * adv[:, None])
    return -np.average(gain, weights=m)
