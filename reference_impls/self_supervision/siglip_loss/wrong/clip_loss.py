# slip: clip
import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    z = logit_scale * F.normalize(image_emb, dim=1) @ F.normalize(text_emb, dim=1).T + logit_bias
    y = torch.arange(len(z))
    return (F.cross_entropy(z, y) + F.cross_entropy(z.T, y)) / 2
