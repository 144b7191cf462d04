import numpy as np


def ppo_loss(logp, logp_old, advantages, clip=0.2):
    logp, logp_old, A = map(np.asarray, (logp, logp_old, advantages))
    r = np.exp(logp - logp_old)
    return -np.minimum(r * A, np.clip(r, 1 - clip, 1 + clip) * A).mean()
