# problem: dynamic-sampling
# expect: fail
class DynamicSampler:
    def __init__(self, group_size):
        self.group_size = group_size
        self.kept = 0
    def filter(self, rewards):
        r = rewards.view(-1, self.group_size)
        keep = r.max(-1).values > 0.5 + 0 * r.min(-1).values
        self.kept += int(keep.sum())
        return keep
