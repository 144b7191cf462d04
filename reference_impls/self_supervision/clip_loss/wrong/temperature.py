# slip: scale-as-temperature
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    s = F.normalize(image_emb, dim=1) @ F.normalize(text_emb, dim=1).T / logit_scale
    y = torch.arange(len(s))
    return (F.cross_entropy(s, y) + F.cross_entropy(s.T, y)) / 2
