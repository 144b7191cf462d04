# slip: summed-over-the-batch
import torch


def sequence_logprob(logits, labels, mask):
    total = 0.0
    for x, y, m in zip(logits, labels, mask):
        lp = torch.log_softmax(x[:-1], dim=-1)
        total = total + (lp[torch.arange(len(y) - 1), y[1:]] * m[1:]).sum()
    return total
