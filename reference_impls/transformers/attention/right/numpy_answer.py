import numpy as np
def attention(q,k,v,mask=None):
    s = np.einsum('bhtd,bhsd->bhts', q, k) / np.sqrt(q.shape[-1])
    if mask is not None: s = np.where(np.asarray(mask)==0, -np.inf, s)
    s = s - s.max(-1, keepdims=True)
    p = np.exp(s); p /= p.sum(-1, keepdims=True)
    return p@v, p
