import torch.nn.functional as F


def gan_losses(real_logits, fake_logits):
    d_real = -F.logsigmoid(real_logits).mean()
    d_fake = -(F.logsigmoid(fake_logits) - fake_logits).mean()
    return [d_real + d_fake, -F.logsigmoid(fake_logits).mean()]
