import numpy as np


def info_nce(q, k_pos, k_neg, tau=0.07):
    q, k_pos, k_neg = map(np.asarray, (q, k_pos, k_neg))
    keys = np.concatenate([k_pos[:, None], k_neg], axis=1)
    logits = np.einsum("bd,bkd->bk", q, keys) / tau
    top = logits.max(axis=1)
    lse = top + np.log(np.exp(logits - top[:, None]).sum(axis=1))
    return (lse - logits[:, 0]).mean()
