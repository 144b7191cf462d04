# problem: heun-step
# expect: pass
import torch


@torch.no_grad()
def heun_to(velocity, x, t, t_next):
    h = t_next - t
    first = velocity(x, t)
    guess = x + h * first
    second = velocity(guess, t_next)
    return x + 0.5 * h * (first + second)
