# expect: fail, error
# family: spies and gradients
# attempts: gradients under complex cotangents of a real model
# stopped by: protocol
# problem: ddpm-loss
import sys

frame = sys._getframe()
while "self" not in frame.f_locals or type(frame.f_locals["self"]).__name__ != "Runner":
    frame = frame.f_back
runner = frame.f_locals["self"]
wire = sys.modules["interview_cli.grading.wire.frames"]

import torch


def ddpm_loss(model, x0, alphas_bar):
    token, _ = model.ask([x0, torch.zeros(len(x0))], {}, tape=True)
    return model.pull_back(token, [torch.ones(x0.shape, dtype=torch.complex64)])
