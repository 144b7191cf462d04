# slip: none
import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    z = logit_scale * image_emb @ text_emb.T + logit_bias
    return F.binary_cross_entropy_with_logits(z, torch.eye(len(z), dtype=z.dtype))
