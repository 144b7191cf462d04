import torch


def gaussian_kl(mu, log_sigma):
    def one(m, s):
        return sum((a * a + torch.exp(b) ** 2 - 1) / 2 - b for a, b in zip(m, s))

    return torch.stack([one(m, s) for m, s in zip(mu, log_sigma)])
