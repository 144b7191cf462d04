import torch
from torch import nn


def gan_losses(real_logits, fake_logits):
    """criterion, real_label, fake_label: as the framework's tutorial, with logits in the place of a sigmoid."""
    criterion = nn.BCEWithLogitsLoss()
    real_label, fake_label = 1.0, 0.0
    label = torch.full_like(real_logits, real_label)
    errD_real = criterion(real_logits, label)
    label = torch.full_like(fake_logits, fake_label)
    errD_fake = criterion(fake_logits, label)
    errD = errD_real + errD_fake
    errG = criterion(fake_logits, torch.full_like(fake_logits, real_label))
    return errD, errG
