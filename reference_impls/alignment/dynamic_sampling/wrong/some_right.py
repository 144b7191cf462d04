# slip: any-positive
def informative_groups(rewards):
    return (rewards > 0).any(1)
