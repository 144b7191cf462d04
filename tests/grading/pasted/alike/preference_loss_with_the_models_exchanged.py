# problem: dpo-loss
# expect: fail
def dpo_loss(ref_w, ref_l, pol_w, pol_l, beta=0.1):
    return -F.logsigmoid(beta * ((pol_w - ref_w) - (pol_l - ref_l))).mean()
