import math

import torch


def rms_norm(x, weight, eps=1e-6):
    w = weight.tolist()
    rows = []
    for row in x.reshape(-1, len(w)).tolist():
        rms = math.sqrt(sum(v * v for v in row) / len(row) + eps)
        rows.append([v / rms * g for v, g in zip(row, w)])
    return torch.tensor(rows, dtype=x.dtype).reshape(x.shape)
