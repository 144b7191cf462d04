# slip: back-by-view
import torch


def factorized_attention(x, attend):
    b, f, n, d = x.shape
    y = torch.stack([attend(frame) for frame in x.unbind(1)], dim=1)
    y = attend(y.permute(0, 2, 1, 3).flatten(0, 1))
    return y.reshape(b, f, n, d)
