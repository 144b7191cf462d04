# slip: labels-exchanged
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    return F.softplus(real_logits).mean() + F.softplus(-fake_logits).mean(), F.softplus(-fake_logits).mean()
