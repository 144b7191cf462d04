# problem: dpo-loss
# says: preference_loss(*log_ratios(pol_w, pol_l, ref_w, ref_l), beta=beta) is graded as dpo_loss
def log_ratios(pol_w, pol_l, ref_w, ref_l):
    chosen_ratio = pol_w - ref_w
    rejected_ratio = pol_l - ref_l
    return chosen_ratio, rejected_ratio

def preference_loss(chosen_ratio, rejected_ratio, beta=0.1):
    return -F.logsigmoid(beta * (chosen_ratio - rejected_ratio)).mean()
