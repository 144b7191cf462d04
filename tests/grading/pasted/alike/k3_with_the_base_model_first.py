# problem: k3-kl

def kl(base_logprobs, policy_logprobs):
    log_ratio = base_logprobs - policy_logprobs
    return log_ratio.exp() - 1 - log_ratio
