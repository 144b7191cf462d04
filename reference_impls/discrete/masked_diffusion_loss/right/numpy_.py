import numpy as np


def masked_diffusion_loss(logits, x0, masked, t):
    z, x0, masked, t = (np.asarray(v) for v in (logits, x0, masked, t))
    z = z - z.max(-1, keepdims=True)
    lse = np.log(np.exp(z).sum(-1))
    b, l = np.nonzero(masked)
    return ((lse[b, l] - z[b, l, x0[b, l]]) / t[b]).sum() / x0.size
