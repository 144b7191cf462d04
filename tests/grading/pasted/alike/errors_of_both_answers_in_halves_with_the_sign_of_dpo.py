# problem: diffusion-dpo-loss
# expect: fail
# says: rewards a larger error on the preferred sample
import torch.nn.functional as F


def loss(errors, ref_errors, beta):
    good, bad = errors.chunk(2)
    ref_good, ref_bad = ref_errors.chunk(2)
    return -F.logsigmoid(beta * ((good - bad) - (ref_good - ref_bad))).mean()
