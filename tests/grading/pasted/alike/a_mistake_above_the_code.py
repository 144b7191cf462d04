# problem: dpo-loss
# expect: invalid
# says: syntax error in line 4
beta = = 0.1

def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    return -F.logsigmoid(beta * ((pol_w - pol_l) - (ref_w - ref_l))).mean()
