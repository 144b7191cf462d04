# slip: time-by-view
import torch


def factorized_attention(x, attend):
    shape = x.shape
    b, f, n, d = shape
    x = attend(x.view(-1, n, d)).view(shape)
    x = attend(x.contiguous().view(-1, f, d)).view(shape)
    return x
