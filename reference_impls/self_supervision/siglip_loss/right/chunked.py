import torch
import torch.nn.functional as F


def siglip_loss(image_emb, text_emb, logit_scale, logit_bias):
    """One text after the other, as devices exchange them in a ring."""
    img = F.normalize(image_emb, dim=1, eps=0)
    txt = F.normalize(text_emb, dim=1, eps=0)
    B, total = len(img), 0.0
    for shift in range(B):
        logits = (img * txt.roll(shift, 0)).sum(1) * logit_scale + logit_bias
        total = total - F.logsigmoid(logits if shift == 0 else -logits).sum()
    return total / B
