import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    z = torch.addmm(b1, x, w1)
    active = z.gt(0)
    grads = {}
    grads["w2"] = z.masked_fill(~active, 0).t().mm(dout)
    grads["b2"] = dout.sum(0)
    upstream = dout.mm(w2.t()).masked_fill(~active, 0)
    grads["w1"] = x.t().mm(upstream)
    grads["b1"] = upstream.sum(0)
    grads["x"] = upstream.mm(w1.t())
    return [grads[k] for k in ("x", "w1", "b1", "w2", "b2")]
