# slip: none
import torch


def factorized_attention(x, attend):
    """Right when the batch has one sample: the sequences are unfolded with the batch last."""
    b, f, n, d = x.shape
    x = attend(x.reshape(b * f, n, d)).reshape(b, f, n, d)
    t = attend(x.permute(2, 0, 1, 3).reshape(n * b, f, d))
    return t.reshape(b, n, f, d).permute(0, 2, 1, 3)
