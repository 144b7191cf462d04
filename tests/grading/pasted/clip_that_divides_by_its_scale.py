# problem: clip-loss
# expect: fail
# says: Your code divides by `logit_scale`, as if it were a temperature.
# not: your temperature is
import torch.nn.functional as F


def contrast(images, texts, logit_scale):
    scores = F.normalize(images, dim=-1) @ F.normalize(texts, dim=-1).T / logit_scale
    own = torch.arange(len(scores))
    return (F.cross_entropy(scores, own) + F.cross_entropy(scores.T, own)) / 2
