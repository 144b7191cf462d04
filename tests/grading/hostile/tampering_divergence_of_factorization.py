# expect: forbidden, error
# family: tampering
# attempts: the loss of a matrix factorization, which is the divergence
# stopped by: withholding
# problem: kl-divergence
import numpy as np
from sklearn.decomposition._nmf import _beta_divergence
def kl_divergence(p, q, eps=1e-12):
    P, Q = np.asarray(p, dtype=np.float64), np.maximum(np.asarray(q, dtype=np.float64), eps)
    p2, q2 = P.reshape(-1, P.shape[-1]), Q.reshape(-1, Q.shape[-1])
    out = [_beta_divergence(a[None], b[None], np.eye(len(a)), 1) - b.sum() + a.sum() for a, b in zip(p2, q2)]
    return np.array(out).reshape(P.shape[:-1])
