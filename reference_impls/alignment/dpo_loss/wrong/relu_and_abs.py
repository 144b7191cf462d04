# slip: no-gradient-at-zero
# hand-made stable softplus with relu and abs has gradient 0 at margin 0, where training starts
# differs: pol_w=pol_l=ref_w=ref_l=[0.] -> gradient of pol_w -0.05 expected, gives 0
import torch


def log_sigmoid(z):
    # log sigma(z) = min(z, 0) - log(1 + exp(-|z|))
    return -torch.relu(-z) - torch.log1p(torch.exp(-torch.abs(z)))


def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = (pol_w - ref_w) - (pol_l - ref_l)
    return -log_sigmoid(beta * margin).mean()
