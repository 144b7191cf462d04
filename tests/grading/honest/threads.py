# uses: threads of Python's and of torch's
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock, Thread

import torch

torch.set_num_threads(2)
ready, lock, total = Event(), Lock(), []


def work(number):
    ready.wait(5)
    with lock:
        total.append((torch.ones(300, 300) @ torch.ones(300, 300)).exp().log().mean().item() + number)


workers = [Thread(target=work, args=(number,), daemon=True) for number in range(4)]
for worker in workers:
    worker.start()
ready.set()
for worker in workers:
    worker.join()
with ThreadPoolExecutor(4) as pool:
    assert sum(pool.map(abs, range(-9, 0))) == 45 and len(total) == 4


def attention(q, k, v, mask=None):
    with ThreadPoolExecutor(2) as pool:
        transposed = pool.submit(k.transpose, -2, -1).result()
    scores = q @ transposed / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p
