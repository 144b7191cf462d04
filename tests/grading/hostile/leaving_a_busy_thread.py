# expect: fail, timeout
import threading


def forever():
    while True:
        pass


threading.Thread(target=forever, daemon=True).start()


def attention(q, k, v, mask=None):
    return v, v
