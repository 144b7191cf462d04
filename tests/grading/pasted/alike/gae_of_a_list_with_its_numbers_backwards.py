# problem: gae
# says: given in each entry of your steps: reward, value and done
@dataclass
class Step:
    reward: float
    value: float
    done: float


def advantages(steps, last_value, gamma=0.99, lam=0.95):
    found, carried = [0.0] * len(steps), 0.0
    for t, step in reversed(list(enumerate(steps))):
        following = last_value if t + 1 == len(steps) else steps[t + 1].value
        goes_on = 1.0 - step.done
        carried = step.reward + gamma * following * goes_on - step.value + gamma * lam * goes_on * carried
        found[t] = carried
    found = torch.stack(found)
    return found, found + torch.stack([one.value for one in steps])
