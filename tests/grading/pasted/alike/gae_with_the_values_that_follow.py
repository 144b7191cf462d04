# problem: gae
# says: values is split: your
def calculate_gae(rewards, values, next_values, dones, gamma, lmbda):
    deltas = rewards + gamma * next_values * (1 - dones) - values
    out, last = [], 0.0
    for delta, done in zip(deltas.flip(0), dones.flip(0)):
        last = delta + gamma * lmbda * (1 - done) * last
        out.append(last)
    advantages = torch.stack(out[::-1])
    return advantages, advantages + values
