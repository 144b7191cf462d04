# planted: logits-clamped-at-88, normalised-over-rows, log-of-the-mean
# left: normalised-over-rows
import torch


def cross_entropy(logits, targets):
    n = len(targets)
    log_z = torch.logsumexp(logits, dim=0)
    loss = 0
    for i in range(n):
        loss = loss + log_z[targets[i]] - logits[i, targets[i]]
    return loss / n
