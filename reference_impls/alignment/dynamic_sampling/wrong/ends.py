# slip: first-and-last
def informative_groups(rewards):
    return rewards[:, 0] != rewards[:, -1]
