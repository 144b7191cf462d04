import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    s = F.cosine_similarity(image_emb[:, None], text_emb[None], dim=-1) * logit_scale
    eye = torch.eye(len(s), dtype=s.dtype)
    return 0.5 * (F.cross_entropy(s, eye) + F.cross_entropy(s.t(), eye))
