# slip: none
def informative_groups(rewards):
    return (rewards == rewards[:1]).all(0)
