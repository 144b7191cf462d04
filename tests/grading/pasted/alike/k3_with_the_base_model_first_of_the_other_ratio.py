# problem: k3-kl
# expect: fail
# says: the ratio of policy to reference

def kl(base_logprobs, policy_logprobs):
    log_ratio = policy_logprobs - base_logprobs
    return log_ratio.exp() - 1 - log_ratio
