# slip: none
# Half as many draws in each sample, each used twice, in mixed order.
import torch
def noise(x, how):
    n = x.numel(); per = n // x.shape[0]
    if how == "trunc":
        return torch.nn.init.trunc_normal_(torch.empty_like(x), 0, 1, -2, 2) / 0.8796
    rows = []
    for _ in range(x.shape[0]):
        e = torch.randn((per + 1) // 2, dtype=x.dtype)
        e = torch.cat([e, -e if how == "opposite" else e])[:per]
        rows.append(e[torch.randperm(per)])
    return torch.stack(rows).reshape(x.shape)
class VAE(torch.nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc, self.dec = enc, dec
    def forward(self, x):
        mu, s = self.enc(x).chunk(2, dim=-1)
        z = mu + s.exp() * noise(mu, "twice")
        r = self.dec(z)
        error = (x - r).square().flatten(1).sum(1)
        kl = 0.5 * (mu.square() + (2 * s).exp() - 1 - 2 * s).sum(1)
        return (error + kl).mean(), r
