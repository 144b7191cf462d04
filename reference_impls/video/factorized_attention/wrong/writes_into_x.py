# slip: none
import torch


def factorized_attention(x, attend):
    for f in range(x.shape[1]):
        x[:, f] = attend(x[:, f].clone())
    for n in range(x.shape[2]):
        x[:, :, n] = attend(x[:, :, n].clone())
    return x
