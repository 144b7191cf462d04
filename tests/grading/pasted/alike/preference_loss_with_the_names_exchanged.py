# problem: dpo-loss
# expect: fail
def dpo_loss(pol_l, pol_w, ref_l, ref_w, beta=0.1):
    return -F.logsigmoid(beta * ((pol_w - ref_w) - (pol_l - ref_l))).mean()
