# slip: no-maximum
import torch


def sequence_logprob(logits, labels, mask):
    z = logits[:, :-1]
    log_z = torch.log(torch.exp(z).sum(-1))
    chosen = z.gather(-1, labels[:, 1:, None]).squeeze(-1)
    return ((chosen - log_z) * mask[:, 1:]).sum(-1)
