# slip: tolerance-of-1e-6
def informative_groups(rewards):
    return (rewards.amax(1) - rewards.amin(1)) > 1e-6
