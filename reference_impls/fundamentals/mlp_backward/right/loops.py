import torch


def mlp_backward(x, w1, b1, w2, b2, dout):
    dx, dw1, db1 = torch.zeros_like(x), torch.zeros_like(w1), torch.zeros_like(b1)
    dw2, db2 = torch.zeros_like(w2), torch.zeros_like(b2)
    for n in range(x.shape[0]):
        h = x[n] @ w1 + b1
        a = torch.relu(h)
        dw2 += torch.outer(a, dout[n])
        db2 += dout[n]
        dh = w2 @ dout[n]
        dh[h <= 0] = 0
        dw1 += torch.outer(x[n], dh)
        db1 += dh
        dx[n] = w1 @ dh
    return dx, dw1, db1, dw2, db2
