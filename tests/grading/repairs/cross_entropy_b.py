# planted: logits-clamped-at-88, normalised-over-rows, log-of-the-mean
# left: logits-clamped-at-88, log-of-the-mean
import torch


def cross_entropy(logits, targets):
    limited = torch.minimum(
        torch.maximum(logits, torch.tensor(-88.0, dtype=logits.dtype)), torch.tensor(88.0, dtype=logits.dtype)
    )
    probabilities = torch.softmax(limited, 1)
    own = probabilities[range(len(targets)), targets]
    return -torch.log(own.mean())
