import numpy as np


def merge_attention(outs, lses):
    outs, lses = np.asarray(outs), np.asarray(lses)
    m = lses.max(0, keepdims=True)
    w = np.exp(lses - m)
    total = w.sum(0)
    return (w[..., None] * outs).sum(0) / total[..., None], np.log(total) + m[0]
