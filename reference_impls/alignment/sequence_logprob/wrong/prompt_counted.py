# slip: mask-ignored
import torch


def sequence_logprob(logits, labels, mask):
    lp = torch.log_softmax(logits[:, :-1, :], dim=-1)
    return torch.gather(lp, -1, labels[:, 1:, None]).squeeze(-1).sum(-1)
