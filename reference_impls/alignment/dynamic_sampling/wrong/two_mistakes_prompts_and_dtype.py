# slip: across-prompts
def informative_groups(rewards):
    return (rewards.max(dim=0).values != rewards.min(dim=0).values).float()
