# problem: k3-kl
# expect: fail
# says: It should use d = logp_ref - logp
def token_penalty(policy, ref_policy, tokens):
    logp = policy.log_prob(tokens)
    with torch.no_grad():
        ref_logp = ref_policy.log_prob(tokens)
    gap = logp - ref_logp
    return torch.expm1(gap) - gap
