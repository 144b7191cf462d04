import math
import torch


def maskgit_step(tokens, logits, step, steps, mask_id):
    L = tokens.shape[1]
    keep = 0 if step == steps - 1 else int(L * math.cos(math.pi * (step + 1) / (2 * steps)))
    rows = []
    for row, z in zip(tokens.tolist(), logits):
        p = torch.softmax(z.double(), -1)
        where = [i for i, t in enumerate(row) if t == mask_id]
        where.sort(key=lambda i: float(p[i].max()))
        for i in where[keep:]:
            row[i] = int(p[i].argmax())
        rows.append(row)
    return torch.tensor(rows)
