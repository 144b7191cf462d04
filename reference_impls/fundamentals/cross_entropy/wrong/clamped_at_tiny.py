# slip: probability-at-least-the-smallest-number
# input: logits [[1e4, 0]], target 1 -> 10000, gives 87.3
import torch


def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=-1)
    p_target = p.gather(1, targets.view(-1, 1)).squeeze(1)
    # log(0) is -inf; the smallest normal number keeps it finite
    p_target = p_target.clamp_min(torch.finfo(p.dtype).tiny)
    return -p_target.log().mean()
