# problem: gae
# says: given in each entry of your rollout: reward, value and done
@dataclass
class Step:
    reward: torch.Tensor
    value: torch.Tensor
    done: torch.Tensor


def compute_gae(rollout, last_value, gamma=0.99, lam=0.95):
    found, running = [], 0.0
    for t in reversed(range(len(rollout))):
        following = last_value if t == len(rollout) - 1 else rollout[t + 1].value
        alive = 1.0 - rollout[t].done
        delta = rollout[t].reward + gamma * following * alive - rollout[t].value
        running = delta + gamma * lam * alive * running
        found.insert(0, running)
    advantages = torch.stack(found)
    return advantages, advantages + torch.stack([step.value for step in rollout])
