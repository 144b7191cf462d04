import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    ts = torch.linspace(0, 1, steps + 1, dtype=x0.dtype, device=x0.device)
    x = x0.clone()
    for t, t_next in zip(ts[:-1], ts[1:]):
        x += (t_next - t) * model(x, t.expand(x0.size(0)))
    return x
