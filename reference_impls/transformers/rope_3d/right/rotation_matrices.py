import math
import torch


def rope_3d(x, frames, height, width, split, theta=10000.0):
    T, d = x.shape[1:]
    R = torch.zeros(T, d, d, dtype=x.dtype)
    for n in range(T):
        t, rest = divmod(n, height * width)
        r, c = divmod(rest, width)
        j = 0
        for pos, w in zip((t, c, r), split):
            for i in range(w // 2):
                a = pos * theta ** (-2 * i / w)
                R[n, j, j] = R[n, j + 1, j + 1] = math.cos(a)
                R[n, j, j + 1], R[n, j + 1, j] = -math.sin(a), math.sin(a)
                j += 2
    return (R @ x.unsqueeze(-1)).squeeze(-1)
