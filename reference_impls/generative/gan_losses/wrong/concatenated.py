# slip: none
import torch
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    z = torch.cat([real_logits.reshape(-1), fake_logits.reshape(-1)])
    y = torch.cat([torch.ones(real_logits.numel()), torch.zeros(fake_logits.numel())]).to(z.dtype)
    return F.binary_cross_entropy_with_logits(z, y), F.softplus(-fake_logits).mean()
