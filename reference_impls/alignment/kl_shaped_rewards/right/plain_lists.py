import torch


def kl_shaped_rewards(score, logp, logp_ref, beta, mask):
    table = []
    for s, p, q, m in zip(score.tolist(), logp.tolist(), logp_ref.tolist(), mask.tolist()):
        row = [-beta * (a - b) if keep else 0.0 for a, b, keep in zip(p, q, m)]
        end = max(t for t, keep in enumerate(m) if keep)
        row[end] += s
        table.append(row)
    return torch.tensor(table)
