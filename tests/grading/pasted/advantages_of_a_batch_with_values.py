# problem: gae
# says: given in your batch:
class Advantages(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.config = config

    def forward(self, batch):
        alive = 1 - batch.dones
        deltas = batch.rewards + self.config.get("gamma", 0.99) * alive * batch.values[1:] - batch.values[:-1]
        last, found = 0, []
        for t in reversed(range(len(deltas))):
            last = deltas[t] + self.config.get("gamma", 0.99) * self.config.get("lam", 0.95) * alive[t] * last
            found.append(last)
        advantages = torch.stack(found[::-1])
        return advantages, advantages + batch.values[:-1]
