# slip: nothing-kept
import numpy as np


def top_p_filter(logits, p):
    x = np.array(logits)
    flat = x.reshape(-1, x.shape[-1])
    for row in flat:
        order = np.argsort(row)[::-1]
        probs = np.exp(row[order] - row.max())
        probs /= probs.sum()
        row[order[np.cumsum(probs) > p]] = -np.inf
    return x
