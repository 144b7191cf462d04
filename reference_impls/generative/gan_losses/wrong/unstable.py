# slip: log-of-sigmoid
import torch


def gan_losses(real_logits, fake_logits):
    r, f = torch.sigmoid(real_logits), torch.sigmoid(fake_logits)
    return -(torch.log(r).mean() + torch.log(1 - f).mean()), -torch.log(f).mean()
