import numpy as np


def softmax_cross_entropy_backward(logits, targets, ignore_index=-100):
    z, y = np.asarray(logits), np.asarray(targets)
    out = np.zeros_like(z)
    rows = [i for i in range(len(y)) if y[i] != ignore_index]
    for i in rows:
        e = np.exp(z[i] - z[i].max())
        out[i] = e / e.sum()
        out[i, y[i]] -= 1
    return out / len(rows)
