# slip: one-admission-per-step
from collections import deque
def schedule_decode(lengths, max_batch):
    waiting = deque(range(len(lengths)))
    running, finish, step = {}, [0] * len(lengths), 0
    while waiting or running:
        if waiting and len(running) < max_batch:
            i = waiting.popleft()
            running[i] = lengths[i]
        for i in list(running):
            running[i] -= 1
            if running[i] == 0:
                finish[i] = step
                del running[i]
        step += 1
    return step, finish
