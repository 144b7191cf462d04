# expect: crashed
# family: spies and gradients
# attempts: to call a model whose number is no number
# stopped by: protocol
# problem: ddpm-loss
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]


def ddpm_loss(model, x0, alphas_bar):
    runner.send("callback", (x0, alphas_bar), callback=True, tape=True)
    return x0.sum()
