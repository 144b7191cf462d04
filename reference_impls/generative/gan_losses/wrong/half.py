# slip: halved
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d = 0.5 * (F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean())
    return d, F.softplus(-fake_logits).mean()
