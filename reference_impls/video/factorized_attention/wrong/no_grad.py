# slip: detached
import torch


def factorized_attention(x, attend):
    b, f, n, d = x.shape
    with torch.no_grad():
        y = attend(x.reshape(b * f, n, d)).view(b, f, n, d)
    y = attend(y.transpose(1, 2).reshape(b * n, f, d))
    return y.view(b, n, f, d).transpose(1, 2)
