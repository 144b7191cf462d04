# problem: gae
# expect: fail
# says: advantage_estimation is graded as gae
# not: advantage_estimation_naive is graded
def advantage_estimation(rewards, values, dones, gamma=0.99, lam=0.95):
    adv, running = torch.zeros(len(rewards)), 0.0
    for t in range(len(rewards) - 1, -1, -1):
        alive = 1 - dones[t]
        running = rewards[t] + gamma * values[t + 1] * alive - values[t] + gamma * lam * running
        adv[t] = running
    return adv, adv + values[:-1]


def advantage_estimation_naive(rewards, values, dones, gamma=0.99, lam=0.95):
    adv = torch.zeros(len(rewards))
    for t in range(len(rewards)):
        weight = 1.0
        for s in range(t, len(rewards)):
            alive = 1 - dones[s]
            adv[t] += weight * (rewards[s] + gamma * values[s + 1] * alive - values[s])
            weight = weight * gamma * lam * alive
    return adv, adv + values[:-1]
