# expect: forbidden, error
# family: tampering
# attempts: the softmax that the loss of gradient boosting computes on its way
# stopped by: withholding
# problem: softmax
import numpy as np, torch
from sklearn._loss.loss import HalfMultinomialLoss
def softmax(x, dim=-1):
    a = np.moveaxis(np.asarray(x, dtype=np.float64), dim, -1)
    flat = np.ascontiguousarray(a.reshape(-1, a.shape[-1]))
    if a.shape[-1] < 3:
        pad = 3 - a.shape[-1]
        flat = np.ascontiguousarray(np.pad(flat, ((0, 0), (0, pad)), constant_values=-1e300))
    loss = HalfMultinomialLoss(n_classes=flat.shape[1])
    _, p = loss.gradient_proba(np.zeros(len(flat)), flat)
    p = p[:, :a.shape[-1]].reshape(a.shape)
    return np.ascontiguousarray(np.moveaxis(p, -1, dim))
