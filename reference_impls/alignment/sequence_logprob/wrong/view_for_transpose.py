# slip: axes-mixed
import torch.nn.functional as F


def sequence_logprob(logits, labels, mask):
    B, T, V = logits.shape
    x = logits[:, :-1].reshape(B, V, T - 1)
    nll = F.cross_entropy(x, labels[:, 1:], reduction="none")
    return -(nll * mask[:, 1:]).sum(-1)
