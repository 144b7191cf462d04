import numpy as np


def cross_entropy(logits, targets):
    z = np.asarray(logits) - np.max(logits, axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    return float(-log_p[np.arange(len(z)), np.asarray(targets)].mean())
