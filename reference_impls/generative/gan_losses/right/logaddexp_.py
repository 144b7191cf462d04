import torch


def gan_losses(real_logits, fake_logits):
    def nll(z):
        return torch.logaddexp(torch.zeros_like(z), -z).mean()

    return nll(real_logits) + nll(-fake_logits), nll(fake_logits)
