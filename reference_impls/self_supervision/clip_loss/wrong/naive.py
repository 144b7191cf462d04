# slip: none
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    e = torch.exp(logit_scale * F.normalize(image_emb, dim=1) @ F.normalize(text_emb, dim=1).T)
    d = e.diagonal()
    return -0.5 * ((d / e.sum(0)).log() + (d / e.sum(1)).log()).mean()
