import math
import torch


def timestep_embedding(t, dim, max_period=10000.0):
    rows = []
    for s in t.tolist():
        angles = [s / max_period ** (2 * i / dim) for i in range(dim // 2)]
        rows.append([math.cos(a) for a in angles] + [math.sin(a) for a in angles])
    return torch.tensor(rows)
