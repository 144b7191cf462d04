import numpy as np


def perplexity(logits, targets, ignore_index=-100):
    logits = np.asarray(logits)
    targets = np.asarray(targets)
    keep = targets != ignore_index
    z, y = logits[keep], targets[keep]
    m = z.max(axis=1)
    log_z = m + np.log(np.exp(z - m[:, None]).sum(axis=1))
    return np.exp(np.mean(log_z - z[np.arange(len(y)), y]))
