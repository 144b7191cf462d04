import torch


def sequence_logprob(logits: torch.Tensor, labels: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    shifted, targets, keep = logits[:, :-1, :], labels[:, 1:], mask[:, 1:].bool()
    picked = torch.gather(shifted, 2, targets[..., None])[..., 0]
    logp = picked - torch.logsumexp(shifted, dim=2)
    return logp.masked_fill(~keep, 0.0).sum(-1)
