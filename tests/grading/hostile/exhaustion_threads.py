# expect: crashed
# family: exhaustion
# attempts: a hundred thousand threads
# stopped by: watch
# timeout: 1
import threading
import time

threading.stack_size(1 << 15)


def attention(q, k, v, mask=None):
    for _ in range(100_000):
        threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    return v, v
