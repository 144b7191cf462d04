# slip: across-prompts
def informative_groups(rewards):
    return (rewards.max(0).values != rewards.min(0).values)
