# slip: identity-preference
def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    h = (pol_w - ref_w) - (pol_l - ref_l)
    return ((h - 1 / (2 * beta)) ** 2).mean()
