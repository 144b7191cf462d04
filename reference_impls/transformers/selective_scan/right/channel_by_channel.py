import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    outs, finals = [], []
    for j in range(x.shape[-1]):
        s = torch.zeros_like(b[:, 0]) if h is None else h[:, j]
        column = []
        for xt, dt, bt, ct in zip(x[..., j].unbind(1), delta[..., j].unbind(1), b.unbind(1), c.unbind(1)):
            s = torch.exp(dt[:, None] * a[j]) * s + (dt * xt)[:, None] * bt
            column.append((s * ct).sum(1) + d[j] * xt)
        outs.append(torch.stack(column, 1))
        finals.append(s)
    return [torch.stack(outs, -1), torch.stack(finals, 1)]
