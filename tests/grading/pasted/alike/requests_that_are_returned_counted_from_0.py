# problem: continuous-batching
# expect: fail
# says: counts the finish steps from 0
from dataclasses import dataclass

@dataclass
class Request:
    id: int
    remaining: int
    finish_step: int = 0

def schedule_decode(lengths, max_batch):
    requests = [Request(i, n) for i, n in enumerate(lengths)]
    waiting = requests[:]
    active, step = [], 0
    while waiting or active:
        while waiting and len(active) < max_batch:
            active.append(waiting.pop(0))
        step += 1
        for r in active:
            r.remaining -= 1
            if r.remaining == 0:
                r.finish_step = step - 1
        active = [r for r in active if r.remaining > 0]
    return step, requests
