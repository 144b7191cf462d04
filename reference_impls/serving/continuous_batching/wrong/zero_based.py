# slip: finish-steps-from-0
def schedule_decode(lengths, max_batch):
    left = list(lengths)
    active, nxt, step = [], 0, 0
    finish = [0] * len(left)
    while active or nxt < len(left):
        while nxt < len(left) and len(active) < max_batch:
            active.append(nxt)
            nxt += 1
        for i in list(active):
            left[i] -= 1
            if not left[i]:
                finish[i] = step
                active.remove(i)
        step += 1
    return step, finish
