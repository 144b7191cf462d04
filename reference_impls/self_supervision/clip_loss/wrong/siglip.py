# slip: none
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    s = logit_scale * F.normalize(image_emb, dim=1) @ F.normalize(text_emb, dim=1).T
    sign = 2 * torch.eye(len(s), dtype=s.dtype) - 1
    return -F.logsigmoid(sign * s).sum() / len(s)
