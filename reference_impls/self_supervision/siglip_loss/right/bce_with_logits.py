import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    sim = F.cosine_similarity(image_emb[:, None], text_emb[None], dim=-1, eps=0)
    logits = sim * logit_scale + logit_bias
    target = torch.eye(len(sim), dtype=sim.dtype)
    return F.binary_cross_entropy_with_logits(logits, target, reduction="sum") / len(sim)
