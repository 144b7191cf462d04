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
def rf_loss(model, x1):
    t = torch.rand(x1.shape[0], dtype=x1.dtype)
    x0 = noise(x1, "twice")
    s = t.view(-1, *[1] * (x1.ndim - 1))
    return (model((1 - s) * x0 + s * x1, t) - (x1 - x0)).square().mean()
