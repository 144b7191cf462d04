# planted: logits-clamped-at-88, normalised-over-rows, log-of-the-mean
# left: none
import torch


def cross_entropy(logits, targets):
    top = logits.max(1).values
    total = torch.zeros_like(top)
    for c in range(logits.shape[1]):
        total = total + torch.exp(logits[:, c] - top)
    losses = top + torch.log(total) - logits.gather(1, targets.unsqueeze(1)).squeeze(1)
    return losses.sum() / len(losses)
