# problem: continuous-batching
# expect: fail
# says: Your code returns a dict with makespan, completed_at, rate; 2 results are asked for.
def simulate(lengths, max_batch):
    slots, ends = [], []
    for steps in lengths:
        begin = heapq.heappop(slots) if len(slots) == max_batch else 0
        ends.append(begin + steps)
        heapq.heappush(slots, ends[-1])
    makespan = max(ends, default=0)
    return {"makespan": makespan, "completed_at": ends, "rate": sum(lengths) / makespan if makespan else 0.0}
