import torch


def gan_losses(real_logits, fake_logits):
    def log_probs(a):
        a = a.reshape(-1)
        return torch.log_softmax(torch.stack([torch.zeros_like(a), a]), dim=0)

    real, fake = log_probs(real_logits), log_probs(fake_logits)
    return -real[1].mean() - fake[0].mean(), -fake[1].mean()
