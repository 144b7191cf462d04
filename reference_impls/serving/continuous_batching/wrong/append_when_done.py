# slip: in-order-of-completion
def schedule_decode(lengths, max_batch):
    queue, running, finish, step = list(lengths), [], [], 0
    while queue or running:
        while queue and len(running) < max_batch:
            running.append(queue.pop(0))
        step += 1
        running = [n - 1 for n in running]
        finish += [step] * running.count(0)
        running = [n for n in running if n]
    return step, finish
