import torch
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    bce = F.binary_cross_entropy_with_logits
    d = bce(real_logits, torch.ones_like(real_logits)) + bce(fake_logits, torch.zeros_like(fake_logits))
    return d, bce(fake_logits, torch.ones_like(fake_logits))
