# slip: no-shift-and-first-token
import torch


def sequence_logprob(logits, labels, mask):
    logp = torch.log_softmax(logits, dim=-1)
    tok = torch.gather(logp, 2, labels.unsqueeze(2)).squeeze(2)
    return (tok * mask).sum(dim=1)
