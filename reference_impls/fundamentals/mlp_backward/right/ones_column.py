import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    """Biases as one more row of the weights."""
    ones = torch.ones(x.shape[0], 1, dtype=x.dtype)
    x1 = torch.cat([x, ones], dim=1)
    h = x1 @ torch.cat([w1, b1[None]], dim=0)
    a1 = torch.cat([torch.relu(h), ones], dim=1)
    g2 = a1.T @ dout
    dh = torch.where(h > 0, dout @ w2.T, torch.zeros_like(h))
    g1 = x1.T @ dh
    return dh @ w1.T, g1[:-1], g1[-1], g2[:-1], g2[-1]
