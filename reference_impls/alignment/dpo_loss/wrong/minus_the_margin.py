# slip: margin-alone
def dpo_loss(pol_w, pol_l, ref_w, ref_l, beta=0.1):
    chosen, rejected = beta * (pol_w - ref_w), beta * (pol_l - ref_l)
    return (rejected - chosen).mean()
