# slip: minus-the-discriminators-loss
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d = F.softplus(-real_logits).mean() + F.softplus(fake_logits).mean()
    return d, -d
