# expect: fail, timeout
# family: leaving things behind
# attempts: a thread that computes for ever, while the answers come
# stopped by: process
# problem: kth-smallest
# timeout: 0.3
import threading


def forever():
    while True:
        pass


threading.Thread(target=forever, daemon=True).start()


def kth_smallest(nums, k):
    return None
