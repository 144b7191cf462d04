# slip: first-token-counted
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    logp = F.log_softmax(logits[:, :-1], dim=-1)
    nll = -torch.gather(logp, 2, labels[:, 1:, None])[..., 0]
    m = response_mask.float()
    return (nll * m[:, 1:]).sum() / torch.clamp(m.sum(), min=1)
