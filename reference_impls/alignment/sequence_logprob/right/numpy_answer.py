import numpy as np


def sequence_logprob(logits, labels, mask):
    x = np.asarray(logits)[:, :-1]
    y = np.asarray(labels)[:, 1:]
    m = np.asarray(mask)[:, 1:]
    x = x - x.max(axis=-1, keepdims=True)
    logp = x - np.log(np.exp(x).sum(axis=-1, keepdims=True))
    return (np.take_along_axis(logp, y[..., None], axis=-1)[..., 0] * m).sum(axis=-1)
