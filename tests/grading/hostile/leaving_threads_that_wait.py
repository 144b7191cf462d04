# expect: fail, error
# family: leaving things behind
# attempts: threads that the interpreter has to wait for at its end, which is never
# stopped by: process
# problem: kth-smallest
import threading
import time


def wait():
    while True:
        time.sleep(0.5)


for _ in range(8):
    threading.Thread(target=wait, daemon=False).start()


def kth_smallest(nums, k):
    return None
