# slip: texts-detached
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    s = logit_scale * F.normalize(image_emb, dim=1) @ F.normalize(text_emb.detach(), dim=1).T
    y = torch.arange(len(s))
    return (F.cross_entropy(s, y) + F.cross_entropy(s.T, y)) / 2
