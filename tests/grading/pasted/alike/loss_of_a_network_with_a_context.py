# problem: rf-loss
# says: the given function is called without what is None or empty in your call
def loss(model, x1, context=None):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0], device=x1.device)
    s = t.view(-1, *[1] * (x1.ndim - 1))
    v = model((1 - s) * x0 + s * x1, t, context=context)
    return ((v - (x1 - x0)) ** 2).mean()
