# problem: sample-next-token
# expect: error
# says: NumPy's `choice` draws from one row
# says: the inputs were converted to NumPy
# not: takes int as dim
import numpy as np


def pick(logits, top_k=40, top_p=0.95):
    """For one row of logits, as a chat in a terminal has them."""
    p = np.exp(logits - np.max(logits))
    p /= np.sum(p)
    order = np.argsort(p)[::-1]
    p = p[order]
    if top_k:
        p[top_k:] = 0
    p[1 + int(np.argmax(np.cumsum(p) >= top_p)) :] = 0
    return int(np.random.choice(order, p=p / p.sum()))
