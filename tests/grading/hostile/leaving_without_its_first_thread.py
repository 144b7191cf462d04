# expect: crashed
# family: leaving things behind
# attempts: to go on in a thread whose process looks dead, as its first thread has left and taken the sight of its memory along
# stopped by: watch
# problem: kth-smallest
import ctypes
import os
import threading
import time

libc = ctypes.CDLL(None)


def kth_smallest(nums, k):
    def rest():
        time.sleep(0.05)
        held = []
        while True:
            held.append(bytes(range(256)) * 4096)
            if len(held) > 500:
                held.clear()

    threading.Thread(target=rest).start()
    libc.syscall(93 if os.uname().machine == "aarch64" else 60, 0)
