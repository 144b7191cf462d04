# slip: deviation-above-a-threshold
def informative_groups(rewards):
    return rewards.double().std(dim=1, correction=0) > 1e-4
