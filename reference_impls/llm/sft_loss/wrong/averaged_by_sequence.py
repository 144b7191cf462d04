# slip: mean-of-sequences
import torch


def sft_loss(logits, labels, response_mask):
    losses = []
    for z, y, m in zip(logits, labels, response_mask):
        lp = torch.log_softmax(z[:-1], -1)
        m = m[1:].to(z.dtype)
        nll = -lp[torch.arange(len(y) - 1), y[1:]]
        losses.append((nll * m).sum() / m.sum().clamp(min=1))
    return torch.stack(losses).mean()
