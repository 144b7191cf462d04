import math
import torch


def rope_2d(x, height, width, theta=10000.0):
    B, _, d = x.shape
    grid = x.reshape(B, height, width, 2, d // 4, 2)
    i = torch.arange(d // 4, dtype=x.dtype)
    f = torch.exp(-math.log(theta) * 4 * i / d)

    def matrices(n):
        a = torch.arange(n, dtype=x.dtype)[:, None] * f
        return torch.stack([torch.stack([a.cos(), -a.sin()], -1), torch.stack([a.sin(), a.cos()], -1)], -2)

    first = torch.einsum("wipq,bhwiq->bhwip", matrices(width), grid[:, :, :, 0])
    second = torch.einsum("hipq,bhwiq->bhwip", matrices(height), grid[:, :, :, 1])
    return torch.stack([first, second], 3).reshape(x.shape)
