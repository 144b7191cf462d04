# expect: crashed
# family: leaving things behind
# attempts: as a dead first thread, asleep in another one
# stopped by: watch
# problem: kth-smallest
import ctypes
import os
import threading
import time

libc = ctypes.CDLL(None)


def kth_smallest(nums, k):
    threading.Thread(target=time.sleep, args=(1000,)).start()
    libc.syscall(93 if os.uname().machine == "aarch64" else 60, 0)
