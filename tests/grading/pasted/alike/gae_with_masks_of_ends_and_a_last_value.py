# problem: gae
# not: gets 1 - dones
def gae_of(last_value, rewards, masks, values, gamma=0.99, lam=0.95):
    every = [*values, last_value]
    carried, found = 0.0, []
    for t in reversed(range(len(rewards))):
        goes_on = 1 - masks[t]
        carried = rewards[t] + gamma * every[t + 1] * goes_on - every[t] + gamma * lam * goes_on * carried
        found = [carried] + found
    found = torch.stack(found)
    return found, found + torch.stack(every[:-1])
