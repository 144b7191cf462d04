# slip: mean-of-sequences-with-a-response
"""B = 2 with 1 and 3 response tokens: a mean of means; right when all counts are equal."""
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    m = response_mask[:, 1:].to(torch.float32)
    logp = torch.log_softmax(logits[:, :-1], dim=-1)
    nll = -torch.gather(logp, 2, labels[:, 1:, None])[..., 0]
    per_seq = (nll * m).sum(dim=1) / m.sum(dim=1).clamp(min=1)
    has = (m.sum(dim=1) > 0).float()
    return (per_seq * has).sum() / has.sum().clamp(min=1)
