# slip: scale-and-bias-detached
import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    scale, bias = float(logit_scale), float(logit_bias)
    cos = F.cosine_similarity(image_emb[:, None, :], text_emb[None, :, :], dim=-1)
    z = scale * cos + bias
    pos = torch.diagonal(z)
    return (F.softplus(z).sum() - F.softplus(pos).sum() + F.softplus(-pos).sum()) / z.shape[0]
