import math

import torch


def top_p_filter(logits, p):
    flat = logits.reshape(-1, logits.shape[-1])
    rows = []
    for row in flat:
        values = row.detach().tolist()
        top = max(values)
        weights = [math.exp(v - top) for v in values]
        order = sorted(range(len(values)), key=lambda i: -weights[i])
        total, mass, kept = sum(weights), 0.0, []
        for i in order:
            kept.append(i)
            mass += weights[i] / total
            if mass >= p:
                break
        mask = torch.full_like(row, -math.inf)
        mask[kept] = 0.0
        rows.append(row + mask)
    return torch.stack(rows).reshape(logits.shape)
