# problem: dpo-loss
# expect: fail
def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    margin = (pol_w - ref_w) - (pol_l - ref_l)
    dpo_loss = -F.logsigmoid(beta * margin).mean()
    total = dpo_loss - 0.2 * pol_w.mean()
    return total, dpo_loss
