import numpy as np


def k3_kl(logp, logp_ref):
    d = np.asarray(logp_ref, dtype=np.float64) - np.asarray(logp, dtype=np.float64)
    return np.expm1(d) - d
