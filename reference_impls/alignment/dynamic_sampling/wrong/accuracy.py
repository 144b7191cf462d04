# slip: accuracy-between
def informative_groups(rewards):
    accuracy = rewards.double().mean(1)
    return (accuracy > 0) & (accuracy < 1)
