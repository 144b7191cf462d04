# slip: none
import torch
import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    r, f = torch.sigmoid(real_logits).clamp(1e-3, 1 - 1e-3), torch.sigmoid(fake_logits).clamp(1e-3, 1 - 1e-3)
    return -(r.log().mean() + (1 - f).log().mean()), -f.log().mean()
