import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    i = image_emb * image_emb.square().sum(1, keepdim=True).rsqrt()
    t = text_emb * text_emb.square().sum(1, keepdim=True).rsqrt()
    z = torch.einsum("id,jd->ij", i, t) * logit_scale + logit_bias
    diagonal = torch.diagonal(z)
    return (F.softplus(z).sum() - F.softplus(diagonal).sum() + F.softplus(-diagonal).sum()) / z.shape[0]
