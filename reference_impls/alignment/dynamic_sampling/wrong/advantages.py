# slip: none
def informative_groups(rewards):
    r = rewards.double()
    a = (r - r.mean(1, keepdim=True)) / (r.std(1, correction=0, keepdim=True) + 1e-4)
    return (a.abs() > 0.1).any(1)
