import numpy as np


def sft_loss(logits, labels, response_mask):
    logits, labels, m = np.asarray(logits), np.asarray(labels), np.asarray(response_mask)
    z = logits[:, :-1]
    z = z - z.max(axis=-1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=-1, keepdims=True))
    nll = -np.take_along_axis(logp, labels[:, 1:, None], axis=-1)[..., 0]
    m = m[:, 1:].astype(nll.dtype)
    n = m.sum()
    return (nll * m).sum() / n if n > 0 else 0.0
