import torch


def cross_entropy(logits, targets):
    z = logits.double()
    acc = z[:, 0]
    for j in range(1, z.shape[1]):
        acc = torch.logaddexp(acc, z[:, j])
    return (acc - z[torch.arange(len(z)), targets]).mean().to(logits.dtype)
