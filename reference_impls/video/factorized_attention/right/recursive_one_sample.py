import torch


def factorized_attention(x, attend):
    if len(x) > 1:
        return torch.cat([factorized_attention(x[i : i + 1], attend) for i in range(len(x))])
    y = attend(x[0])
    return attend(y.transpose(0, 1)).transpose(0, 1)[None]
