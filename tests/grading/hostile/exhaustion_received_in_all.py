# expect: crashed, timeout, memory
# family: exhaustion
# attempts: well-formed messages of sixteen megabytes without end, each of which the judge has to keep
# stopped by: protocol
# problem: ddpm-loss
# timeout: 0.3
import torch


def ddpm_loss(model, x0, alphas_bar):
    large = torch.zeros(1 << 22)
    while True:
        try:
            model(large, large)
        except RuntimeError:
            continue
