# slip: divided-by-all-tokens
import torch
import torch.nn.functional as F


def sft_loss(logits, labels, response_mask):
    logp = F.log_softmax(logits[:, :-1], dim=-1)
    nll = -torch.gather(logp, 2, labels[:, 1:, None])[..., 0]
    return torch.mean(nll * response_mask[:, 1:])
