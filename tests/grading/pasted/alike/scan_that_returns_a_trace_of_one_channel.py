# problem: selective-scan
# expect: fail
# says: result[1] has shape
def scan(x, delta, a, b, c, d=None):
    state = torch.zeros(x.shape[0], x.shape[2], a.shape[1])
    ys, trace = [], []
    for t in range(x.shape[1]):
        fade = torch.exp(delta[:, t, :, None] * a)
        state = fade * state + (delta[:, t] * x[:, t])[..., None] * b[:, t, None]
        ys.append((state * c[:, t, None]).sum(-1))
        trace.append(state[0, 0].detach())
    y = torch.stack(ys, 1)
    return (y if d is None else y + x * d), trace
