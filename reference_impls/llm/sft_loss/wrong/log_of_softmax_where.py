# slip: log-of-softmax-where-counted
import torch


def sft_loss(logits, labels, response_mask):
    mask = response_mask.float()
    probs = logits.softmax(-1)[:, :-1]
    p = torch.gather(probs, 2, labels[:, 1:, None])[..., 0]
    nll = torch.where(mask[:, 1:] > 0, -torch.log(p), torch.zeros_like(p))
    return nll.sum() / mask[:, 1:].sum().clamp_min(1.0)
