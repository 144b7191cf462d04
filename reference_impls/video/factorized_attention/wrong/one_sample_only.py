# slip: samples-mixed
import torch


def factorized_attention(x, attend):
    b, f, n, d = x.shape
    x = attend(x.reshape(b * f, n, d))
    x = x.permute(1, 0, 2)  # (n, b*f, d)
    return attend(x).permute(1, 0, 2).reshape(b, f, n, d)
