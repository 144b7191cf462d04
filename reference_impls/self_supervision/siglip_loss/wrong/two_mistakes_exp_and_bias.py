# slip: none
import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    t = torch.exp(torch.as_tensor(logit_scale))
    z = t * F.normalize(image_emb, dim=1) @ F.normalize(text_emb, dim=1).T
    y = 2 * torch.eye(len(z), dtype=z.dtype) - 1
    return -F.logsigmoid(y * z).sum() / len(z)
