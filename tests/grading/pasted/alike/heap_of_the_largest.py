# problem: task-scheduler
class Solution:
    def leastInterval(self, tasks: List[str], n: int) -> int:
        left = list(Counter(tasks).values())
        heapq.heapify_max(left)
        waiting, time = deque(), 0
        while left or waiting:
            time += 1
            if left:
                one = heapq.heappop_max(left) - 1
                if one:
                    waiting.append((one, time + n))
            if waiting and waiting[0][1] == time:
                heapq.heappush_max(left, waiting.popleft()[0])
        return time
