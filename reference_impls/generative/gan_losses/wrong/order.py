# slip: generator-first
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
    return F.softplus(-fake_logits).mean(), d
