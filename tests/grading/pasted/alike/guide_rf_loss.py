# problem: rf-loss
def rectified_flow_loss(v_model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0], device=x1.device, dtype=x1.dtype)
    tb = t.view(-1, *([1] * (x1.ndim - 1)))
    xt = (1 - tb) * x0 + tb * x1
    return ((v_model(xt, t) - (x1 - x0)) ** 2).mean()
