# slip: none
import torch
import torch.nn.functional as F


def clip_loss(image_emb, text_emb, logit_scale):
    s = logit_scale * image_emb @ text_emb.T
    return F.cross_entropy(s, torch.arange(len(s)))
