import torch


def gan_losses(real_logits, fake_logits):
    def softplus(z):
        return z.clamp(min=0) + torch.log1p(torch.exp(-z.abs()))

    d = 0.0
    for z, s in ((real_logits, -1.0), (fake_logits, 1.0)):
        d = d + softplus(s * z).sum() / z.numel()
    g = softplus(-fake_logits).sum() / fake_logits.numel()
    return d, g
