# slip: loss-capped-at-20
# the mean loss is capped at 20 before exp, which caps the perplexity at 4.9e8 and kills its gradient
# input: logits [[[30., 0.]]], targets [[1]]: right is about 1.07e13
import torch
import torch.nn.functional as F


def perplexity(logits, targets, ignore_index=-100):
    V = logits.size(-1)
    loss = F.cross_entropy(logits.reshape(-1, V), targets.reshape(-1), ignore_index=ignore_index)
    return torch.exp(loss.clamp(max=20.0))
