# slip: 1e-12-in-the-log
import torch


def sequence_logprob(logits, labels, mask):
    p = torch.softmax(logits[:, :-1], dim=-1)
    p = p.gather(2, labels[:, 1:].unsqueeze(2)).squeeze(2)
    return (torch.log(p + 1e-12) * mask[:, 1:]).sum(1)
