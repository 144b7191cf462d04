# slip: deviation-above-a-threshold
def informative_groups(rewards):
    std = rewards.float().std(dim=-1, unbiased=False)
    return std > 1e-4
