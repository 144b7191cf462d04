# problem: continuous-batching
# says: ContinuousBatcher.schedule is graded
import heapq


class ContinuousBatcher:
    def __init__(self, batch_size):
        self.batch_size = batch_size

    def schedule(self, output_lens):
        free_at = [0] * self.batch_size
        finish = []
        for steps in output_lens:
            finish.append(heapq.heappop(free_at) + steps)
            heapq.heappush(free_at, finish[-1])
        return max(finish, default=0), finish
