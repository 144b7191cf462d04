# slip: deviation-from-a-rounded-mean
def informative_groups(rewards):
    r = rewards.double()
    return ((r - r.mean(dim=1, keepdim=True)).abs() > 0).any(dim=1)
