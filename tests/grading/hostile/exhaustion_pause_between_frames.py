# expect: crashed
# family: exhaustion
# attempts: to spend the judge's patience on callbacks that each take it long
# stopped by: watch
# problem: heun-step
# timeout: 0.5
import torch


def heun_step(v, x, t, dt):
    while True:
        v(torch.ones(200000), torch.ones(()))
    return None
