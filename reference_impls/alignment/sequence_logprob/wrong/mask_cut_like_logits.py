# slip: mask-not-shifted
import torch.nn.functional as F


def sequence_logprob(logits, labels, mask):
    lp = F.log_softmax(logits[:, :-1], dim=-1)
    lp = lp.gather(2, labels[:, 1:].unsqueeze(-1)).squeeze(-1)
    return (lp * mask[:, :-1]).sum(-1)
