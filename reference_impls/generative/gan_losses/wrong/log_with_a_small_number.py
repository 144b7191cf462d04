# slip: small-number-in-the-log
import torch


def gan_losses(real_logits, fake_logits):
    eps = 1e-8
    d_real = torch.sigmoid(real_logits)
    d_fake = torch.sigmoid(fake_logits)
    d_loss = -torch.log(d_real + eps).mean() - torch.log(1 - d_fake + eps).mean()
    g_loss = -torch.log(d_fake + eps).mean()
    return d_loss, g_loss
