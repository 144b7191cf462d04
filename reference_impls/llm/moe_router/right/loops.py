import torch


def moe_router(logits, k):
    N, E = logits.shape
    p = torch.softmax(logits, 1)
    gates, chosen, counts = [], [], [0] * E
    for n in range(N):
        order = sorted(range(E), key=lambda e: -float(logits[n, e]))[:k]
        weights = torch.stack([p[n, e] for e in order])
        gates.append(weights / weights.sum())
        chosen.append(order)
        for e in order:
            counts[e] += 1
    aux = sum(E * counts[e] / (N * k) * p[:, e].mean() for e in range(E))
    return torch.stack(gates), torch.tensor(chosen), aux
