# slip: list-returned
def informative_groups(rewards):
    return [len(set(row)) > 1 for row in rewards.tolist()]
