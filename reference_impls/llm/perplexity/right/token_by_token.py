import torch


def perplexity(logits, targets, ignore_index=-100):
    total, n = 0.0, 0
    for row, ts in zip(logits, targets):
        for l, t in zip(row, ts.tolist()):
            if t == ignore_index:
                continue
            total = total + torch.logsumexp(l, 0) - l[t]
            n += 1
    return torch.exp(total / n)
