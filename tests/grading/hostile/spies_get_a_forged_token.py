# expect: crashed
# family: spies and gradients
# attempts: to ask for gradients of calls that were never made
# stopped by: protocol
# problem: ddpm-loss
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]


def ddpm_loss(model, x0, alphas_bar):
    for token in (-1, 1 << 70, "0", None, [0], 0.0):
        runner.send("pullback", [x0], token=token)
        runner.receive()
    return x0.sum()
