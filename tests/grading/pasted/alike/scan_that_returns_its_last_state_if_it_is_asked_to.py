# problem: selective-scan
import torch


def scan(u, delta, A, B, C, D, h0=None, return_last_state=False):
    state = u.new_zeros(u.shape[0], u.shape[2], A.shape[1]) if h0 is None else h0
    ys = []
    for step in range(u.shape[1]):
        dt = delta[:, step, :, None]
        state = torch.exp(dt * A) * state + dt * B[:, step, None, :] * u[:, step, :, None]
        ys.append((state * C[:, step, None, :]).sum(-1) + D * u[:, step])
    y = torch.stack(ys, dim=1)
    return y if not return_last_state else (y, state)
