# slip: residual-added
import torch


def factorized_attention(x, attend):
    b, f, n, d = x.shape
    x = x + attend(x.flatten(0, 1)).unflatten(0, (b, f))
    t = attend(x.transpose(1, 2).flatten(0, 1)).unflatten(0, (b, n)).transpose(1, 2)
    return x + t
