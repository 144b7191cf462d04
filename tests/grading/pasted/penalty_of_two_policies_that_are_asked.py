# problem: k3-kl
# says: your policy and ref_policy give logp and logp_ref
def token_penalty(policy, ref_policy, tokens):
    here = policy(tokens)[:, :-1]
    there = ref_policy(tokens)[:, :-1]
    chosen = tokens[:, 1:, None]
    logp = F.log_softmax(here, dim=-1).gather(-1, chosen).squeeze(-1)
    ref_logp = F.log_softmax(there, dim=-1).gather(-1, chosen).squeeze(-1)
    gap = ref_logp - logp
    return torch.expm1(gap) - gap
