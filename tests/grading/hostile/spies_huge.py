# expect: crashed, error, fail
# family: spies and gradients
# attempts: to make the given model work on tensors as large as a message may be
# stopped by: protocol
# problem: heun-step
# timeout: 0.5
import torch


def heun_step(v, x, t, dt):
    while True:
        v(torch.ones(4_000_000), torch.zeros(()))
