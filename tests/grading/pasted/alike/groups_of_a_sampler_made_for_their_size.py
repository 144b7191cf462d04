# problem: dynamic-sampling
# says: DynamicSampler.filter is graded as informative_groups
class DynamicSampler:
    def __init__(self, group_size):
        self.group_size = group_size
        self.kept = 0
    def filter(self, rewards):
        r = rewards.view(-1, self.group_size)
        keep = r.max(-1).values != r.min(-1).values
        self.kept += int(keep.sum())
        return keep
