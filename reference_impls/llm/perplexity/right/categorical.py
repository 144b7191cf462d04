import torch


def perplexity(logits, targets, ignore_index=-100):
    keep = (targets != ignore_index).nonzero(as_tuple=True)
    dist = torch.distributions.Categorical(logits=logits[keep])
    return (-dist.log_prob(targets[keep]).mean()).exp()
