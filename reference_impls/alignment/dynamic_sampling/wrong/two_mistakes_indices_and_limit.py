# slip: none
def informative_groups(rewards):
    s = rewards.float().std(dim=1)
    return (s > 1e-6).nonzero().flatten()
