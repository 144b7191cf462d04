# slip: step-on-the-code
import torch


def mpgd_x0(x0_hat, y, operator, step, encode, decode):
    z = encode(x0_hat.detach()).detach().requires_grad_(True)
    loss = ((y - operator(decode(z))) ** 2).sum()
    loss.backward()
    with torch.no_grad():
        return decode(z - step * z.grad)
