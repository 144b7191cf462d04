# problem: k3-kl
# expect: fail
# says: d = logp - logp_ref
def estimate(policy_logps, reference_logps, kind):
    gap = policy_logps - reference_logps
    if kind in ("k1", "plain"):
        return gap
    if kind in ("k2", "square"):
        return gap.square() / 2
    if kind in ("k3", "unbiased"):
        return torch.expm1(gap) - gap
    raise NotImplementedError(kind)


def token_kl(policy_logps, reference_logps, estimator):
    base = estimator[:-1] if estimator.endswith("!") else estimator
    forward = estimate(policy_logps, reference_logps, base)
    if not estimator.endswith("!"):
        return forward
    straight = (policy_logps - reference_logps).square() / 2
    return straight - straight.detach() + forward.detach()
