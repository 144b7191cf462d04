import torch


class Solution:
    def dsm_loss(self, score, x, sigma):
        shape = [x.shape[0]] + [1] * (x.ndim - 1)
        sig = torch.as_tensor(sigma).to(x).expand(x.shape[0]).reshape(shape)
        eps = torch.empty_like(x).normal_()
        e = torch.add(score(torch.addcmul(x, sig, eps), sigma) * sig, eps)
        return 0.5 * torch.linalg.vector_norm(e.flatten(1), dim=1).pow(2).mean()
