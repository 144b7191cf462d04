# problem: affine-coupling
# expect: invalid
# says: Your code also needs t_net and k, which the problem doesn't give: it gives x and net.
# not: it gives y and net
import torch


def coupling_forward(x, s_net, t_net, k):
    x1, x2 = x[:, :k], x[:, k:]
    s, t = s_net(x1), t_net(x1)
    return torch.cat([x1, x2 * torch.exp(s) + t], dim=1), s.sum(dim=1)


def coupling_inverse(y, s_net, t_net, k):
    y1, y2 = y[:, :k], y[:, k:]
    s, t = s_net(y1), t_net(y1)
    return torch.cat([y1, (y2 - t) * torch.exp(-s)], dim=1)
