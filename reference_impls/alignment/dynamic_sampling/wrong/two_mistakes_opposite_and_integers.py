# slip: equal-groups-kept
def informative_groups(rewards):
    return (rewards == rewards[:, :1]).all(dim=1).int()
