import numpy as np


def grpo_loss(logp, logp_old, logp_ref, advantages, mask, clip=0.2, beta=0.04):
    new, old, ref, adv, m = (np.asarray(x, dtype=np.float64) for x in (logp, logp_old, logp_ref, advantages, mask))
    r = np.exp(new - old)
    gain = np.minimum(r * adv[:, None], np.clip(r, 1 - clip, 1 + clip) * adv[:, None])
    d = ref - new
    token = gain - beta * (np.expm1(d) - d)
    return -np.average(token, axis=1, weights=m).mean()
