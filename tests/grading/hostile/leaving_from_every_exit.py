# expect: fail
# family: leaving things behind
# attempts: to go on when it is told to stop: in finally, in generators, in threads, in exit functions
# stopped by: watch
# problem: kth-smallest
# timeout: 0.5
import atexit
import threading
import time


def forever():
    while True:
        try:
            while True:
                time.sleep(0.01)
        except BaseException:
            continue


atexit.register(forever)
threading._register_atexit(forever)
for _ in range(5):
    threading.Thread(target=forever).start()


def kth_smallest(nums, k):
    try:
        return None
    finally:
        forever()
