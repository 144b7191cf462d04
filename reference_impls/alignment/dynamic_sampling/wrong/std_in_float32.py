# slip: cast-to-float32
def informative_groups(rewards):
    return rewards.float().std(dim=1, unbiased=False) > 0
