# slip: fake-detached-for-the-discriminator
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d = F.softplus(-real_logits).mean() + F.softplus(fake_logits.detach()).mean()
    return d, F.softplus(-fake_logits).mean()
