# problem: task-scheduler
# expect: fail
class Processor:
    def __init__(self, pause: int):
        self.pause = pause

    def finish(self, tasks):
        counts = collections.Counter(tasks).values()
        peak = max(counts)
        return (peak - 1) * (self.pause + 1) + sum(count == peak for count in counts)
