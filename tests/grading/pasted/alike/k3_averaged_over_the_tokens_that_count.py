# problem: k3-kl
# expect: fail
# says: mean over all tokens
def kl_penalty(log_prob, ref_log_prob, response_mask):
    delta = ref_log_prob - log_prob
    kl = delta.exp() - delta - 1
    return (kl * response_mask).sum() / response_mask.sum()
