# slip: nothing-normalized
import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    z = logit_scale * image_emb @ text_emb.T + logit_bias
    y = 2 * torch.eye(len(z), dtype=z.dtype) - 1
    return -F.logsigmoid(y * z).sum() / len(z)
