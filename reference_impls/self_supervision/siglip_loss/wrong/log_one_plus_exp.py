# slip: none
import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    z = logit_scale * F.normalize(image_emb, dim=1) @ F.normalize(text_emb, dim=1).T + logit_bias
    y = 2 * torch.eye(len(z), dtype=z.dtype) - 1
    return torch.log(1 + torch.exp(-y * z)).sum() / len(z)
