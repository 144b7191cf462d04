# slip: numbers-returned
def informative_groups(rewards):
    return (rewards.max(dim=1).values != rewards.min(dim=1).values).float()
