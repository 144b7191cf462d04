# slip: mean-unlike-the-first
def informative_groups(rewards):
    r = rewards.double()
    return r.mean(1) != r[:, 0]
