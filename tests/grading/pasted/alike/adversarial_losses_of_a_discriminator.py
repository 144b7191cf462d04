# problem: gan-losses
# says: your D gives real_logits and fake_logits
import torch
import torch.nn.functional as F


def losses(D, real_images, fake_images):
    out_real = D(real_images)
    out_fake = D(fake_images)
    ones, zeros = torch.ones_like(out_real), torch.zeros_like(out_fake)
    d_loss = F.binary_cross_entropy_with_logits(out_real, ones) + F.binary_cross_entropy_with_logits(out_fake, zeros)
    g_loss = F.binary_cross_entropy_with_logits(out_fake, torch.ones_like(out_fake))
    return d_loss, g_loss
