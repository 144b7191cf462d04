# slip: equal-groups-kept
def informative_groups(rewards):
    return rewards.max(1).values == rewards.min(1).values
