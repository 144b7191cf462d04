# problem: grpo-advantages
# expect: fail
def outcome_advantage(token_rewards, response_mask, uid, epsilon=1e-6, by_std=True):
    totals = token_rewards.sum(dim=-1)
    of_prompt = collections.defaultdict(list)
    for one, total in zip(uid, totals):
        of_prompt[one].append(total)
    groups = {one: torch.stack(own) for one, own in of_prompt.items()}
    out = torch.zeros_like(totals)
    for i, one in enumerate(uid):
        own = groups[one]
        if bool((own != own[0]).any()):
            gap = totals[i] - own.mean()
            out[i] = gap / (own.std(unbiased=False) + epsilon) if by_std else gap
    out = out.unsqueeze(-1) * response_mask
    return out, out
