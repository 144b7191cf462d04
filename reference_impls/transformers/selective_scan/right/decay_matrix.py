import torch


class Model:
    def selective_scan(self, x, delta, a, b, c, d, h=None):
        """The sum over earlier steps, with a lower-triangular matrix of decays."""
        T = x.size(1)
        log = torch.cumsum(delta[..., None] * a, dim=1)
        gap = log[:, :, None] - log[:, None]
        later = torch.tril(torch.ones(T, T, dtype=torch.bool))[None, :, :, None, None]
        weight = torch.exp(gap.masked_fill(~later, float("-inf")))
        states = torch.einsum("btsdn,bsd,bsn->btdn", weight, delta * x, b)
        if h is not None:
            states = states + log.exp() * h[:, None]
        return torch.einsum("btdn,btn->btd", states, c) + d * x, states[:, -1]
