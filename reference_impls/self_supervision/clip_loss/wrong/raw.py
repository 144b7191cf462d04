# slip: neither-normalized
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    s = logit_scale * image_emb @ text_emb.T
    y = torch.arange(len(s))
    return (F.cross_entropy(s, y) + F.cross_entropy(s.T, y)) / 2
