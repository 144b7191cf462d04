# problem: continuous-batching
# says: your code returns a dict: its makespan, finish are graded
def simulate(lengths, max_batch):
    slots, finish = [], []
    for steps in lengths:
        begin = heapq.heappop(slots) if len(slots) == max_batch else 0
        finish.append(begin + steps)
        heapq.heappush(slots, finish[-1])
    return {"finish": finish, "makespan": max(finish, default=0)}
