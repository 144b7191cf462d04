# problem: continuous-batching
class Scheduler:
    def __init__(self, max_batch):
        self.max_batch = max_batch

    def run(self, lengths):
        free = [0] * self.max_batch
        self.finish = []
        for length in lengths:
            self.finish.append(heapq.heappop(free) + length)
            heapq.heappush(free, self.finish[-1])
        return max(self.finish, default=0)
