# slip: negative-log-likelihood
import torch.nn.functional as F


def sequence_logprob(logits, labels, mask):
    B, T, V = logits.shape
    loss = F.cross_entropy(logits[:, :-1].reshape(-1, V), labels[:, 1:].reshape(-1), reduction="none")
    return (loss.view(B, T - 1) * mask[:, 1:]).sum(-1)
