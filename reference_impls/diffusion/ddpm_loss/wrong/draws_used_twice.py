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
def ddpm_loss(model, x0, alphas_bar):
    t = torch.randint(0, len(alphas_bar), (x0.shape[0],))
    eps = noise(x0, "twice")
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))
    return (eps - model(ab.sqrt() * x0 + (1 - ab).sqrt() * eps, t)).square().mean()
